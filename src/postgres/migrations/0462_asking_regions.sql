-- Regions whose advice groups a clinician asks first. docs/decisions/0071-regional-groups-first.md

create table asking_regions (
  member_id bigint primary key references members,
  regions text[] not null check (cardinality(regions) between 1 and 3 and regions <@ array['K', 'L', 'M', 'N', 'P'])
);
call protect('asking_regions');

-- Of the clinician one acts for, else one's own: what was chosen, else the region where the site is.
create function my_asking_regions() returns table (regions text[], chosen boolean)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select coalesce(a.regions, array(select left(s.postal_code, 1) where left(s.postal_code, 1) = any ('{K,L,M,N,P}'))),
    a.regions is not null
  from sites s left join asking_regions a on a.member_id = coalesce(app_acting_for(), app_member())
  where app_kind() = 'person' and s.id = app_site()
$$;
-- One's own; none: the site's region again.
create function set_my_asking_regions(p_regions text[]) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if app_kind() is distinct from 'person' or app_member() is null then
    raise exception 'somebody who works here chooses for themselves' using errcode = 'insufficient_privilege';
  end if;
  delete from asking_regions where member_id = app_member();
  if cardinality(p_regions) > 0 then insert into asking_regions values (app_member(), p_regions); end if;
end $$;
revoke execute on function my_asking_regions(), set_my_asking_regions(text[]) from public;
grant execute on function my_asking_regions(), set_my_asking_regions(text[]) to eservices_app;
