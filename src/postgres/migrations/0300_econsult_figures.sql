-- What payment and reports need of each eConsult that was answered: moments, minutes and ratings, nobody's words. One row for a
-- case, written from its events; reached by functions alone. docs/decisions/0040.

create table econsult_figures (
  case_id bigint primary key references cases,
  asked_at timestamptz not null,
  requester_site bigint not null,
  requester_member bigint not null,
  patient_id bigint,
  service_id bigint,
  site_id bigint not null,
  -- Who gave the first answer.
  member_id bigint not null,
  answered_at timestamptz not null,
  -- Until when it was promised.
  due timestamptz,
  -- Of all answers and amendments.
  minutes integer not null,
  -- Of the close-out survey; null until there is one.
  referral text,
  patient_value smallint,
  provider_value smallint,
  quality smallint,
  educational_value smallint
);
create index econsult_figures_site on econsult_figures (site_id, answered_at);
create index econsult_figures_requester on econsult_figures (requester_site, answered_at);
create index econsult_figures_answered on econsult_figures (answered_at);
call protect('econsult_figures');

create function figure_econsult(p_case bigint) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  with said as materialized (
    select e.type, e.seq, e.at, coalesce(e.acting_for, e.member) as member, e.site, b.body::jsonb as body
    from case_events e join event_bodies b on b.case_id = e.case_id and b.seq = e.seq and b.body <> ''
    where e.case_id = p_case and e.type in ('answered', 'advice', 'amended', 'surveyed')
  ), first as (
    select * from said where type = 'advice' order by seq limit 1
  ), survey as (
    select body->'survey' as s from said where type = 'surveyed' order by seq desc limit 1
  )
  insert into econsult_figures
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
    (select (s->>'educationalValue')::smallint from survey)
  from first f, cases c join requests r on r.id = c.request_id
  where c.id = p_case and c.type = 'econsult' and f.member is not null and f.site is not null
    and c.state#>>'{requester,clinician}' is not null
  on conflict (case_id) do update set minutes = greatest(excluded.minutes, econsult_figures.minutes),
    referral = excluded.referral, patient_value = excluded.patient_value, provider_value = excluded.provider_value,
    quality = excluded.quality, educational_value = excluded.educational_value
$$;
revoke execute on function figure_econsult(bigint) from public;

create function figure_after_words() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if exists (select from case_events e where e.case_id = new.case_id and e.seq = new.seq
    and e.type in ('advice', 'amended', 'surveyed')) then
    perform figure_econsult(new.case_id);
  end if;
  return null;
end $$;
revoke execute on function figure_after_words() from public;
-- Answers and surveys are for both sides' clinicians; no other words are looked at.
create trigger figured after insert on event_bodies
  for each row when (new.audience = 'clinical') execute function figure_after_words();

select figure_econsult(id) from cases where type = 'econsult' and state ? 'answer';

-- Of which sites the actor sees all: the lead their own, a steward of the programme every site (null), others none.
create function figures_for() returns text
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select case when app_kind() <> 'person' then 'none' when is_programme_steward() then 'all'
    when exists (select from members m where m.id = app_member() and m.person_id = app_person() and m.site_id = app_site()
      and 'lead' = any (m.roles) and m.suspended_at is null) then 'site' else 'own' end
$$;
revoke execute on function figures_for() from public;
grant execute on function figures_for() to eservices_app;

-- Every answered eConsult for each of the two who may be paid for it, of those the actor may see. No name of a patient, and the
-- reference alone tells which it was.
create function pay_services()
returns table (id bigint, reference text, side text, member bigint, name text, licence text, site bigint, site_en text, site_fr text,
  patient text, day date, minutes integer, days_to_answer double precision, void boolean)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with scope as (select figures_for() as sees)
  select f.case_id, r.reference, w.side, w.member, p.name, m.licence, s.id, s.name_en, s.name_fr,
    coalesce(f.patient_id::text, 'case ' || f.case_id), (f.answered_at at time zone z.zone)::date, f.minutes,
    extract(epoch from f.answered_at - f.asked_at) / 86400, c.state->>'status' = 'void'
  from scope, econsult_figures f
    cross join lateral (values ('requester', f.requester_member, f.requester_site),
      ('specialist', f.member_id, f.site_id)) as w (side, member, site)
    join cases c on c.id = f.case_id join requests r on r.id = c.request_id
    join members m on m.id = w.member join people p on p.id = m.person_id
    join sites s on s.id = w.site join sites z on z.id = f.site_id
  where scope.sees = 'all' or scope.sees = 'site' and w.site = app_site() or scope.sees = 'own' and w.member = app_member()
$$;

-- Months that a site has closed, with the lines as they were then. Nothing changes or removes them.
create table pay_periods (
  site_id bigint not null references sites,
  month date not null check (extract(day from month) = 1),
  closed_at timestamptz not null,
  closed_by bigint not null references members,
  primary key (site_id, month)
);
create table pay_sent (
  site_id bigint not null,
  month date not null,
  case_id bigint not null references cases,
  side text not null check (side in ('requester', 'specialist')),
  member_id bigint not null references members,
  day date not null,
  code text not null,
  paid_minutes integer not null,
  cents integer not null,
  -- Makes up for a line of an earlier month.
  correcting boolean not null,
  primary key (site_id, month, case_id, side, member_id, code, correcting),
  foreign key (site_id, month) references pay_periods
);
create index pay_sent_member on pay_sent (member_id);
call protect('pay_periods');
call protect('pay_sent');
create trigger append_only before update or delete or truncate on pay_periods for each statement execute function forbid_change();
create trigger append_only before update or delete or truncate on pay_sent for each statement execute function forbid_change();

create function pay_sent_lines()
returns table (site bigint, month date, service bigint, reference text, side text, member bigint, name text, day date, code text,
  paid_minutes integer, cents integer, correcting boolean)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with scope as (select figures_for() as sees)
  select l.site_id, l.month, l.case_id, r.reference, l.side, l.member_id, p.name, l.day, l.code, l.paid_minutes, l.cents,
    l.correcting
  from scope, pay_sent l join cases c on c.id = l.case_id join requests r on r.id = c.request_id
    join members m on m.id = l.member_id join people p on p.id = m.person_id
  where scope.sees = 'all' or scope.sees = 'site' and l.site_id = app_site() or scope.sees = 'own' and l.member_id = app_member()
  order by l.month, p.name, l.day, l.case_id
$$;

create function pay_closed() returns table (site bigint, month date, closed_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select site_id, p.month, p.closed_at from pay_periods p
  where app_kind() = 'person' and (figures_for() = 'all' or site_id = app_site()) order by p.month
$$;

-- The lead closes a month that is over, once. Lines are of the lead's own site: others are refused. False: not theirs, not over, or
-- closed before.
create function close_pay_month(p_month date, p_lines jsonb, p_now timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if figures_for() <> 'site' or (p_month + interval '1 month')::date > (p_now at time zone
    (select zone from sites where id = app_site()))::date then return false; end if;
  insert into pay_periods values (app_site(), p_month, p_now, app_member()) on conflict do nothing;
  if not found then return false; end if;
  if exists (select from jsonb_array_elements(p_lines) l where not exists (select from members m
    where m.id = (l->>'member')::bigint and m.site_id = app_site())) then raise exception 'a line of another site'; end if;
  insert into pay_sent
  select app_site(), p_month, (l->>'service')::bigint, l->>'side', (l->>'member')::bigint, (l->>'day')::date, l->>'code',
    (l->>'paidMinutes')::integer, (l->>'cents')::integer, (l->>'correcting')::boolean
  from jsonb_array_elements(p_lines) l;
  return true;
end $$;

-- Figures of answers from `p_from` to before `p_until`, in all and by month, specialty, group and requester. A lead has those of
-- their group, a steward of the programme all: there, what stands for fewer than 6 patients is put together with the next
-- smallest as 'few', and nothing is given where all are fewer than 6.
create function econsult_report(p_from date, p_until date)
returns table (by_what text, of_en text, of_fr text, few boolean, answered bigint, hours_median double precision,
  hours_ninetieth double precision, promised double precision, in_week double precision, minutes_median double precision,
  surveyed bigint, avoided bigint, still_needed bigint, not_contemplated bigint, valued bigint)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with scope as (select figures_for() as sees, app_site() as site), rows as materialized (
    select f.*, extract(epoch from f.answered_at - f.asked_at) / 3600 as hours,
      to_char(f.answered_at at time zone 'America/Toronto', 'YYYY-MM') as month,
      coalesce(f.patient_id, -f.case_id) as who
    from econsult_figures f, scope
    where (scope.sees = 'all' or scope.sees = 'site' and f.site_id = scope.site)
      and f.answered_at >= p_from::timestamp at time zone 'America/Toronto'
      and f.answered_at < p_until::timestamp at time zone 'America/Toronto'
  ), cut as (
    select 'all' as by_what, null::text as k, r.* from rows r
    union all select 'month', r.month, r.* from rows r
    union all select 'specialty', v.category, r.* from rows r join services v on v.id = r.service_id
    union all select 'group', r.site_id::text, r.* from rows r, scope where scope.sees = 'all'
    union all select 'requester', case scope.sees when 'all' then r.requester_site else r.requester_member end::text, r.*
      from rows r, scope
  ), sized as (
    select by_what, k, count(distinct who) as people from cut group by by_what, k
  ), together as (
    select by_what, k, scope.sees = 'all' and (people < 6 or coalesce(sum(people) over (partition by by_what order by people, k
      rows between unbounded preceding and 1 preceding), 0) between 1 and 5) as few
    from sized, scope
  ), told as (
    select c.by_what, case when t.few then null else c.k end as k, t.few, count(*) as answered, count(distinct who) as people,
      percentile_cont(0.5) within group (order by hours) as hours_median,
      percentile_cont(0.9) within group (order by hours) as hours_ninetieth,
      avg((c.due is null or c.answered_at <= c.due)::integer)::double precision as promised,
      avg((hours <= 168)::integer)::double precision as in_week,
      percentile_cont(0.5) within group (order by c.minutes) as minutes_median, count(referral) as surveyed,
      count(*) filter (where referral = 'avoided') as avoided, count(*) filter (where referral = 'still-needed') as still_needed,
      count(*) filter (where referral in ('not-needed', 'led-to-referral')) as not_contemplated,
      count(*) filter (where provider_value >= 4) as valued
    from cut c join together t on t.by_what = c.by_what and t.k is not distinct from c.k
    group by c.by_what, case when t.few then null else c.k end, t.few
  )
  select t.by_what,
    coalesce(case t.by_what when 'month' then t.k when 'specialty' then g.name_en when 'group' then s.name_en
      when 'requester' then case when scope.sees = 'all' then s.name_en else p.name end end, ''),
    coalesce(case t.by_what when 'month' then t.k when 'specialty' then g.name_fr when 'group' then s.name_fr
      when 'requester' then case when scope.sees = 'all' then s.name_fr else p.name end end, ''),
    t.few, t.answered, t.hours_median, t.hours_ninetieth, t.promised, t.in_week, t.minutes_median, t.surveyed,
    t.avoided, t.still_needed, t.not_contemplated, t.valued
  from told t cross join scope
    left join service_categories g on t.by_what = 'specialty' and g.code = t.k
    left join sites s on t.k ~ '^\d+$' and (t.by_what = 'group' or t.by_what = 'requester' and scope.sees = 'all')
      and s.id::text = t.k
    left join members m on t.by_what = 'requester' and scope.sees = 'site' and m.id::text = t.k
    left join people p on p.id = m.person_id
  where scope.sees = 'site' or t.people >= 6
  order by t.by_what, case when t.by_what = 'month' then t.k end, t.few, t.answered desc, 2
$$;

revoke execute on function pay_services(), pay_sent_lines(), pay_closed(), close_pay_month(date, jsonb, timestamptz),
  econsult_report(date, date) from public;
grant execute on function pay_services(), pay_sent_lines(), pay_closed(), close_pay_month(date, jsonb, timestamptz),
  econsult_report(date, date) to eservices_app;
