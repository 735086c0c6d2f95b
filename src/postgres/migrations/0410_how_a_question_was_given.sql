-- Whom to call about a question that does not move, and what the automatic assignment went by when it gave it to whoever has
-- it now; for those who hold the case. No row: not an eConsult of a service, or somebody else's.
create function advice_given(p_case bigint) returns table (escalation text, steps jsonb)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select coalesce(g.escalation, ''), coalesce(t.steps, '[]')
  from cases c
  left join advice_groups g on g.service_id = (c.state#>>'{receiver,service}')::bigint
  left join advice_turns t on t.case_id = c.id and t.member_id = (c.state#>>'{receiver,member}')::bigint
  where c.id = p_case and c.type = 'econsult' and c.state#>>'{receiver,service}' is not null and app_kind() = 'person'
    and exists (select from case_access a where a.case_id = c.id and a.party = app_party() and a.until_seq is null)
$$;
revoke execute on function advice_given(bigint) from public;
grant execute on function advice_given(bigint) to eservices_app;
