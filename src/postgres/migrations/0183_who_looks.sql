-- As 0182, and says whether the request is the actor's party's: one that is not looks as if it were not there.
drop function look_at(text);
create function look_at(p_request text) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  found_id bigint;
begin
  if app_kind() is distinct from 'person' then return false; end if;
  select r.id into found_id from requests r
    where r.key = p_request and exists (select from case_access a where a.request_id = r.id and a.party = app_party()
      and (a.unit is null or app_unit() is null or a.unit = app_unit()));
  if found_id is null then return false; end if;
  insert into request_looks (request_id, member_id, site_id) values (found_id, app_member(), app_site())
    on conflict (request_id, member_id) do update set at = now(), site_id = excluded.site_id;
  delete from request_looks where site_id = app_site() and at < now() - interval '10 minutes';
  return true;
end $$;
grant execute on function look_at(text) to eservices_app;
