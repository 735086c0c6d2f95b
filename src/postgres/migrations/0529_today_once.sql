-- As 0525; what day it is where the group is, is asked once and not for each of its members.
create or replace function clinicians_of_service(p_service bigint) returns table (member_id bigint, key text, name text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select m.id, m.key, p.name
  from (select v.id, v.site_id, v.unit_id, day_at(v.site_id) as today from services v where v.id = p_service offset 0) v
  join members m on m.site_id = v.site_id and m.roles && array['clinician', 'resident']
    and (v.unit_id is null or m.unit_id is null or m.unit_id = v.unit_id)
    and m.suspended_at is null and m.from_day <= greatest(v.today, current_date)
    and coalesce(m.until_day, 'infinity') >= v.today
  join people p on p.id = m.person_id and p.suspended_at is null
$$;
