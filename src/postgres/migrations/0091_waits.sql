-- How long people wait for services. Figures only, and only such as may be shown to anybody: what rests on fewer than six
-- people has none. Made anew every night from the events of cases, by app/directory/compute-waits.ts; it may be dropped at any time.

create table waits (
  service_id bigint not null references services on delete cascade,
  measure text not null check (measure in ('wait1', 'wait1a', 'wait1b', 'wait2', 'answer')),
  -- '' for all.
  urgency text not null default '' check (urgency in ('', 'routine', 'urgent')),
  label text not null default '',
  -- Days; `more`: not reached, so longer than these.
  median numeric,
  median_more boolean,
  ninetieth numeric,
  ninetieth_more boolean,
  -- The same by Kaplan-Meier, for comparison.
  km_median numeric,
  km_median_more boolean,
  km_ninetieth numeric,
  km_ninetieth_more boolean,
  -- Null: fewer than six.
  people integer check (people >= 6),
  -- Who waits now; null: one to five.
  waiting integer check (waiting = 0 or waiting >= 6),
  -- The day on which the first of these waits began.
  oldest date,
  -- Share reached within 7 days, 0 to 1.
  within7 numeric,
  trend text check (trend in ('longer', 'shorter', 'steady')),
  computed_at timestamptz not null,
  primary key (service_id, measure, urgency, label),
  check (people is not null or coalesce(median, ninetieth, km_median, km_ninetieth, within7) is null)
);

-- A point for each of the last twelve months in which it rested on six people or more.
create table wait_points (
  service_id bigint not null references services on delete cascade,
  measure text not null,
  at date not null,
  median numeric not null,
  median_more boolean not null,
  ninetieth numeric not null,
  ninetieth_more boolean not null,
  people integer not null check (people >= 6),
  primary key (service_id, measure, at)
);

-- What a site itself says of its wait: shown beside, never instead, and for six months.
alter table services add column claimed_wait_days integer check (claimed_wait_days between 0 and 3660);
alter table services add column claimed_wait_on date;
alter table services add check ((claimed_wait_days is null) = (claimed_wait_on is null));

call protect('waits');
call protect('wait_points');
create policy read_all on waits for select to eservices_app using (true);
create policy read_all on wait_points for select to eservices_app using (true);
create policy work on waits to eservices_app using (app_kind() = 'job') with check (app_kind() = 'job');
create policy work on wait_points to eservices_app using (app_kind() = 'job') with check (app_kind() = 'job');
grant select, insert, delete on waits, wait_points to eservices_app;

-- What waits need of the cases after `p_after`, the next `p_limit` of them: dates, labels and kinds of ends, nobody's words.
-- Cases that ended before `p_since` are left out.
create function wait_events(p_after bigint, p_limit integer, p_since timestamptz, p_types text[])
returns table (case_id bigint, service bigint, type text, at timestamptz, body jsonb)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with few as materialized (
    select c.id, (c.state#>>'{receiver,service}')::bigint as service
    from cases c
    where (app_kind() = 'job' or is_operator()) and c.id > p_after
      and (c.opened_at >= p_since or c.state ? 'hold') and c.state#>'{receiver,service}' is not null
    order by c.id limit p_limit)
  select e.case_id, s.service, e.type, e.at, case
    when e.type in ('sent', 'transcribed', 'asked') then jsonb_build_object('startedAt', b.body::jsonb->'startedAt',
      'urgency', b.body::jsonb->'urgency', 'via', b.body::jsonb->'via')
    when e.type in ('booked', 'rebooked', 'slot-taken') then jsonb_build_object('appointment',
      jsonb_build_object('label', b.body::jsonb#>'{appointment,label}', 'start', b.body::jsonb#>'{appointment,start}'))
    when b.body <> '' then jsonb_build_object('when', b.body::jsonb->'when', 'on', b.body::jsonb->'on',
      'from', b.body::jsonb->'from', 'until', b.body::jsonb->'until', 'status', b.body::jsonb->'status',
      'outcome', b.body::jsonb->'outcome') end
  from case_events e join few s on s.id = e.case_id
  left join event_bodies b on b.case_id = e.case_id and b.seq = e.seq and b.purged_at is null
    and e.type in ('sent', 'transcribed', 'asked', 'booked', 'rebooked', 'slot-taken', 'visited', 'treatment-decided',
      'unavailable-set', 'did-not-attend', 'completed')
  where e.case_id > p_after and e.case_id <= (select max(id) from few) and e.type = any (p_types)
  order by e.case_id, e.seq
$$;
grant execute on function wait_events(bigint, integer, timestamptz, text[]) to eservices_app;
