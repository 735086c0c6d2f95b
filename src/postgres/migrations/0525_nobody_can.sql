-- When nobody can take a question, and who was told of it. docs/decisions/0085-nobody-can.md

-- Today, where a site is.
create function day_at(p_site bigint) returns date
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select (app_now() at time zone s.zone)::date from sites s where s.id = p_site
$$;
revoke execute on function day_at(bigint) from public;

-- As 0220, by the days of the group; who begins is there as soon as they can sign in.
create or replace function clinicians_of_service(p_service bigint) returns table (member_id bigint, key text, name text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select m.id, m.key, p.name from services v
  join members m on m.site_id = v.site_id and m.roles && array['clinician', 'resident']
    and (v.unit_id is null or m.unit_id is null or m.unit_id = v.unit_id)
    and m.suspended_at is null and m.from_day <= greatest(day_at(v.site_id), current_date)
    and coalesce(m.until_day, 'infinity') >= day_at(v.site_id)
  join people p on p.id = m.person_id and p.suspended_at is null
  where v.id = p_service
$$;

-- As 0311, by the days of the site.
create or replace function questions_left_behind(p_limit integer) returns table (case_id bigint, key text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select c.id, c.key from case_access a
  join members m on m.id = a.member
  join people p on p.id = m.person_id
  join sites s on s.id = m.site_id
  join cases c on c.id = a.case_id
  where app_kind() = 'job' and a.side = 'receiver' and a.type = 'econsult' and a.status in ('assigned', 'more-info')
    and a.due is not null
    and (m.suspended_at is not null or p.suspended_at is not null
      or m.until_day < (app_now() at time zone s.zone)::date)
  order by c.id limit p_limit
$$;

-- As 0470: who is away on their last day is so until midnight where the group is.
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
      select from unnest(a.conflicts) one join sites s on s.id = app_site()
      where searchable(one) in (searchable(s.name_en), searchable(s.name_fr)))
    and not exists (
      select from members me join members them on them.person_id = me.person_id
      where me.id = coalesce(app_acting_for(), app_member()) and them.id = k.member_id)
  order by k.name, k.member_id
$$;

-- As 0510, the same.
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
      'taken', (select count(*) from advice_turns t where t.service_id = v.id and t.member_id = k.member_id
        and t.at >= p_monday and t.at <= p_now)) order by k.name, k.member_id), '[]')
      from clinicians_of_service(v.id) k left join advice_members a on a.service_id = v.id and a.member_id = k.member_id))
  from services v join sites s on s.id = v.site_id left join advice_groups g on g.service_id = v.id
  where v.key = p_key and app_kind() = 'person' and v.site_id = app_site() and v.kind = 'econsult' and v.ended_at is null
$$;

-- What was told of a question, for as long as its turn lasts: a question that comes to its group again is told again.
create table advice_waits (
  case_id bigint primary key references cases on delete cascade,
  service_id bigint not null references services on delete cascade,
  turn integer not null,
  -- By the job that tries again.
  looked_at timestamptz,
  -- That nobody can take it: the group's assigners, and the programme.
  told_at timestamptz,
  programme_at timestamptz,
  -- That it falls due while its specialist is away: the group's assigners.
  away_at timestamptz
);
create index advice_waits_untold on advice_waits (service_id) where told_at is not null and programme_at is null;
call protect('advice_waits');

-- The row of a question as it is in this turn, for the job or in the transaction that writes to it; null for anybody else.
create function advice_wait_of(p_case bigint) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare c cases;
begin
  if not (app_kind() = 'job' or event_written_now(p_case))
    or not exists (select from case_access a where a.case_id = p_case and a.party = app_party() and a.until_seq is null) then
    return null;
  end if;
  select * into c from cases where id = p_case and type = 'econsult' and state#>>'{receiver,service}' is not null;
  if c.id is null then return null; end if;
  insert into advice_waits (case_id, service_id, turn) values (c.id, (c.state#>>'{receiver,service}')::bigint, c.turn)
  on conflict (case_id) do update set service_id = excluded.service_id, turn = excluded.turn,
    told_at = null, programme_at = null, away_at = null
  where advice_waits.turn <> excluded.turn;
  return (c.state#>>'{receiver,service}')::bigint;
end $$;
revoke execute on function advice_wait_of(bigint) from public;

-- Nobody can take a question: who is to hear of it now. The group's assigners once in its turn; the programme of one group not twice
-- in 20 hours, and then of all that came meanwhile.
drop function nobody_free(bigint, timestamptz);
create function nobody_free(p_case bigint, p_now timestamptz) returns table (assigner boolean, programme boolean)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare the_service bigint := advice_wait_of(p_case);
begin
  if the_service is null then return; end if;
  insert into advice_groups (service_id, version) values (the_service, 0) on conflict do nothing;
  update advice_waits w set told_at = p_now where w.case_id = p_case and w.told_at is null;
  assigner := found;
  update advice_groups g set nobody_told_at = p_now
  where g.service_id = the_service and coalesce(g.nobody_told_at, '-infinity') <= p_now - interval '20 hours'
    and exists (select from advice_waits w where w.case_id = p_case and w.programme_at is null);
  programme := found;
  if programme then
    update advice_waits w set programme_at = p_now
    where w.service_id = the_service and w.told_at is not null and w.programme_at is null;
  end if;
  return next;
end $$;

-- For the job: it looked at a question that waits.
create function advice_looked(p_case bigint, p_now timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if advice_wait_of(p_case) is not null then update advice_waits set looked_at = p_now where case_id = p_case; end if;
end $$;

-- For the job: questions that their group has and nobody yet; in a group with an assigner, who gives it out, once an hour.
drop function waiting_for_advice(integer);
create function waiting_for_advice(p_limit integer, p_now timestamptz) returns table (case_id bigint, key text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select id, key from (
    select c.id, c.key from case_access a join cases c on c.id = a.case_id
    left join advice_groups g on g.service_id = a.service
    left join advice_waits w on w.case_id = c.id and w.turn = c.turn
    where app_kind() = 'job' and a.side = 'system' and a.type = 'econsult' and a.status = 'asked' and a.due is not null
      and a.service is not null
      and (coalesce(g.automatic, false) or coalesce(w.looked_at, '-infinity') <= p_now - interval '1 hour')
    order by w.looked_at nulls first, c.id limit p_limit) found
  order by id
$$;
grant execute on function nobody_free(bigint, timestamptz), advice_looked(bigint, timestamptz),
  waiting_for_advice(integer, timestamptz) to eservices_app;
