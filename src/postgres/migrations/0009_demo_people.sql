-- Whom a visitor of a demonstration may be. Empty anywhere else.
create function demo_people()
  returns table (person bigint, key text, name text, does_en text, does_fr text, site_en text, site_fr text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, p.key, p.name, m.job_title_en, m.job_title_fr, s.name_en, s.name_fr
  from people p
  join lateral (
    select * from members where person_id = p.id order by id limit 1
  ) m on true
  join sites s on s.id = m.site_id
  where (select demo from installation) and p.suspended_at is null and m.job_title_en is not null
    and exists (select from live_members(p.id))
  order by p.id
  limit 24
$$;
grant execute on function demo_people to eservices_app;
