-- Joins the cuts by equal values (0300 compared them so that no hash could be used: a minute and more for 100,000 answers).
create or replace function econsult_report(p_from date, p_until date)
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
  ), cut as materialized (
    select 'all' as by_what, '' as k, r.* from rows r
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
    from cut c join together t on t.by_what = c.by_what and t.k = c.k
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
