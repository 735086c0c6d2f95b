-- Quality, what was learnt and what was asked about in the figures (docs/decisions/0086), and questions that are late and still open.
alter table econsult_figures
  -- Of the survey: what the advice did for the patient.
  add column outcome text,
  -- As the answer sorts the question, or else as the requester did.
  add column question_type text,
  -- `please-refer` only where every answer says so: what was advised beside it is advice.
  add column kind text;

create or replace function figure_econsult(p_case bigint) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  with said as materialized (
    select e.type, e.seq, e.at, coalesce(e.acting_for, e.member) as member, e.site, b.body::jsonb as body
    from case_events e join event_bodies b on b.case_id = e.case_id and b.seq = e.seq and b.body <> ''
    where e.case_id = p_case and e.type in ('question', 'answered', 'advice', 'amended', 'surveyed')
  ), first as (
    select * from said where type = 'advice' order by seq limit 1
  ), survey as (
    select body->'survey' as s from said where type = 'surveyed' order by seq desc limit 1
  )
  insert into econsult_figures (case_id, asked_at, requester_site, requester_member, patient_id, service_id, site_id, member_id,
    answered_at, due, minutes, referral, patient_value, provider_value, quality, educational_value, outcome, question_type, kind)
  select c.id, c.opened_at, (c.state#>>'{requester,site}')::bigint, (c.state#>>'{requester,clinician}')::bigint, r.patient_id,
    (c.state#>>'{receiver,service}')::bigint, f.site, f.member, f.at,
    -- The day the specialist had before them when they answered.
    (select (b.body::jsonb#>>'{hold,due}')::timestamptz from case_events e
      join event_bodies b on b.case_id = e.case_id and b.seq = e.seq
      where e.case_id = p_case and e.seq < f.seq and e.type in ('asked', 'assigned', 'info-supplied', 'question-withdrawn')
        and b.body <> '' and b.body::jsonb->>'status' = 'assigned'
      order by e.seq desc limit 1),
    (select sum((body->>'minutes')::integer) from said where type in ('advice', 'amended')),
    (select s->>'referral' from survey), (select (s->>'patientValue')::smallint from survey),
    (select (s->>'providerValue')::smallint from survey), (select (s->>'quality')::smallint from survey),
    (select (s->>'educationalValue')::smallint from survey), (select s->>'outcome' from survey),
    (select nullif(body->>'questionType', '') from said where nullif(body->>'questionType', '') is not null
      order by type = 'advice' desc, seq desc limit 1),
    (select body->>'kind' from said where type = 'advice' order by body->>'kind' = 'please-refer', seq desc limit 1)
  from first f, cases c join requests r on r.id = c.request_id
  where c.id = p_case and c.type = 'econsult' and f.member is not null and f.site is not null
    and c.state#>>'{requester,clinician}' is not null
  on conflict (case_id) do update set minutes = greatest(excluded.minutes, econsult_figures.minutes),
    referral = excluded.referral, patient_value = excluded.patient_value, provider_value = excluded.provider_value,
    quality = excluded.quality, educational_value = excluded.educational_value, outcome = excluded.outcome,
    question_type = excluded.question_type, kind = excluded.kind
$$;
select figure_econsult(case_id) from econsult_figures;

-- Questions of the actor's figures that have no answer and are not back with whoever asked for good. The same where as the index.
create index cases_unanswered on cases (opened_at)
  where type = 'econsult' and state->>'status' in ('asked', 'assigned', 'more-info');
create function unanswered_advice()
returns table (case_id bigint, opened_at timestamptz, service_id bigint, site_id bigint, requester_site bigint, requester_member bigint,
  patient_id bigint, clock jsonb, zone text)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp set plan_cache_mode = force_generic_plan as $$
declare sees text := figures_for();
begin
  if sees not in ('site', 'all') then return; end if;
  return query
  select c.id, c.opened_at, (c.state#>>'{receiver,service}')::bigint, s.id, (c.state#>>'{requester,site}')::bigint,
    (c.state#>>'{requester,clinician}')::bigint, r.patient_id, c.state->'answerClock', s.zone
  from cases c join requests r on r.id = c.request_id join sites s on s.id = (c.state#>>'{receiver,site}')::bigint
  where c.type = 'econsult' and c.state->>'status' in ('asked', 'assigned', 'more-info') and (sees = 'all' or s.id = app_site())
    and not exists (select from econsult_figures f where f.case_id = c.id);
end $$;

-- Figures from `p_from` to before `p_until`, in all and by month, specialty, group and requester. A lead has those of their group, a
-- steward of the programme all: there, what stands for fewer than 6 patients with an answer is put together with the next smallest
-- as 'few', and nothing is given where all are fewer than 6.
--
-- Two denominators. What was answered counts in the month of its first answer; medians, minutes, survey and types are of these.
-- The shares in time are of the answers and, besides, of the questions that are still open and can no longer be in time:
-- `promised` of those whose promise is past (`p_late`: { case, due }, worked out by domain/econsult/late.ts), in the month in which
-- it ran out; `inWeek` of those asked more than 168 hours ago, in the month in which these were over. Once answered, a question counts
-- as its answer, in the month of the answer, and never twice. What went back to the requester, was cancelled, sent elsewhere or
-- entered in error unanswered is in neither.
drop function econsult_report(date, date);
create function econsult_report(p_from date, p_until date, p_late jsonb)
returns table (by_what text, of_en text, of_fr text, few boolean, figures jsonb)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with scope as (
    select figures_for() as sees, app_site() as site, p_from::timestamp at time zone 'America/Toronto' as from_at,
      p_until::timestamp at time zone 'America/Toronto' as until_at
  ), open as materialized (
    select u.*, l.due from unanswered_advice() u
      left join jsonb_to_recordset(p_late) as l ("case" bigint, due timestamptz) on l."case" = u.case_id
  ), rows as materialized (
    select 'answer' as what, f.answered_at as at, f.service_id, f.site_id, f.requester_site, f.requester_member,
      extract(epoch from f.answered_at - f.asked_at) / 3600 as hours, coalesce(f.due is null or f.answered_at <= f.due, false) as kept,
      f.minutes, f.referral, f.outcome, f.provider_value, f.quality, f.educational_value, f.question_type,
      coalesce(h.flags, 0) as harms, coalesce(f.patient_id, -f.case_id) as who
    from scope, econsult_figures f
      left join (select case_id, count(*) as flags from advice_harms group by case_id) h on h.case_id = f.case_id
    where (scope.sees = 'all' or scope.sees = 'site' and f.site_id = scope.site)
      and f.answered_at >= scope.from_at and f.answered_at < scope.until_at
    union all
    select w.what, w.at, o.service_id, o.site_id, o.requester_site, o.requester_member,
      null, null, null, null, null, null, null, null, null, 0, null
    from scope, open o cross join lateral
      (values ('late', o.due), ('week', o.opened_at + interval '168 hours')) as w (what, at)
    where w.at >= scope.from_at and w.at < scope.until_at and w.at <= app_now()
  ), cut as materialized (
    select 'all' as by_what, '' as k, r.* from rows r
    union all select 'month', to_char(r.at at time zone 'America/Toronto', 'YYYY-MM'), r.* from rows r
    union all select 'specialty', v.category, r.* from rows r join services v on v.id = r.service_id where v.category is not null
    union all select 'group', r.site_id::text, r.* from rows r, scope where scope.sees = 'all'
    union all select 'requester', case scope.sees when 'all' then r.requester_site else r.requester_member end::text, r.*
      from rows r, scope where scope.sees = 'all' or r.requester_member is not null
  ), sized as (
    select by_what, k, count(distinct who) as people from cut group by by_what, k
  ), together as (
    select by_what, k, scope.sees = 'all' and (people < 6 or coalesce(sum(people) over (partition by by_what order by people, k
      rows between unbounded preceding and 1 preceding), 0) between 1 and 5) as few
    from sized, scope
  ), told as (
    select c.by_what, case when t.few then null else c.k end as k, t.few, count(distinct who) as people,
      count(*) filter (where what = 'answer') as answered,
      jsonb_build_object('answered', count(*) filter (where what = 'answer'), 'late', count(*) filter (where what = 'late'),
        'hours', jsonb_build_object('median', percentile_cont(0.5) within group (order by hours),
          'ninetieth', percentile_cont(0.9) within group (order by hours)),
        'promised', (count(*) filter (where what = 'answer' and kept))::double precision
          / nullif(count(*) filter (where what in ('answer', 'late')), 0),
        'inWeek', (count(*) filter (where what = 'answer' and hours <= 168))::double precision
          / nullif(count(*) filter (where what in ('answer', 'week')), 0)) ||
      jsonb_build_object('minutesMedian', percentile_cont(0.5) within group (order by minutes), 'surveyed', count(referral),
        'avoided', count(*) filter (where referral = 'avoided'),
        'stillNeeded', count(*) filter (where referral = 'still-needed'),
        'notContemplated', count(*) filter (where referral in ('not-needed', 'led-to-referral')),
        'confirmed', count(*) filter (where outcome = 'confirmed'), 'newAdvice', count(*) filter (where outcome = 'new-advice'),
        'notUseful', count(*) filter (where outcome = 'not-useful'),
        'valued', count(*) filter (where provider_value >= 4),
        'quality', case when count(quality) >= 5 then avg(quality) end,
        'learnt', case when count(educational_value) >= 5 then avg(educational_value) end,
        'types', jsonb_build_object('diagnosis', count(*) filter (where question_type = 'diagnosis'),
          'management', count(*) filter (where question_type = 'management'),
          'drug-treatment', count(*) filter (where question_type = 'drug-treatment'),
          'procedure', count(*) filter (where question_type = 'procedure')),
        'harms', sum(harms)) as figures
    from cut c join together t on t.by_what = c.by_what and t.k = c.k
    group by c.by_what, case when t.few then null else c.k end, t.few
  ), named as (
    select t.by_what, t.k, t.answered,
      coalesce(case t.by_what when 'month' then t.k when 'specialty' then g.name_en when 'group' then s.name_en
        when 'requester' then case when scope.sees = 'all' then s.name_en else p.name end end, '') as en,
      coalesce(case t.by_what when 'month' then t.k when 'specialty' then g.name_fr when 'group' then s.name_fr
        when 'requester' then case when scope.sees = 'all' then s.name_fr else p.name end end, '') as fr,
      t.few, t.figures
    from told t cross join scope
      left join service_categories g on t.by_what = 'specialty' and g.code = t.k
      left join sites s on t.k ~ '^\d+$' and (t.by_what = 'group' or t.by_what = 'requester' and scope.sees = 'all')
        and s.id::text = t.k
      left join members m on t.by_what = 'requester' and scope.sees = 'site' and m.id::text = t.k
      left join people p on p.id = m.person_id
    where scope.sees = 'site' or t.people >= 6
  )
  select by_what, en, fr, n.few, n.figures from (
    select * from named
    -- Months in which nothing was are told as nothing; those that are too few are not there.
    union all select 'month', q.m, 0, q.m, q.m, false, '{}'
    from scope, (select to_char(generate_series(p_from, least(p_until - 1, (app_now() at time zone 'America/Toronto')::date),
      interval '1 month'), 'YYYY-MM') as m) q
    where exists (select from named where by_what = 'all')
      and not exists (select from cut where by_what = 'month' and k = q.m)
  ) n
  order by by_what, case when by_what = 'month' then n.k end, n.few, n.answered desc, 2
$$;

do $$
declare f text;
begin
  foreach f in array array['unanswered_advice()', 'econsult_report(date, date, jsonb)'] loop
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to eservices_app', f);
  end loop;
end $$;
