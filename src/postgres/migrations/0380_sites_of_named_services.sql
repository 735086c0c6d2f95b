-- Names for lists, also of services that have ended, with the site: several sites call a service the same.
drop function service_names(bigint[]);
create function service_names(p_services bigint[])
returns table (service bigint, key text, name_en text, name_fr text, site_en text, site_fr text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select v.id, v.key, v.name_en, v.name_fr, s.name_en, s.name_fr
  from services v join sites s on s.id = v.site_id where v.id = any (p_services)
$$;

grant execute on function service_names(bigint[]) to eservices_app;
