-- Mail to a member that came back is the steward's to settle: it stands beside the member until then.

alter table people add column mail_settled_at timestamptz;
create index messages_failed on messages (recipient, state_at) where state = 'failed';

-- When mail to the present address of this person last came back or was refused, unless it was settled since.
create function mail_failed(p_person bigint) returns timestamptz
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select max(m.state_at) from people p join messages m on m.recipient = 'person:' || p.id
  where p.id = p_person and m.state = 'failed' and m.channel = 'mail' and lower(m.address) = lower(p.email)
    and m.state_at > coalesce(p.mail_settled_at, '-infinity')
$$;
revoke execute on function mail_failed(bigint) from public;

drop function site_staff();
-- As 0231, with it.
create function site_staff()
returns table (member bigint, key text, person bigint, name text, title text, email text, language text, unit bigint,
  roles text[], licence text, job_title_en text, job_title_fr text, responsible bigint, from_day date, until_day date,
  suspended boolean, ended boolean, has_password boolean, acts_for bigint[], holds bigint,
  mail_failed timestamptz)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select m.id, m.key, p.id, p.name, p.title, p.email, p.language, m.unit_id, m.roles, m.licence, m.job_title_en,
    m.job_title_fr, m.responsible_member_id, m.from_day, m.until_day,
    m.suspended_at is not null or p.suspended_at is not null, coalesce(m.until_day < current_date, false),
    exists (select from credentials c where c.person_id = p.id),
    array(select d.giver_member_id from delegations d
      where d.delegate_member_id = m.id and d.revoked_at is null and coalesce(d.until_day, 'infinity') >= current_date),
    holds_cases(m.id), mail_failed(p.id)
  from members m join people p on p.id = m.person_id
  where m.site_id = app_site() and may_steward(app_site())
  order by coalesce(m.until_day < current_date, false), p.family, p.name, m.id
$$;

-- The address was looked into. 'done' or 'missing'.
create function settle_mail(p_key text) returns text
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare m members := my_member(p_key);
begin
  if m.id is null then return 'missing'; end if;
  update people set mail_settled_at = now() where id = m.person_id;
  return 'done';
end $$;

revoke execute on function site_staff(), settle_mail(text) from public;
grant execute on function site_staff(), settle_mail(text) to eservices_app;
