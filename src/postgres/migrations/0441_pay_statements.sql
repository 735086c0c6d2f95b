-- How addresses name those whose pay the actor sees. docs/decisions/0067.
create function pay_members() returns table (member bigint, key text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with scope as (select figures_for() as sees)
  select m.id, m.key from scope, members m
  where scope.sees = 'site' and m.site_id = app_site() or scope.sees = 'own' and m.id = app_member()
    or scope.sees = 'all' and (exists (select from econsult_figures f where m.id in (f.member_id, f.requester_member))
      or exists (select from pay_sent l where l.member_id = m.id))
$$;
revoke execute on function pay_members() from public;
grant execute on function pay_members() to eservices_app;
