-- Requests, cases, their events, and who may see them.

-- Whose forms a receipt belongs to.
create function app_sender() returns text language sql stable parallel safe as $$
  select case app_kind()
    when 'person' then 'person:' || app_person()
    when 'partner' then 'site:' || app_site()
    when 'patient' then 'link:' || app_link()
    when 'guest' then 'link:' || app_link()
    when 'job' then 'case:' || app_case()
  end
$$;

-- Which sides an audience includes; the machine reads everything. `hears` in domain/case/access.ts says the same.
create function audience_reads(audience text, reader text) returns boolean
language sql immutable parallel safe as $$
  select reader = 'system' or case audience
    when 'everyone' then true
    when 'all' then reader <> 'patient'
    when 'clinical' then reader in ('requester', 'receiver')
    else reader = audience
  end
$$;

-- The words of an event: its audience, and the side that wrote it. `mayRead` in domain/case/access.ts says the same.
create function side_reads(audience text, author text, reader text) returns boolean
language sql immutable parallel safe as $$
  select author = reader or audience_reads(audience, reader)
$$;

-- That an event happened. A clinical one moves the case, so intake and copies see its line without its words.
create function side_knows(audience text, author text, reader text) returns boolean
language sql immutable parallel safe as $$
  select side_reads(audience, author, reader) or (audience = 'clinical' and reader <> 'patient')
$$;

create table requests (
  id bigint generated always as identity primary key,
  key text not null unique,
  reference text not null unique,
  -- A patient in the list of the requester's site.
  patient_id bigint,
  opened_at timestamptz not null
);

create table cases (
  id bigint generated always as identity primary key,
  key text not null unique,
  request_id bigint not null references requests,
  type text not null check (type in ('econsult', 'referral')),
  state jsonb not null,
  version integer not null,
  turn integer not null,
  last_hash bytea not null,
  requester_patient jsonb not null,
  -- Null until the receiver corrects its own copy.
  receiver_patient jsonb,
  opened_at timestamptz not null
);
create index cases_of_request on cases (request_id, id);

create table case_events (
  -- Checked at the end: a case is inserted after its first events, with the hash of the last.
  case_id bigint not null references cases deferrable initially deferred,
  seq integer not null,
  type text not null,
  audience text not null
    check (audience in ('everyone', 'all', 'clinical', 'requester', 'receiver', 'intake')),
  at timestamptz not null,
  side text not null
    check (side in ('requester', 'receiver', 'intake', 'copy', 'patient', 'system')),
  person bigint,
  member bigint,
  acting_for bigint,
  responsible bigint,
  site bigint,
  unit bigint,
  link bigint,
  -- The side off the network whose word this is.
  recorded_for text,
  clinical boolean not null,
  lead boolean not null,
  body_hash bytea not null,
  chain_hash bytea not null,
  primary key (case_id, seq)
);

-- Apart from their events, so that a purge can blank the words and the chain still verifies.
create table event_bodies (
  case_id bigint not null,
  seq integer not null,
  audience text not null,
  -- Of the author, who may always read it.
  side text not null,
  body text not null,
  purged_at timestamptz,
  purged_why text,
  primary key (case_id, seq),
  foreign key (case_id, seq) references case_events
);

-- Who takes part in a case and what it is for them now. Worklists, counts and the deadline scan read this table alone.
create table case_access (
  case_id bigint not null references cases,
  party text not null,
  side text not null
    check (side in ('requester', 'receiver', 'intake', 'copy', 'patient', 'system')),
  request_id bigint not null,
  type text not null,
  unit bigint,
  member bigint,
  service bigint,
  status text not null,
  urgency text not null,
  flag text,
  -- Null when the case has ended, or ended for this party.
  due timestamptz,
  from_at timestamptz,
  accountable boolean not null,
  waiting_since timestamptz not null,
  updated timestamptz not null,
  -- When somebody of this party first opened it.
  opened_at timestamptz,
  -- Lower case, without accents, family name first; sites only.
  patient_name text,
  card text,
  -- The last event this party may see, and the case as it was then; a receiver who declined keeps what it saw.
  until_seq integer,
  frozen jsonb,
  primary key (case_id, party, side)
);
create index case_access_request on case_access (request_id, party);
create index case_access_turn on case_access (party, due, case_id) where accountable;
create index case_access_open on case_access (party, side, type, status, due, case_id) where due is not null;
create index case_access_ended on case_access (party, side, type, status, updated desc, case_id desc)
  where due is null and patient_name is not null;
create index case_access_name on case_access (party, patient_name text_pattern_ops)
  where patient_name is not null;
create index case_access_card on case_access (party, card) where card <> '';
create index case_access_deadline on case_access (due) where side = 'system' and due is not null;

call protect('requests');
call protect('cases');
call protect('case_events');
call protect('event_bodies');
call protect('case_access');

-- One column decides, its setting read once in a sub-select: the planner keeps the ordered index of the party.
-- Somebody who belongs to a unit sees the cases of that unit and those of no unit.
create policy party_reads on case_access for select to eservices_app using (
  party = (select app_party())
  and (unit is null or (select app_unit()) is null or unit = (select app_unit()))
);
create policy party_reads on requests for select to eservices_app using (exists (
  select from case_access a where a.request_id = requests.id and a.party = (select app_party())
));
create policy party_reads on cases for select to eservices_app using (exists (
  select from case_access a
  where a.case_id = cases.id and a.party = (select app_party()) and a.until_seq is null
));
create policy party_reads on case_events for select to eservices_app using (exists (
  select from case_access a
  where a.case_id = case_events.case_id and a.party = (select app_party())
    and (a.until_seq is null or case_events.seq <= a.until_seq)
    and side_knows(case_events.audience, case_events.side, a.side)
));
create policy party_reads on event_bodies for select to eservices_app using (exists (
  select from case_access a
  where a.case_id = event_bodies.case_id and a.party = (select app_party())
    and (a.until_seq is null or event_bodies.seq <= a.until_seq)
    and side_reads(event_bodies.audience, event_bodies.side, a.side)
));

-- Reading is all the app may do by itself; it writes through the functions of the next migration.
grant select on requests, cases, case_events, event_bodies, case_access to eservices_app;
grant execute on function app_sender(), audience_reads(text, text), side_reads(text, text, text),
  side_knows(text, text, text) to eservices_app;

create trigger append_only before update or delete or truncate on case_events
  for each statement execute function forbid_change();
create trigger append_only before delete or truncate on event_bodies
  for each statement execute function forbid_change();
-- A purge takes the words and leaves a tombstone; nothing puts other words in their place.
create trigger only_purged before update on event_bodies
  for each row when (new.body <> '' or new.purged_at is null or old.purged_at is not null)
  execute function forbid_change();
