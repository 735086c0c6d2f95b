-- Of several requests, those whose parallel one is booked: for the requester's worklist, each as booked_beside says it (0141).
create function booked_beside_of(p_requests bigint[]) returns setof bigint
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select distinct asked from unnest(p_requests) asked
  where (exists (select from parallel_requests p where p.request_id = asked)
    or exists (select from parallel_requests p where p.other_id = asked)) and booked_beside(asked)
$$;
grant execute on function booked_beside_of(bigint[]) to eservices_app;
