-- Whom one may name when asking a group (docs/decisions/0066): those who agreed to take its questions and named no conflict
-- with the actor's site. Caps stay the group's; of them only whether there is room this week.
create function advice_specialists(p_service text, p_now timestamptz, p_monday timestamptz)
returns table (key text, name text, languages text[], sub_specialties text[], absences jsonb, is_full boolean)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select k.key, k.name, a.languages, a.sub_specialties, absences_since(k.member_id, p_now::date),
    (select count(*) from advice_turns t where t.service_id = v.id and t.member_id = k.member_id
      and t.at >= p_monday and t.at <= p_now) >= a.weekly_cap
  from services v
  cross join lateral clinicians_of_service(v.id) k
  join advice_members a on a.service_id = v.id and a.member_id = k.member_id and a.weekly_cap > 0
  where app_kind() = 'person' and v.key = p_service and v.kind = 'econsult' and v.member_id is null and v.ended_at is null
    and not exists (
      select from unnest(a.conflicts) one join sites s on s.id = app_site()
      where searchable(one) in (searchable(s.name_en), searchable(s.name_fr)))
  order by k.name, k.member_id
$$;
revoke execute on function advice_specialists(text, timestamptz, timestamptz) from public;
grant execute on function advice_specialists(text, timestamptz, timestamptz) to eservices_app;

-- Whether a group gives out its questions by itself, for those who ask it.
create function assigns_itself(p_service text) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select coalesce((select g.automatic from services v join advice_groups g on g.service_id = v.id where v.key = p_service), false)
$$;
revoke execute on function assigns_itself(text) from public;
grant execute on function assigns_itself(text) to eservices_app;
