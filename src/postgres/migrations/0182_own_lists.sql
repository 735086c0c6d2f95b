-- How a site triages, how a member likes their lists, and who looks at a case now. docs/decisions/0019-what-lists-filter-by.md

-- Priorities and protocols that a site keeps itself; without any, priorities are 1 to 4. A case keeps the words.
create table triage_choices (
  id bigint generated always as identity primary key,
  site_id bigint not null references sites,
  kind text not null check (kind in ('priority', 'protocol')),
  position integer not null check (position between 1 and 100),
  name_en text not null check (name_en <> '' and char_length(name_en) <= 60),
  name_fr text not null check (name_fr <> '' and char_length(name_fr) <= 60),
  unique (site_id, kind, name_en)
);
call protect('triage_choices');
create policy own_site on triage_choices for select to eservices_app
  using (app_kind() = 'person' and site_id = (select app_site()));
create policy keeper_adds on triage_choices for insert to eservices_app
  with check (site_id = (select app_site()) and keeps_listings(site_id));
create policy keeper_removes on triage_choices for delete to eservices_app
  using (site_id = (select app_site()) and keeps_listings(site_id));
grant select, insert (site_id, kind, position, name_en, name_fr), delete on triage_choices to eservices_app;

-- Chosen columns of lists, and whether the next request opens after a decision.
create table worklist_settings (
  member_id bigint primary key references members,
  columns text[] not null check (cardinality(columns) <= 20),
  opens_next boolean not null
);
call protect('worklist_settings');
create policy own on worklist_settings to eservices_app
  using (app_kind() = 'person' and member_id = (select app_member()))
  with check (app_kind() = 'person' and member_id = (select app_member()));
grant select, insert, update (columns, opens_next) on worklist_settings to eservices_app;

-- A folder with filters under a name of one's own. What was searched for is never in it.
create table worklist_views (
  id bigint generated always as identity primary key,
  key text not null unique,
  member_id bigint not null references members,
  name text not null check (name <> '' and char_length(name) <= 60),
  folder text not null check (char_length(folder) <= 60),
  filters jsonb not null check (octet_length(filters::text) <= 1000),
  unique (member_id, name)
);
call protect('worklist_views');
create policy own on worklist_views to eservices_app
  using (app_kind() = 'person' and member_id = (select app_member()))
  with check (app_kind() = 'person' and member_id = (select app_member()));
grant select, insert (key, member_id, name, folder, filters), update (folder, filters), delete on worklist_views to eservices_app;

-- Who of a site has the page of a request open, for a few minutes: it tells, and never keeps anybody from writing.
-- Unlogged: nobody misses it after a restart.
create unlogged table request_looks (
  request_id bigint not null,
  member_id bigint not null references members,
  site_id bigint not null references sites,
  at timestamptz not null default now(),
  primary key (request_id, member_id)
);
create index request_looks_site on request_looks (site_id, at);
call protect('request_looks');
create policy own_site on request_looks for select to eservices_app
  using (app_kind() = 'person' and site_id = (select app_site())
    and exists (select from case_access a where a.request_id = request_looks.request_id and a.party = (select app_party())));

-- Writes that the actor looks at a request their party holds now, and forgets who has left.
create function look_at(p_request text) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if app_kind() is distinct from 'person' then return; end if;
  insert into request_looks (request_id, member_id, site_id)
    select r.id, app_member(), app_site() from requests r
    where r.key = p_request and exists (select from case_access a where a.request_id = r.id and a.party = app_party()
      and (a.unit is null or app_unit() is null or a.unit = app_unit()))
    on conflict (request_id, member_id) do update set at = now(), site_id = excluded.site_id;
  delete from request_looks where site_id = app_site() and at < now() - interval '10 minutes';
end $$;
grant select on request_looks to eservices_app;
grant execute on function look_at(text) to eservices_app;
