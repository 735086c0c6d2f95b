-- Questions that fall due while whoever has them is away. docs/decisions/0085-nobody-can.md

-- Questions of a member whose due day, or today for what is overdue, is one of their days away.
create function held_while_away(p_member bigint) returns table (case_id bigint)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select a.case_id from case_access a
  join members m on m.id = p_member
  join sites s on s.id = m.site_id
  join absences x on x.member_id = m.id
    and greatest((a.due at time zone s.zone)::date, (app_now() at time zone s.zone)::date) between x.from_day and x.until_day
  where a.party = 'site:' || m.site_id and a.side = 'receiver' and a.type = 'econsult' and a.status = 'assigned'
    and a.due is not null and a.accountable and a.member = p_member
$$;
revoke execute on function held_while_away(bigint) from public;

-- For the job: the same of everybody. Where a person assigns only what they, or the programme, are still to hear.
create function questions_of_the_absent(p_limit integer) returns table (case_id bigint, key text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select distinct c.id, c.key from (select distinct member_id from absences where until_day >= app_now()::date - 1) x
  cross join lateral held_while_away(x.member_id) h
  join cases c on c.id = h.case_id
  left join advice_groups g on g.service_id = (c.state#>>'{receiver,service}')::bigint
  left join advice_waits w on w.case_id = c.id and w.turn = c.turn
  where app_kind() = 'job' and c.state#>>'{receiver,service}' is not null
    and (coalesce(g.automatic, false) or w.away_at is null or (w.told_at is not null and w.programme_at is null))
  order by c.id limit p_limit
$$;

-- For the job: true when the group's assigners are to hear of it now, which is once in its turn.
create function absent_holder(p_case bigint, p_now timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if advice_wait_of(p_case) is null then return false; end if;
  update advice_waits set away_at = p_now where case_id = p_case and away_at is null;
  return found;
end $$;
grant execute on function questions_of_the_absent(integer), absent_holder(bigint, timestamptz) to eservices_app;

-- As 0525, with what each holds that falls due meanwhile.
create or replace function advice_group(p_key text, p_now timestamptz, p_monday timestamptz) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select jsonb_build_object('key', v.key, 'nameEn', v.name_en, 'nameFr', v.name_fr, 'promiseDays', v.promise_days,
    'promiseHours', v.promise_hours,
    'automatic', coalesce(g.automatic, false), 'escalation', coalesce(g.escalation, ''),
    'subSpecialties', coalesce(g.sub_specialties, '[]'), 'version', coalesce(g.version, 0),
    'members', (select coalesce(jsonb_agg(jsonb_build_object(
      'key', k.key, 'member', k.member_id, 'name', k.name, 'weeklyCap', a.weekly_cap,
      'subSpecialties', coalesce(a.sub_specialties, '{}'), 'languages', coalesce(a.languages, '{}'),
      'regions', coalesce(a.regions, '{}'), 'conflicts', coalesce(a.conflicts, '{}'),
      'absences', absences_since(k.member_id, (p_now at time zone s.zone)::date),
      'held', (select count(distinct h.case_id) from held_while_away(k.member_id) h),
      'taken', (select count(*) from advice_turns t where t.service_id = v.id and t.member_id = k.member_id
        and t.at >= p_monday and t.at <= p_now)) order by k.name, k.member_id), '[]')
      from clinicians_of_service(v.id) k left join advice_members a on a.service_id = v.id and a.member_id = k.member_id))
  from services v join sites s on s.id = v.site_id left join advice_groups g on g.service_id = v.id
  where v.key = p_key and app_kind() = 'person' and v.site_id = app_site() and v.kind = 'econsult' and v.ended_at is null
$$;

-- As 0484, the same.
create or replace function my_advice(p_now timestamptz, p_monday timestamptz, p_today date) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select jsonb_build_object('member', m.key, 'absences', absences_since(m.id, p_today),
    'held', (select count(distinct h.case_id) from held_while_away(m.id) h),
    'groups', (select coalesce(jsonb_agg(jsonb_build_object('key', v.key,
        'name', jsonb_build_object('en', v.name_en, 'fr', v.name_fr), 'weeklyCap', a.weekly_cap,
        'taken', (select count(*) from advice_turns t where t.service_id = v.id and t.member_id = m.id
          and t.at >= p_monday and t.at <= p_now)) order by v.name_en, v.id), '[]')
      from advice_members a join services v on v.id = a.service_id and v.ended_at is null and v.site_id = m.site_id
      where a.member_id = m.id))
  from members m where app_kind() = 'person' and m.id = app_member() and m.site_id = app_site()
$$;
