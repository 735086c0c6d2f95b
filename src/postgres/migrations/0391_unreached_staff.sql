-- How many members of a site mail does not reach, for its steward. docs/decisions/0059-what-was-not-answered.md
create function unreached_staff() returns integer
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select count(*)::integer from members m
  where m.site_id = app_site() and may_steward(app_site()) and coalesce(m.until_day >= current_date, true)
    and mail_failed(m.person_id) is not null
$$;
grant execute on function unreached_staff() to eservices_app;
