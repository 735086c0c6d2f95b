-- A clinician of another practice by licence number, to read a referral along. docs/decisions/0074-the-family-physician-reads-along.md
create function clinician_by_licence(p_licence text) returns table (key text, name text, site jsonb)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select m.key, p.name, jsonb_build_object('en', s.name_en, 'fr', s.name_fr)
  from members m join people p on p.id = m.person_id join sites s on s.id = m.site_id
  where app_kind() = 'person' and m.licence = p_licence and m.site_id <> app_site() and m.roles && array['clinician', 'resident', 'nurse']
    and s.on_network and s.suspended_at is null and p.suspended_at is null and m.suspended_at is null
    and current_date between m.from_day and coalesce(m.until_day, 'infinity')
  order by s.kind = 'practice' desc, m.id limit 1
$$;
revoke execute on function clinician_by_licence(text) from public;
grant execute on function clinician_by_licence(text) to eservices_app;
