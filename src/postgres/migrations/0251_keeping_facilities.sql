-- What a site says of a facility that it keeps, and what was said before.
alter table sites add column listing_version integer not null default 0;

create table facility_history (
  id bigint generated always as identity primary key,
  site_id bigint not null references sites,
  version integer not null,
  -- {field: {before, after}}
  changes jsonb not null,
  at timestamptz not null default now(),
  by_member bigint not null references members
);
create index facility_history_of on facility_history (site_id, id desc);
call protect('facility_history');
create policy keepers_read on facility_history for select to eservices_app using (keeps_listings(site_id));
grant select on facility_history to eservices_app;
create trigger append_only before update or delete or truncate on facility_history
  for each statement execute function forbid_change();

-- By whoever keeps it, as it was at `the_version`; false when it has moved on. The change and its line go together.
create function edit_facility(the_site bigint, the_version integer, said jsonb, the_changes jsonb) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from sites where id = the_site and kind = 'facility' and kept_by = app_site()) or not keeps_listings(the_site) then
    raise exception 'not a facility that the actor keeps' using errcode = 'insufficient_privilege';
  end if;
  update sites set
    name_en = said->>'nameEn', name_fr = said->>'nameFr', address = said->>'address', city = said->>'city',
    postal_code = said->>'postalCode', phone = said->>'phone', fax = said->>'fax',
    latitude = (said#>>'{point,latitude}')::float8, longitude = (said#>>'{point,longitude}')::float8,
    location_approximate = (said->>'approximate')::boolean, listing_version = listing_version + 1
  where id = the_site and listing_version = the_version;
  if not found then return false; end if;
  insert into facility_history (site_id, version, changes, by_member) values (the_site, the_version + 1, the_changes, app_member());
  return true;
end $$;
grant execute on function edit_facility(bigint, integer, jsonb, jsonb) to eservices_app;
