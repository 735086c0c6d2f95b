-- Who works where: names for everybody who is signed in, more for one's own site, addresses for mail jobs only.

-- A steward at their own site, or the operator.
create function may_steward(the_site bigint) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select is_operator() is true or (app_kind() = 'person' and app_site() = the_site and exists (
    select from members m join people p on p.id = m.person_id
    where m.id = app_member() and m.site_id = the_site and 'steward' = any (m.roles)
      and m.suspended_at is null and p.suspended_at is null)) is true
$$;

create function create_person(the_key text, the_name text, the_given text, the_family text, the_title text,
    the_email text, the_language text) returns bigint
  language plpgsql security definer set search_path = public, pg_temp as $$
declare made bigint;
begin
  if not may_steward(app_site()) then
    raise exception 'a steward or the operator adds people' using errcode = 'insufficient_privilege';
  end if;
  insert into people (key, name, given, family, title, email, language)
  values (the_key, the_name, the_given, the_family, the_title, lower(trim(the_email)), the_language)
  returning id into made;
  return made;
end $$;

create function add_member(the_key text, the_person bigint, the_site bigint, the_unit bigint, the_roles text[],
    the_responsible bigint, the_licence text, the_job_title_en text, the_job_title_fr text) returns bigint
  language plpgsql security definer set search_path = public, pg_temp as $$
declare made bigint;
begin
  if not may_steward(the_site) then
    raise exception 'a steward of the site or the operator adds members' using errcode = 'insufficient_privilege';
  end if;
  insert into members (key, person_id, site_id, unit_id, roles, responsible_member_id, licence, job_title_en,
    job_title_fr)
  values (the_key, the_person, the_site, the_unit, the_roles, the_responsible, the_licence, the_job_title_en,
    the_job_title_fr)
  returning id into made;
  return made;
end $$;

create function delegate(the_giver bigint, the_delegate bigint) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare the_site bigint;
begin
  select g.site_id into the_site from members g join members d on d.site_id = g.site_id
  where g.id = the_giver and d.id = the_delegate and 'delegate' = any (d.roles);
  if the_site is null or not (app_member() is not distinct from the_giver or may_steward(the_site)) then
    raise exception 'a clinician gives this to a delegate of the same site' using errcode = 'insufficient_privilege';
  end if;
  insert into delegations (giver_member_id, delegate_member_id) values (the_giver, the_delegate)
    on conflict (delegate_member_id, giver_member_id) where revoked_at is null do nothing;
end $$;

-- Names of members, wherever they work: what a timeline says of who did something.
create function member_cards(ids bigint[])
  returns table (member bigint, key text, site bigint, unit bigint, name text, title text, roles text[], licence text,
    job_title_en text, job_title_fr text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select m.id, m.key, m.site_id, m.unit_id, p.name, p.title, m.roles, m.licence, m.job_title_en, m.job_title_fr
  from members m join people p on p.id = m.person_id
  where m.id = any (ids) and app_kind() <> 'visitor'
$$;

-- Everybody at work at a site: one's own, or any for a job. Addresses are for jobs, which write mail.
create function site_members(the_site bigint)
  returns table (member bigint, key text, site bigint, unit bigint, name text, title text, roles text[], licence text,
    job_title_en text, job_title_fr text, person bigint, responsible bigint, language text, email text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select m.id, m.key, m.site_id, m.unit_id, p.name, p.title, m.roles, m.licence, m.job_title_en, m.job_title_fr,
    p.id, m.responsible_member_id, p.language, case when app_kind() = 'job' or is_operator() then p.email end
  from members m join people p on p.id = m.person_id
  where m.site_id = the_site and m.suspended_at is null and p.suspended_at is null
    and current_date between m.from_day and coalesce(m.until_day, 'infinity')
    and (app_kind() = 'job' or is_operator() or (app_kind() = 'person' and app_site() = the_site))
  order by p.family, p.name, m.id
$$;

grant execute on function may_steward, create_person, add_member, delegate, member_cards, site_members
  to eservices_app;
