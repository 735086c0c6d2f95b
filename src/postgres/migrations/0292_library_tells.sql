-- How many answers wait for a group of the actor, beside the worklist; and the case of a proposal, for the message to its lead.

create function library_waiting_count(p_today date) returns integer
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select count(*)::integer from library_to_approve(p_today)
$$;

-- Those who hold it alone.
create function proposed_case(p_case text) returns bigint
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select e.case_id from library_entries e join cases c on c.id = e.case_id
  where c.key = p_case and exists (select from case_access a where a.case_id = c.id and a.party = app_party())
$$;

revoke execute on function library_waiting_count(date), proposed_case(text) from public;
grant execute on function library_waiting_count(date), proposed_case(text) to eservices_app;
