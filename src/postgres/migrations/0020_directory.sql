-- The directory: what sites offer, and one search entry for every service and facility. Public to read.
create extension if not exists pg_trgm;

-- The publisher's own type of an imported facility, as "long-term care home".
alter table sites add column source_type text;

create table service_categories (
  code text primary key,
  name_en text not null,
  name_fr text not null,
  -- Words by which people ask for it, both languages.
  terms text not null default ''
);

create table services (
  id bigint generated always as identity primary key,
  key text not null unique,
  site_id bigint not null references sites,
  unit_id bigint,
  -- A named specialist or the group's own member, when it is not for whoever is assigned.
  member_id bigint references members,
  kind text not null check (kind in ('econsult', 'referral', 'community')),
  category text not null references service_categories,
  name_en text not null check (char_length(name_en) <= 200),
  name_fr text not null check (char_length(name_fr) <= 200),
  description_en text not null default '' check (char_length(description_en) <= 4000),
  description_fr text not null default '' check (char_length(description_fr) <= 4000),
  will_see_en text not null default '',
  will_see_fr text not null default '',
  languages text[] not null default '{en}',
  modes text[] not null default '{in-person}' check (modes <@ array['in-person', 'virtual']),
  min_age smallint,
  max_age smallint,
  sexes text[] not null default '{}',
  urgent boolean not null default false,
  accepting boolean not null default true,
  paused_until date,
  promise_days smallint check (promise_days > 0),
  usual_median numeric,
  usual_ninetieth numeric,
  usual_people integer,
  usual_at date,
  labels text[] not null default '{}',
  medium text,
  form text,
  phone text,
  fax text,
  demo boolean not null default false,
  ended_at timestamptz,
  foreign key (unit_id, site_id) references units (id, site_id)
);
create index services_of_site on services (site_id);

-- What is searched: one row for every service and facility, narrow, since thousands are read to find two hundred. Made
-- anew by an import from what sites and services say, all at once, so its parts need no foreign keys among themselves.
create table directory_entries (
  id integer primary key,
  site_id bigint references sites,
  service_id bigint unique references services,
  kind text not null,
  latitude real,
  longitude real,
  -- Languages it works in; empty when nobody said.
  languages text[] not null,
  check ((site_id is null) <> (service_id is null))
);
create unique index directory_entries_site on directory_entries (site_id) where site_id is not null;

-- What an entry says. Stems are made by domain/directory/words.ts, so the database knows no language.
create table directory_texts (
  entry integer primary key,
  name_stems text[] not null,
  term_stems text[] not null,
  text_stems text[] not null
);

-- Which entries say a stem, and how loudly: 3 in the name, 2 in category and terms, 1 in the description. Read by its
-- primary key alone.
create table directory_postings (
  stem text not null,
  entry integer not null,
  field smallint not null,
  primary key (stem, entry) include (field)
);

-- How many entries have a stem, and under '' how many there are; counted again after an import. Typos are mended against it.
create table directory_stems (
  stem text primary key,
  entries integer not null
);
create index directory_stems_like on directory_stems using gin (stem gin_trgm_ops);

-- The open list of synonyms, which a steward of the programme may edit.
create table synonyms (
  id bigint generated always as identity primary key,
  term text not null check (char_length(term) between 1 and 100),
  means text not null check (char_length(means) between 1 and 300),
  source text not null default 'steward',
  unique (term, means)
);

-- Centres of forward sortation areas, for distances (GeoNames, CC BY 4.0), where they were believed.
create table fsa_centres (
  fsa text primary key,
  latitude double precision not null,
  longitude double precision not null
);

create table imports (
  id bigint generated always as identity primary key,
  source text not null,
  file_hash text not null,
  at timestamptz not null default now(),
  counts jsonb not null
);

call protect('service_categories');
call protect('services');
call protect('directory_entries');
call protect('directory_texts');
call protect('directory_postings');
call protect('directory_stems');
call protect('synonyms');
call protect('fsa_centres');
call protect('imports');

create policy read_all on service_categories for select to eservices_app using (true);
create policy read_all on services for select to eservices_app using (true);
create policy read_all on directory_entries for select to eservices_app using (true);
create policy read_all on directory_texts for select to eservices_app using (true);
create policy read_all on directory_postings for select to eservices_app using (true);
create policy read_all on directory_stems for select to eservices_app using (true);
create policy read_all on synonyms for select to eservices_app using (true);
create policy read_all on fsa_centres for select to eservices_app using (true);
grant select on service_categories, services, directory_entries, directory_texts, directory_postings, directory_stems,
  synonyms, fsa_centres to eservices_app;

-- The actor works as steward of the programme.
create function is_programme_steward() returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from members m join sites s on s.id = m.site_id
    where m.id = app_member() and m.person_id = app_person() and 'steward' = any (m.roles)
      and m.suspended_at is null and s.kind = 'programme' and s.suspended_at is null)
$$;
grant execute on function is_programme_steward() to eservices_app;

create policy steward on synonyms to eservices_app
  using (app_kind() = 'person' and (select is_programme_steward()))
  with check (app_kind() = 'person' and (select is_programme_steward()));
grant insert, update (term, means), delete on synonyms to eservices_app;

-- Counts the stems anew: after an import, by the operator.
create function count_stems() returns void
language sql security definer set search_path = public, pg_temp as $$
  truncate directory_stems;
  insert into directory_stems (stem, entries)
  select stem, count(*) from directory_postings group by stem
  union all select '', count(*) from directory_entries;
$$;
