-- What the programme sees of the network: cases whose lateness has climbed to it, requests to join, and work that failed.
create index case_access_late on case_access (due) where side = 'system' and due is not null;

-- Reference number, sites, status and lateness; never the patient, the title or a word of what was written. Only cases of
-- which the programme was told about this very due time.
create function late_in_network(p_now timestamptz, p_limit integer)
returns table (id bigint, reference text, type text, status text, urgency text, due timestamptz, level text,
  side text, next text, requester bigint, receiver bigint, holder bigint)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select c.id, r.reference, c.type, c.state->>'status', c.state->>'urgency', a.due, c.state#>>'{chased,level}',
    c.state#>>'{hold,accountable,side}', c.state#>>'{hold,next}', (c.state#>>'{requester,site}')::bigint,
    (c.state#>>'{receiver,site}')::bigint, (c.state#>>'{hold,accountable,site}')::bigint
  from case_access a join cases c on c.id = a.case_id join requests r on r.id = c.request_id
  where app_kind() = 'person' and (select is_programme_steward())
    and a.side = 'system' and a.due < p_now
    and c.state#>>'{chased,due}' = c.state#>>'{hold,due}'
    and (c.state#>>'{chased,level}' = 'programme' or c.state#>>'{chased,level}' like 'weekly-%')
  order by a.due, c.id limit p_limit
$$;

-- All that is late, also where the site's own lead still sees to it.
create function count_late(p_now timestamptz) returns bigint
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select count(*) from case_access
  where app_kind() = 'person' and (select is_programme_steward()) and side = 'system' and due < p_now
$$;

grant execute on function late_in_network(timestamptz, integer), count_late(timestamptz) to eservices_app;

-- Work that failed five times waits for somebody: the programme sees it and may start it again, nothing more.
create policy programme_sees on jobs for select to eservices_app
  using ((select app_kind()) = 'person' and parked_at is not null and (select is_programme_steward()));
-- A function, since a row that is started again is out of the programme's sight.
create function start_again(p_job bigint) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update jobs set parked_at = null, attempts = 0, run_after = now(), unique_key = null
  where id = p_job and parked_at is not null
    and (app_kind() = 'job' or is_operator() or (app_kind() = 'person' and is_programme_steward()));
  return found;
end $$;
grant execute on function start_again(bigint) to eservices_app;
