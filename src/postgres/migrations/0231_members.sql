-- Who works at a site, for its steward to keep; and the standing permissions that a clinician gives.

-- Open cases that wait on this member now.
create function holds_cases(p_member bigint) returns bigint
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select count(*) from case_access a join members m on m.id = p_member
  where a.party = 'site:' || m.site_id and a.member = m.id and a.accountable and a.due is not null
    and a.until_seq is null
$$;
revoke execute on function holds_cases(bigint) from public;

-- Everybody who has or had a place at the steward's own site.
create function site_staff()
returns table (member bigint, key text, person bigint, name text, title text, email text, language text, unit bigint,
  roles text[], licence text, job_title_en text, job_title_fr text, responsible bigint, from_day date, until_day date,
  suspended boolean, ended boolean, has_password boolean, acts_for bigint[], holds bigint)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select m.id, m.key, p.id, p.name, p.title, p.email, p.language, m.unit_id, m.roles, m.licence, m.job_title_en,
    m.job_title_fr, m.responsible_member_id, m.from_day, m.until_day,
    m.suspended_at is not null or p.suspended_at is not null, coalesce(m.until_day < current_date, false),
    exists (select from credentials c where c.person_id = p.id),
    array(select d.giver_member_id from delegations d
      where d.delegate_member_id = m.id and d.revoked_at is null and coalesce(d.until_day, 'infinity') >= current_date),
    holds_cases(m.id)
  from members m join people p on p.id = m.person_id
  where m.site_id = app_site() and may_steward(app_site())
  order by coalesce(m.until_day < current_date, false), p.family, p.name, m.id
$$;

-- Somebody who has an account, by their e-mail: they may get a place here too.
create function person_with_email(p_email text) returns bigint
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select id from people where email = lower(trim(p_email)) and may_steward(app_site())
$$;

-- True when somebody else keeps the members of the site.
create function has_other_steward(p_member bigint) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select from members m join people p on p.id = m.person_id join members me on me.id = p_member
    where m.site_id = me.site_id and m.id <> p_member and 'steward' = any (m.roles) and m.suspended_at is null
      and p.suspended_at is null and current_date between m.from_day and coalesce(m.until_day, 'infinity'))
$$;
revoke execute on function has_other_steward(bigint) from public;

-- The place of that key at the steward's own site, held until the transaction ends: two stewards cannot each end the other.
create function my_member(p_key text) returns members
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare found_member members;
begin
  if not may_steward(app_site()) then return null; end if;
  perform 1 from sites where id = app_site() for update;
  select * into found_member from members where key = p_key and site_id = app_site();
  return found_member;
end $$;
revoke execute on function my_member(text) from public;

-- 'done', 'missing', or what stands against it.
create function change_member(p_key text, p_roles text[], p_unit bigint, p_licence text, p_job_en text, p_job_fr text,
  p_responsible bigint) returns text
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare m members := my_member(p_key);
begin
  if m.id is null then return 'missing'; end if;
  if 'steward' = any (m.roles) and not 'steward' = any (p_roles) and not has_other_steward(m.id) then
    return 'last-steward';
  end if;
  if p_responsible is not null and not exists (
      select from members r where r.id = p_responsible and r.site_id = m.site_id and r.id <> m.id) then
    return 'missing';
  end if;
  update members set roles = p_roles, unit_id = p_unit, licence = p_licence, job_title_en = p_job_en,
    job_title_fr = p_job_fr, responsible_member_id = p_responsible
  where id = m.id;
  -- Only delegates act for others.
  update delegations set revoked_at = now()
  where delegate_member_id = m.id and revoked_at is null and not 'delegate' = any (p_roles);
  return 'done';
end $$;

create function suspend_member(p_key text, p_suspended boolean) returns text
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare m members := my_member(p_key);
begin
  if m.id is null then return 'missing'; end if;
  if p_suspended and 'steward' = any (m.roles) and not has_other_steward(m.id) then return 'last-steward'; end if;
  update members set suspended_at = case when p_suspended then coalesce(suspended_at, now()) end where id = m.id;
  return 'done';
end $$;

-- Null takes an end back. Nobody is ended while a case waits on them.
create function end_member(p_key text, p_until date) returns text
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare m members := my_member(p_key);
begin
  if m.id is null then return 'missing'; end if;
  if p_until is not null and p_until < m.from_day then return 'too-early'; end if;
  if p_until is not null and holds_cases(m.id) > 0 then return 'holds-cases'; end if;
  if p_until is not null and 'steward' = any (m.roles) and not has_other_steward(m.id) then return 'last-steward'; end if;
  update members set until_day = p_until where id = m.id;
  return 'done';
end $$;

-- By the giver or a steward of their site.
create function revoke_delegation(p_giver bigint, p_delegate bigint) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  update delegations d set revoked_at = now()
  from members g
  where g.id = p_giver and d.giver_member_id = g.id and d.delegate_member_id = p_delegate and d.revoked_at is null
    and ((app_kind() = 'person' and g.id = app_member() and at_work()) or may_steward(g.site_id))
$$;

-- Who may act for the member who asks.
create function my_delegates() returns table (member bigint)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select delegate_member_id from delegations
  where giver_member_id = app_member() and at_work() and revoked_at is null
    and coalesce(until_day, 'infinity') >= current_date
$$;

grant execute on function site_staff, person_with_email, change_member, suspend_member, end_member, revoke_delegation,
  my_delegates to eservices_app;
