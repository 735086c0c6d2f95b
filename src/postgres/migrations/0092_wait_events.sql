-- Reads each body once (0091 parsed it for every field).
-- What waits need of the cases after `p_after`, the next `p_limit` of them: dates, labels and kinds of ends, nobody's words.
-- Cases that ended before `p_since` are left out.
create or replace function wait_events(p_after bigint, p_limit integer, p_since timestamptz, p_types text[])
returns table (case_id bigint, service bigint, type text, at timestamptz, body jsonb)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with few as materialized (
    select c.id, (c.state#>>'{receiver,service}')::bigint as service
    from cases c
    where (app_kind() = 'job' or is_operator()) and c.id > p_after
      and (c.opened_at >= p_since or c.state ? 'hold') and c.state#>'{receiver,service}' is not null
    order by c.id limit p_limit)
  select e.case_id, s.service, e.type, e.at, case
    when e.type in ('sent', 'transcribed', 'asked') then jsonb_build_object('startedAt', w.said->'startedAt',
      'urgency', w.said->'urgency', 'via', w.said->'via')
    when e.type in ('booked', 'rebooked', 'slot-taken') then jsonb_build_object('appointment',
      jsonb_build_object('label', w.said#>'{appointment,label}', 'start', w.said#>'{appointment,start}'))
    when w.said is not null then jsonb_build_object('when', w.said->'when', 'on', w.said->'on',
      'from', w.said->'from', 'until', w.said->'until', 'status', w.said->'status',
      'outcome', w.said->'outcome') end
  from case_events e join few s on s.id = e.case_id
  left join event_bodies b on b.case_id = e.case_id and b.seq = e.seq and b.purged_at is null
    and b.body <> '' and e.type in ('sent', 'transcribed', 'asked', 'booked', 'rebooked', 'slot-taken', 'visited', 'treatment-decided',
      'unavailable-set', 'did-not-attend', 'completed')
  -- Parsed once: without the offset every field would parse it anew.
  left join lateral (select b.body::jsonb as said offset 0) w on true
  where e.case_id > p_after and e.case_id <= (select max(id) from few) and e.type = any (p_types)
  order by e.case_id, e.seq
$$;
