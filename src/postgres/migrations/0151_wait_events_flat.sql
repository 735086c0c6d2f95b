-- What waits need of the cases after `p_after`, the next `p_limit` of them: dates, labels and kinds of ends, nobody's words.
-- A column for each, since to build an object a row took longer than to read it (0092). Cases that ended before `p_since`
-- are left out.
drop function wait_events(bigint, integer, timestamptz, text[]);
create function wait_events(p_after bigint, p_limit integer, p_since timestamptz, p_types text[])
returns table (case_id bigint, service bigint, type text, at timestamptz, started_at text, urgency text, via boolean,
  label text, begins text, seen_at text, treat_on text, away_from text, away_until text, status text, outcome text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with few as materialized (
    select c.id, (c.state#>>'{receiver,service}')::bigint as service
    from cases c
    where (app_kind() = 'job' or is_operator()) and c.id > p_after
      and (c.opened_at >= p_since or c.state ? 'hold') and c.state#>'{receiver,service}' is not null
    order by c.id limit p_limit)
  select e.case_id, s.service, e.type, e.at, w.said->>'startedAt', w.said->>'urgency', w.said ? 'via',
    w.visit->>'label', w.visit->>'start', w.said->>'when', w.said->>'on', w.said->>'from', w.said->>'until',
    w.said->>'status', w.said->>'outcome'
  from case_events e join few s on s.id = e.case_id
  left join event_bodies b on b.case_id = e.case_id and b.seq = e.seq and b.purged_at is null
    and b.body <> '' and e.type in ('sent', 'transcribed', 'asked', 'booked', 'rebooked', 'slot-taken', 'visited', 'treatment-decided',
      'unavailable-set', 'did-not-attend', 'completed')
  -- Parsed once: without the offset every field would parse it anew.
  left join lateral (select j as said, j->'appointment' as visit from (select b.body::jsonb as j offset 0) p offset 0) w on true
  where e.case_id > p_after and e.case_id <= (select max(id) from few) and e.type = any (p_types)
  order by e.case_id, e.seq
$$;
grant execute on function wait_events(bigint, integer, timestamptz, text[]) to eservices_app;
