-- As 0071, with errands of which the programme was told: a letter with a new code that an office owes. An errand lies beside
-- the hold, so one case may come with both. docs/decisions/0007-errands-beside-the-hold.md
create index cases_errand_told on cases (id) where state ? 'errandTold';

create or replace function late_in_network(p_now timestamptz, p_limit integer)
returns table (id bigint, reference text, type text, status text, urgency text, due timestamptz, level text,
  side text, next text, requester bigint, receiver bigint, holder bigint)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with owed as (
    (select a.case_id, c.state#>'{hold}' as hold, a.due, c.state#>>'{chased,level}' as level
    from case_access a join cases c on c.id = a.case_id
    where a.side = 'system' and a.due < p_now and c.state#>>'{chased,due}' = c.state#>>'{hold,due}'
      and (c.state#>>'{chased,level}' = 'programme' or c.state#>>'{chased,level}' like 'weekly-%')
    order by a.due, a.case_id limit p_limit)
    union all
    select e.id, e.state#>'{errand}', (e.state#>>'{errand,due}')::timestamptz, e.state#>>'{errandTold,level}' from cases e
    where e.state ? 'errandTold' and e.state#>>'{errandTold,due}' = e.state#>>'{errand,due}'
      and e.state#>>'{errandTold,level}' = 'errand-programme' and (e.state#>>'{errand,due}')::timestamptz < p_now
  )
  select c.id, r.reference, c.type, c.state->>'status', c.state->>'urgency', o.due, o.level,
    o.hold#>>'{accountable,side}', o.hold->>'next', (c.state#>>'{requester,site}')::bigint,
    (c.state#>>'{receiver,site}')::bigint, (o.hold#>>'{accountable,site}')::bigint
  from owed o join cases c on c.id = o.case_id join requests r on r.id = c.request_id
  where app_kind() = 'person' and (select is_programme_steward())
  order by o.due, c.id limit p_limit
$$;

-- An errand that is late counts once its lead was told of it.
create or replace function count_late(p_now timestamptz) returns bigint
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select case when app_kind() = 'person' and (select is_programme_steward()) then
    (select count(*) from case_access where side = 'system' and due < p_now)
    + (select count(*) from cases where state ? 'errandTold' and (state#>>'{errand,due}')::timestamptz < p_now)
  else 0 end
$$;
