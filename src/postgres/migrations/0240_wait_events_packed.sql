-- What waits need of the cases after `p_after`, the next `p_limit` of them: dates, labels and kinds of ends, nobody's words.
-- One row a case, since a row and fifteen columns for each event (0180) took the reader longer than to read them: events in
-- order, a record separator between, each its type, its time in milliseconds and what is used of its body, a unit separator
-- between. No text that is kept has either (domain/patient/plain-text.ts). Cases that ended before
-- `p_since` are left out, and what a central intake has: waiting there is the first part of the wait of where it is sent.
drop function wait_events(bigint, integer, timestamptz, text[]);
create function wait_events(p_after bigint, p_limit integer, p_since timestamptz, p_types text[])
returns table (case_id bigint, service bigint, events text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with few as materialized (
    select c.id, (c.state#>>'{receiver,service}')::bigint as service
    from cases c
    where (app_kind() = 'job' or is_operator()) and c.id > p_after
      and (c.opened_at >= p_since or c.state ? 'hold') and c.state#>'{receiver,service}' is not null
      and c.state#>'{receiver,intake}' is null
    order by c.id limit p_limit),
  told as (
    select e.case_id, e.seq, s.service,
      e.type || e'\x1f' || floor(extract(epoch from e.at) * 1000)::bigint || case
        when b.body is null then ''
        when e.type in ('sent', 'transcribed', 'asked') then (
          select e'\x1f' || coalesce(j->>'startedAt', '') || e'\x1f' || coalesce(j->>'urgency', '') || e'\x1f'
            || case when j ? 'via' then 'via' else '' end
          from (select b.body::jsonb as j offset 0) p)
        when e.type in ('booked', 'rebooked', 'slot-taken') then (
          select e'\x1f' || coalesce(j->>'label', '') || e'\x1f' || coalesce(j->>'start', '')
          from (select b.body::jsonb->'appointment' as j offset 0) p)
        when e.type = 'unavailable-set' then (
          select e'\x1f' || coalesce(j->>'from', '') || e'\x1f' || coalesce(j->>'until', '')
          from (select b.body::jsonb as j offset 0) p)
        else e'\x1f' || coalesce(b.body::json->>(case e.type when 'visited' then 'when' when 'treatment-decided' then 'on'
          when 'did-not-attend' then 'status' else 'outcome' end), '') end as event
    from case_events e join few s on s.id = e.case_id
    left join event_bodies b on b.case_id = e.case_id and b.seq = e.seq and b.purged_at is null
      and b.body <> '' and e.type in ('sent', 'transcribed', 'asked', 'booked', 'rebooked', 'slot-taken', 'visited',
        'treatment-decided', 'unavailable-set', 'did-not-attend', 'completed')
    where e.case_id > p_after and e.case_id <= (select max(id) from few) and e.type = any (p_types)
    offset 0)
  select case_id, max(service), string_agg(event, e'\x1e' order by seq) from told group by case_id order by case_id
$$;
grant execute on function wait_events(bigint, integer, timestamptz, text[]) to eservices_app;
