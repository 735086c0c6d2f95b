-- Lists of other directories: what each import did to which listing, so that one of them can be undone.

-- Which list it came from, and its name there. What was made here has none.
alter table services add column source text, add column source_ref text;
create unique index services_source on services (source, source_ref);

alter table imports
  add column key text unique,
  add column format text not null default 'csv' check (format in ('csv', 'hsds', 'fhir')),
  add column file_name text not null default '' check (char_length(file_name) <= 200),
  -- Null for the operator.
  add column by_member bigint references members,
  -- [{at, name, outcome, notes}]: a line for everything in the file.
  add column rows jsonb not null default '[]',
  add column undone_at timestamptz,
  -- What undoing left as it was, [{name, why}].
  add column left_alone jsonb;

-- Append-only but for its end.
create table import_changes (
  id bigint generated always as identity primary key,
  import_id bigint not null references imports,
  site_id bigint references sites,
  service_id bigint references services,
  -- As it was and as it became; before is null for what the import added.
  before jsonb,
  after jsonb not null,
  undone_at timestamptz,
  check ((site_id is null) <> (service_id is null))
);
create index import_changes_of on import_changes (import_id);
create index import_changes_site on import_changes (site_id, id desc) where site_id is not null;
create index import_changes_service on import_changes (service_id, id desc) where service_id is not null;
call protect('import_changes');

-- The programme looks after the directory: its stewards, and the operator.
create function may_import() returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select (is_operator() or (app_kind() = 'person' and is_programme_steward())) is true
$$;
grant execute on function may_import() to eservices_app;

create policy programme on imports for select to eservices_app
  using (app_kind() = 'person' and (select is_programme_steward()));
create policy programme on import_changes for select to eservices_app
  using (app_kind() = 'person' and (select is_programme_steward()));
-- The search is made anew by a job.
create policy work on import_changes for select to eservices_app using (app_kind() = 'job');
grant select on imports, import_changes to eservices_app;

create function demand_importer() returns void
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not may_import() then
    raise exception 'a steward of the programme imports' using errcode = 'insufficient_privilege';
  end if;
end $$;

-- One import at a time: what the next one sees is what this one left. Its inside id.
create function begin_import(the_key text, the_source text, the_format text, the_file text, the_hash text) returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare the_id bigint;
begin
  perform demand_importer();
  insert into imports (key, source, format, file_name, file_hash, counts, by_member)
  values (the_key, the_source, the_format, the_file, the_hash, '{}', app_member()) returning id into the_id;
  return the_id;
end $$;

create function end_import(the_import bigint, the_counts jsonb, the_rows jsonb) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform demand_importer();
  update imports set counts = the_counts, rows = the_rows where id = the_import and counts = '{}';
end $$;

create function add_categories(the_rows jsonb) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform demand_importer();
  insert into service_categories (code, name_en, name_fr)
  select code, name->>'en', name->>'fr' from jsonb_to_recordset(the_rows) x (code text, name jsonb)
  on conflict (code) do nothing;
  update service_categories c set parent = x.parent from jsonb_to_recordset(the_rows) x (code text, parent text)
  where c.code = x.code and x.parent is not null;
end $$;

create function text_list(the_list jsonb) returns text[] language sql immutable as $$
  select coalesce(array_agg(x order by n), '{}') from jsonb_array_elements_text(the_list) with ordinality l (x, n)
$$;

-- Sites of a list, new ones as facilities that do not work here: [{id, key, ref, record}]. Whoever is here stays who they are.
create function write_sites(the_import bigint, the_source text, the_rows jsonb) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform demand_importer();
  insert into sites as s (key, source, source_ref, kind, province, name_en, name_fr, address, city, postal_code, latitude,
    longitude, phone, fax, source_type, location_approximate)
  select x.key, the_source, x.ref, 'facility', 'ON', x.record#>>'{name,en}', x.record#>>'{name,fr}', x.record->>'address',
    x.record->>'city', x.record->>'postalCode', (x.record->>'latitude')::float8, (x.record->>'longitude')::float8,
    x.record->>'phone', x.record->>'fax', x.record->>'type', coalesce((x.record->>'approximate')::boolean, false)
  from jsonb_to_recordset(the_rows) x (key text, ref text, record jsonb)
  on conflict (key) do update set name_en = excluded.name_en, name_fr = excluded.name_fr, address = excluded.address,
    city = excluded.city, postal_code = excluded.postal_code, latitude = excluded.latitude,
    longitude = excluded.longitude, phone = excluded.phone, fax = excluded.fax, source_type = excluded.source_type,
    location_approximate = excluded.location_approximate,
    suspended_at = null
  where not s.on_network;
  insert into import_changes (import_id, site_id, before, after)
  select the_import, s.id, x.before, x.record
  from jsonb_to_recordset(the_rows) x (key text, before jsonb, record jsonb) join sites s on s.key = x.key
  where the_import is not null;
end $$;

create function write_services(the_import bigint, the_source text, the_rows jsonb) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform demand_importer();
  insert into services as v (key, source, source_ref, site_id, kind, category, name_en, name_fr, description_en,
    description_fr, will_see_en, will_see_fr, will_not_see_en, will_not_see_fr, needed_en, needed_fr, conditions_en,
    conditions_fr, preparation_en, preparation_fr, cost_en, cost_fr, languages, modes, sexes, regions, ways, accessibility,
    min_age, max_age, urgent, accepting, paused_until, phone, fax, public_email, link)
  select x.key, the_source, x.ref, s.id, r->>'kind', r->>'category', r#>>'{name,en}', r#>>'{name,fr}',
    r#>>'{description,en}', r#>>'{description,fr}', r#>>'{willSee,en}', r#>>'{willSee,fr}', r#>>'{willNotSee,en}',
    r#>>'{willNotSee,fr}', r#>>'{needed,en}', r#>>'{needed,fr}', r#>>'{conditions,en}', r#>>'{conditions,fr}',
    r#>>'{preparation,en}', r#>>'{preparation,fr}', r#>>'{cost,en}', r#>>'{cost,fr}', text_list(r->'languages'),
    text_list(r->'modes'), text_list(r->'sexes'), text_list(r->'regions'), text_list(r->'ways'),
    text_list(r->'accessibility'), (r->>'minAge')::smallint, (r->>'maxAge')::smallint, (r->>'urgent')::boolean,
    (r->>'accepting')::boolean, (r->>'pausedUntil')::date, r->>'phone', r->>'fax', r->>'publicEmail', r->>'link'
  from jsonb_to_recordset(the_rows) x (key text, ref text, record jsonb), lateral (select x.record as r) y
  join sites s on s.key = y.r->>'site'
  on conflict (key) do update set site_id = excluded.site_id, kind = excluded.kind, category = excluded.category,
    name_en = excluded.name_en, name_fr = excluded.name_fr, description_en = excluded.description_en,
    description_fr = excluded.description_fr, will_see_en = excluded.will_see_en, will_see_fr = excluded.will_see_fr,
    will_not_see_en = excluded.will_not_see_en, will_not_see_fr = excluded.will_not_see_fr,
    needed_en = excluded.needed_en, needed_fr = excluded.needed_fr, conditions_en = excluded.conditions_en,
    conditions_fr = excluded.conditions_fr, preparation_en = excluded.preparation_en,
    preparation_fr = excluded.preparation_fr, cost_en = excluded.cost_en, cost_fr = excluded.cost_fr,
    languages = excluded.languages, modes = excluded.modes, sexes = excluded.sexes, regions = excluded.regions,
    ways = excluded.ways, accessibility = excluded.accessibility, min_age = excluded.min_age,
    max_age = excluded.max_age, urgent = excluded.urgent, accepting = excluded.accepting,
    paused_until = excluded.paused_until, phone = excluded.phone, fax = excluded.fax,
    public_email = excluded.public_email, link = excluded.link, ended_at = null;
  perform write_service_parts(the_rows);
  insert into listing_history (service_id, version, act, changes)
  select v.id, v.version, case when x.before is null then 'added' else 'changed' end, '{}'
  from jsonb_to_recordset(the_rows) x (key text, before jsonb) join services v on v.key = x.key;
  insert into import_changes (import_id, service_id, before, after)
  select the_import, v.id, x.before, x.record
  from jsonb_to_recordset(the_rows) x (key text, before jsonb, record jsonb) join services v on v.key = x.key
  where the_import is not null;
end $$;

-- Places with their hours, and who works there, anew. Members of the network stay named as they are.
create function write_service_parts(the_rows jsonb) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform demand_importer();
  delete from service_places where service_id in
    (select v.id from jsonb_to_recordset(the_rows) x (key text) join services v on v.key = x.key);
  delete from service_clinicians where service_id in
    (select v.id from jsonb_to_recordset(the_rows) x (key text) join services v on v.key = x.key);
  insert into service_places (service_id, position, name_en, name_fr, address, city, postal_code, latitude, longitude, phone)
  select v.id, p.n, p.place#>>'{name,en}', p.place#>>'{name,fr}', p.place->>'address', p.place->>'city',
    p.place->>'postalCode', (p.place->>'latitude')::float8, (p.place->>'longitude')::float8, p.place->>'phone'
  from jsonb_to_recordset(the_rows) x (key text, record jsonb) join services v on v.key = x.key
  cross join lateral jsonb_array_elements(x.record->'places') with ordinality p (place, n);
  insert into place_hours (place_id, weekday, opens, closes)
  select sp.id, h.weekday, h.opens, h.closes
  from jsonb_to_recordset(the_rows) x (key text, record jsonb) join services v on v.key = x.key
  cross join lateral jsonb_array_elements(x.record->'places') with ordinality p (place, n)
  join service_places sp on sp.service_id = v.id and sp.position = p.n
  cross join lateral jsonb_to_recordset(p.place->'hours') h (weekday smallint, opens smallint, closes smallint);
  insert into service_clinicians (service_id, position, name, profession_en, profession_fr)
  select v.id, c.n, c.one->>'name', c.one#>>'{profession,en}', c.one#>>'{profession,fr}'
  from jsonb_to_recordset(the_rows) x (key text, record jsonb) join services v on v.key = x.key
  cross join lateral jsonb_array_elements(x.record->'clinicians') with ordinality c (one, n);
end $$;

-- Which of them a case names, or somebody works at: what an undone import must leave.
create function listings_in_use(the_sites bigint[], the_services bigint[])
returns table (site bigint, service bigint)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform demand_importer();
  return query
  select null::bigint, s from unnest(the_services) s where exists (select from case_access a where a.service = s)
  union all
  select s, null::bigint from unnest(the_sites) s where exists (select from case_access a where a.party = 'site:' || s)
    or exists (select from members m where m.site_id = s)
    or exists (select from services v where v.site_id = s and v.ended_at is null);
end $$;

-- Takes what an import added out of the directory; its history stays.
create function remove_listings(the_sites bigint[], the_services bigint[]) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform demand_importer();
  update services set ended_at = now() where id = any (the_services) and source is not null;
  update sites set suspended_at = now() where id = any (the_sites) and source is not null and not on_network;
end $$;

create function end_undo(the_import bigint, the_changes bigint[], the_left jsonb) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform demand_importer();
  update import_changes set undone_at = now() where import_id = the_import and id = any (the_changes);
  update imports set undone_at = now(), left_alone = the_left where id = the_import;
end $$;

-- Puts listings into the search anew, or takes them out: those of the two lists are dropped, `the_entries` added.
create function index_listings(the_sites bigint[], the_services bigint[], the_entries jsonb) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  dropped integer[];
  touched text[];
  first integer;
begin
  if app_kind() is distinct from 'job' then perform demand_importer(); end if;
  perform pg_advisory_xact_lock(7261, 5);
  select coalesce(array_agg(id), '{}') into dropped from directory_entries
  where site_id = any (the_sites) or service_id = any (the_services);
  select coalesce(array_agg(distinct stem), '{}') into touched from (
    select unnest(t.name_stems || t.term_stems || t.text_stems) as stem from directory_texts t where t.entry = any (dropped)
    union select jsonb_array_elements_text(e.posted) from jsonb_to_recordset(the_entries) e (posted jsonb)) s;
  delete from directory_postings where entry = any (dropped) and stem = any (touched);
  delete from directory_texts where entry = any (dropped);
  delete from directory_entries where id = any (dropped);
  select coalesce(max(id), 0) into first from directory_entries;
  with given as materialized (
    select first + (row_number() over ())::integer as id, e.* from jsonb_to_recordset(the_entries) e (site bigint,
      service bigint, kind text, latitude real, longitude real, languages text[], name text[], terms text[], text text[],
      posted text[], fields smallint[])),
  entry as (
    insert into directory_entries (id, site_id, service_id, kind, latitude, longitude, languages)
    select id, site, service, kind, latitude, longitude, languages from given),
  said as (
    insert into directory_texts (entry, name_stems, term_stems, text_stems) select id, name, terms, text from given)
  insert into directory_postings (stem, entry, field)
  select p.stem, g.id, p.field from given g cross join unnest(g.posted, g.fields) p (stem, field) order by 1, 2;
  delete from directory_stems where stem = any (touched) or stem = '';
  insert into directory_stems (stem, entries)
  select stem, count(*) from directory_postings where stem = any (touched) group by stem
  union all select '', count(*) from directory_entries;
end $$;

grant execute on function begin_import(text, text, text, text, text), end_import(bigint, jsonb, jsonb),
  add_categories(jsonb), write_sites(bigint, text, jsonb), write_services(bigint, text, jsonb),
  listings_in_use(bigint[], bigint[]), remove_listings(bigint[], bigint[]), end_undo(bigint, bigint[], jsonb),
  index_listings(bigint[], bigint[], jsonb), demand_importer() to eservices_app;
