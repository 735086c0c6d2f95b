-- As 0525, and a conflict that is said by a licence number holds when a specialist is named, as it does when one is chosen.
create or replace function advice_specialists(p_service text, p_now timestamptz, p_monday timestamptz)
returns table (key text, name text, languages text[], sub_specialties text[], absences jsonb, is_full boolean)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select k.key, k.name, a.languages, a.sub_specialties, absences_since(k.member_id, (p_now at time zone s.zone)::date),
    (select count(*) from advice_turns t where t.service_id = v.id and t.member_id = k.member_id
      and t.at >= p_monday and t.at <= p_now) >= a.weekly_cap
  from services v
  join sites s on s.id = v.site_id
  cross join lateral clinicians_of_service(v.id) k
  join advice_members a on a.service_id = v.id and a.member_id = k.member_id and a.weekly_cap > 0
  where app_kind() = 'person' and v.key = p_service and v.kind = 'econsult' and v.member_id is null and v.ended_at is null
    and not exists (
      select from unnest(a.conflicts) one where searchable(one) in (
        select searchable(named) from sites s, unnest(array[s.name_en, s.name_fr]) named where s.id = app_site()
        union all select searchable(me.licence) from members me
          where me.id = coalesce(app_acting_for(), app_member()) and me.licence is not null))
    and not exists (
      select from members me join members them on them.person_id = me.person_id
      where me.id = coalesce(app_acting_for(), app_member()) and them.id = k.member_id)
  order by k.name, k.member_id
$$;
