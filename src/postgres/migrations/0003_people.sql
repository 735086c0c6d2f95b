-- People, their secrets and their doors. eservices_app has no right on these tables: it calls the functions of 0004-0006.
create table people (
  id bigint generated always as identity primary key,
  key text not null unique,
  name text not null check (char_length(name) between 1 and 400),
  given text,
  family text,
  title text,
  email text not null check (email = lower(email) and email like '%_@_%' and char_length(email) <= 254),
  language text not null default 'en' check (language in ('en', 'fr')),
  suspended_at timestamptz,
  created_at timestamptz not null default now()
);
create unique index people_email on people (email);

-- A person's place at a site.
create table members (
  id bigint generated always as identity primary key,
  key text not null unique,
  person_id bigint not null references people,
  site_id bigint not null references sites,
  unit_id bigint,
  roles text[] not null check (cardinality(roles) > 0 and roles <@ array['clinician', 'resident', 'nurse', 'delegate',
    'clerk', 'assigner', 'lead', 'steward', 'privacy-officer']),
  from_day date not null default current_date,
  until_day date check (until_day >= from_day),
  responsible_member_id bigint references members,
  suspended_at timestamptz,
  licence text,
  job_title_en text,
  job_title_fr text,
  foreign key (unit_id, site_id) references units (id, site_id)
);
create index members_of_person on members (person_id);
create index members_of_site on members (site_id);

-- By a delegation the delegate acts for the giver, both members of one site.
create table delegations (
  id bigint generated always as identity primary key,
  giver_member_id bigint not null references members,
  delegate_member_id bigint not null references members check (delegate_member_id <> giver_member_id),
  given_at timestamptz not null default now(),
  until_day date,
  revoked_at timestamptz
);
create unique index delegations_live on delegations (delegate_member_id, giver_member_id) where revoked_at is null;

create table credentials (
  person_id bigint primary key references people,
  hash text not null,
  changed_at timestamptz not null default now()
);

-- A letter box key: opens one request (patient), one case (guest) or the choice of a password (invite, reset).
create table links (
  id bigint generated always as identity primary key,
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  kind text not null check (kind in ('patient', 'guest', 'invite', 'reset')),
  request_id bigint,
  case_id bigint,
  contact_id bigint,
  person_id bigint references people,
  language text not null default 'en' check (language in ('en', 'fr')),
  made_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  voided_at timestamptz,
  wrong_dates int not null default 0,
  check ((kind = 'patient') = (request_id is not null)),
  check ((kind = 'guest') = (case_id is not null)),
  check ((kind in ('invite', 'reset')) = (person_id is not null))
);
create index links_of_request on links (request_id) where request_id is not null;

-- A session of a person or, after the birth date, of a link. Only the sha256 of its token is here.
create table sessions (
  id bigint generated always as identity primary key,
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  person_id bigint references people,
  link_id bigint references links,
  member_id bigint references members,
  acting_for bigint references members,
  opened_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  check ((person_id is null) <> (link_id is null))
);
create index sessions_of_person on sessions (person_id);
create index sessions_of_link on sessions (link_id) where link_id is not null;

-- Counted for limits, by hash, and swept after a day.
create table sign_in_attempts (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  email_hash bytea not null,
  ip_hash bytea not null,
  ok boolean not null
);
create index sign_in_attempts_email on sign_in_attempts (email_hash, at);
create index sign_in_attempts_ip on sign_in_attempts (ip_hash, at);

call protect('people');
call protect('members');
call protect('delegations');
call protect('credentials');
call protect('links');
call protect('sessions');
call protect('sign_in_attempts');
