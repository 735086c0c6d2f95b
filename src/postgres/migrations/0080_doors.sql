-- Who may make a door, and who may open one. Each refusal here is of somebody who got past the application.

-- A person at a live place of theirs: a suspension or the end of a membership holds here too.
create function at_work() returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select app_kind() = 'person' and exists (
    select from live_members(app_person()) m join people p on p.id = app_person()
    where m.member = app_member() and m.site = app_site() and p.suspended_at is null)
$$;

-- Those who work on a case: the requester, the receiver and the intake it came through, while it is theirs, and its job.
create function works_on(p_request bigint, p_case bigint) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select case app_kind()
    when 'person' then at_work() and exists (select from case_access a
      where (a.request_id = p_request or a.case_id = p_case) and a.party = app_party() and a.until_seq is null
        and a.side in ('requester', 'receiver', 'intake')
        and (a.unit is null or app_unit() is null or a.unit = app_unit()))
    when 'job' then exists (select from cases c
      where c.id = app_case() and (c.request_id = p_request or c.id = p_case))
    else false
  end is true
$$;

-- An invitation is for somebody of the steward's own site who has no password yet; afterwards it is theirs to change.
create function may_invite(p_person bigint) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select at_work() and may_steward(app_site())
    and exists (select from members m where m.person_id = p_person and m.site_id = app_site())
    and not exists (select from credentials c where c.person_id = p_person)
$$;

create or replace function make_link(the_token_hash bytea, the_kind text, the_request bigint, the_case bigint,
    the_contact bigint, the_person bigint, the_language text, lives interval) returns bigint
  language plpgsql security definer set search_path = public, pg_temp as $$
declare made bigint;
begin
  if not (is_operator() is true or case the_kind
      when 'patient' then works_on(the_request, null)
      when 'guest' then works_on(null, the_case)
      when 'invite' then may_invite(the_person)
      when 'reset' then app_kind() = 'job'
    end) is true then
    raise exception 'a link is made by those who work on the case, or a steward of the site'
      using errcode = 'insufficient_privilege';
  end if;
  insert into links (token_hash, kind, request_id, case_id, contact_id, person_id, language, expires_at)
  values (the_token_hash, the_kind, the_request, the_case, the_contact, the_person, the_language, now() + lives)
  returning id into made;
  return made;
end $$;

create or replace function void_link(the_link bigint) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not (is_operator() is true or exists (
      select from links l where l.id = the_link and works_on(l.request_id, l.case_id))) is true then
    raise exception 'a link is voided by those who work on the case' using errcode = 'insufficient_privilege';
  end if;
  update links set voided_at = coalesce(voided_at, now()) where id = the_link;
  delete from sessions where link_id = the_link;
end $$;

-- The patient's door takes the token and the birth date in one (0061); by the number of a link nobody comes in.
revoke execute on function wrong_date(bigint), use_link(bigint) from eservices_app;

-- A try that was written down before this transaction, and is proved by it.
create or replace function pass_sign_in_attempt(the_attempt bigint) returns void
  language sql security definer set search_path = public, pg_temp as $$
  update sign_in_attempts set ok = true
  where id = the_attempt and not ok and at < now() and at > now() - interval '10 minutes'
$$;

-- True when this transaction proved the person's password, or a visitor of a demonstration chose them.
create function comes_in(p_person bigint) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select app_kind() = 'visitor' and (
    exists (select from demo_people() d where d.person = p_person)
    or exists (select from people p join sign_in_attempts t
        on t.email_hash = sha256(convert_to(p.email, 'UTF8'))
      where p.id = p_person and t.ok and t.at < now() and t.xmin = pg_current_xact_id()::xid))
$$;

-- Null for a suspended person and for one who has no place to work at any more.
create or replace function open_session(the_token_hash bytea, the_person bigint, the_link bigint) returns bigint
  language plpgsql security definer set search_path = public, pg_temp as $$
declare place bigint; made bigint;
begin
  if not (is_operator() is true or (the_link is null and comes_in(the_person))) is true then
    raise exception 'a session opens after the password' using errcode = 'insufficient_privilege';
  end if;
  if the_link is null then
    select min(m.member) into place from live_members(the_person) m
      join people p on p.id = the_person and p.suspended_at is null;
    if place is null then return null; end if;
  end if;
  insert into sessions (token_hash, person_id, link_id, member_id) values (the_token_hash, the_person, the_link, place)
    returning id into made;
  return made;
end $$;

-- One's own, or the one that the visitor has just opened.
create function is_my_session(s sessions) returns boolean
language sql stable as $$
  select is_operator() is true or (app_kind() = 'person' and s.person_id = app_person()) is true
    or (app_kind() = 'visitor' and s.opened_at = now()) is true
$$;

create or replace function switch_session(the_session bigint, the_member bigint, the_giver bigint) returns boolean
  language sql security definer set search_path = public, pg_temp as $$
  with chosen as (
    update sessions s set member_id = the_member, acting_for = the_giver
    where s.id = the_session and is_my_session(s)
      and exists (select from people p where p.id = s.person_id and p.suspended_at is null)
      and exists (
        select from live_members(s.person_id) m
        where m.member = the_member
          and (the_giver is null or exists (
            select from jsonb_array_elements(m.acts_for) a where (a ->> 'member')::bigint = the_giver))
      )
    returning 1
  )
  select exists (select from chosen)
$$;

create or replace function rotate_session(the_session bigint, the_token_hash bytea) returns void
  language sql security definer set search_path = public, pg_temp as $$
  update sessions s set token_hash = the_token_hash where s.id = the_session and is_my_session(s)
$$;

create or replace function close_sessions_of(the_person bigint) returns bigint
  language sql security definer set search_path = public, pg_temp as $$
  with gone as (
    delete from sessions
    where person_id = the_person
      and (is_operator() is true or (app_kind() = 'person' and app_person() = the_person) is true)
    returning 1)
  select count(*) from gone
$$;
