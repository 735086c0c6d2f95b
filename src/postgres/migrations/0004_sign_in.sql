-- Sign-in: all that a visitor can ask about people. Each function has a fixed search_path and says as little as it can.

-- The operator works on the owner's connection; the application's role cannot claim to be one.
create function is_operator() returns boolean language sql stable
  as $$ select app_kind() = 'operator' and session_user <> 'eservices_app' $$;

create function find_credential(the_email text)
  returns table (person bigint, hash text, suspended boolean, language text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, c.hash, p.suspended_at is not null, p.language
  from people p join credentials c on c.person_id = p.id
  where p.email = lower(trim(the_email))
$$;

-- One's own password, or anybody's by the operator. Every session of that person ends but the one that asks.
create function set_credential(the_person bigint, the_hash text, keep_session bigint) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not (is_operator() is true or (app_kind() = 'person' and app_person() = the_person) is true) then
    raise exception 'a person sets their own password' using errcode = 'insufficient_privilege';
  end if;
  insert into credentials (person_id, hash) values (the_person, the_hash)
    on conflict (person_id) do update set hash = excluded.hash, changed_at = now();
  delete from sessions where person_id = the_person and id is distinct from keep_session;
end $$;

-- The password chosen through an invitation or a reset, which is then spent. Null when the link is not (or no longer) good.
create function redeem_link(the_token_hash bytea, the_hash text) returns bigint
  language plpgsql security definer set search_path = public, pg_temp as $$
declare who bigint;
begin
  update links set used_at = now()
  where token_hash = the_token_hash and kind in ('invite', 'reset')
    and used_at is null and voided_at is null and expires_at > now()
  returning person_id into who;
  if who is null then return null; end if;
  insert into credentials (person_id, hash) values (who, the_hash)
    on conflict (person_id) do update set hash = excluded.hash, changed_at = now();
  delete from sessions where person_id = who;
  return who;
end $$;

-- A try is written down before it is checked, as a failure: many at once gain nothing.
create function record_sign_in_attempt(the_email text, the_ip text, was_ok boolean) returns bigint
  language sql security definer set search_path = public, pg_temp as $$
  insert into sign_in_attempts (email_hash, ip_hash, ok)
  values (sha256(convert_to(lower(trim(the_email)), 'UTF8')), sha256(convert_to(the_ip, 'UTF8')), was_ok)
  returning id
$$;

create function pass_sign_in_attempt(the_attempt bigint) returns void
  language sql security definer set search_path = public, pg_temp as $$
  update sign_in_attempts set ok = true where id = the_attempt
$$;

-- Failures with that e-mail from that address and with that e-mail from anywhere, each since its last success; and all
-- failures from that address.
create function sign_in_failures(the_email text, the_ip text, within interval)
  returns table (by_both bigint, by_email bigint, by_ip bigint)
  language sql stable security definer set search_path = public, pg_temp as $$
  with asked as (
    select sha256(convert_to(lower(trim(the_email)), 'UTF8')) as email, sha256(convert_to(the_ip, 'UTF8')) as ip
  ), mine as (
    select t.at, t.ok, t.ip_hash = a.ip as here
    from sign_in_attempts t, asked a
    where t.email_hash = a.email and t.at > now() - within
  )
  select
    (select count(*) from mine
     where here and not ok and at > coalesce((select max(at) from mine where ok and here), '-infinity')),
    (select count(*) from mine
     where not ok and at > coalesce((select max(at) from mine where ok), '-infinity')),
    (select count(*) from sign_in_attempts t, asked a where t.ip_hash = a.ip and not t.ok and t.at > now() - within)
$$;

create function sweep_sign_in() returns void
  language sql security definer set search_path = public, pg_temp as $$
  delete from sign_in_attempts where at < now() - interval '1 day';
  delete from sessions where seen_at < now() - interval '30 minutes' or opened_at < now() - interval '12 hours';
$$;

-- A member that may work today, with all that a page needs to say where.
create function live_members(the_person bigint)
  returns table (member bigint, key text, site bigint, site_key text, site_name_en text, site_name_fr text, zone text,
    unit bigint, unit_name_en text, unit_name_fr text, roles text[], job_title_en text, job_title_fr text, acts_for jsonb)
  language sql stable security definer set search_path = public, pg_temp as $$
  select m.id, m.key, s.id, s.key, s.name_en, s.name_fr, s.zone, u.id, u.name_en, u.name_fr, m.roles,
    m.job_title_en, m.job_title_fr,
    coalesce((
      select jsonb_agg(jsonb_build_object('member', g.id, 'key', g.key, 'name', gp.name) order by gp.name)
      from delegations d
      join members g on g.id = d.giver_member_id
      join people gp on gp.id = g.person_id
      where d.delegate_member_id = m.id and d.revoked_at is null and coalesce(d.until_day, 'infinity') >= current_date
        and g.site_id = m.site_id and g.suspended_at is null and gp.suspended_at is null
        and current_date between g.from_day and coalesce(g.until_day, 'infinity')
    ), '[]')
  from members m
  join sites s on s.id = m.site_id
  left join units u on u.id = m.unit_id
  where m.person_id = the_person and m.suspended_at is null and s.suspended_at is null
    and current_date between m.from_day and coalesce(m.until_day, 'infinity')
  order by m.id
$$;

create function open_session(the_token_hash bytea, the_person bigint, the_link bigint) returns bigint
  language sql security definer set search_path = public, pg_temp as $$
  insert into sessions (token_hash, person_id, link_id, member_id)
  values (the_token_hash, the_person, the_link,
    (select min(member) from live_members(the_person)))
  returning id
$$;

-- One row while the session lives: 30 minutes idle, 12 hours in all. A suspended person, a voided or expired link: none.
create function read_session(the_token_hash bytea)
  returns table (session bigint, person bigint, person_key text, name text, email text, language text, member bigint,
    acting_for bigint, opened_at timestamptz, seen_at timestamptz, memberships jsonb,
    link bigint, link_kind text, request bigint, "case" bigint, contact bigint)
  language sql stable security definer set search_path = public, pg_temp as $$
  select s.id, p.id, p.key, p.name, p.email, coalesce(p.language, l.language), s.member_id, s.acting_for, s.opened_at,
    s.seen_at,
    coalesce((select jsonb_agg(to_jsonb(m) order by m.member) from live_members(p.id) m), '[]'),
    l.id, l.kind, l.request_id, l.case_id, l.contact_id
  from sessions s
  left join people p on p.id = s.person_id
  left join links l on l.id = s.link_id
  where s.token_hash = the_token_hash
    and s.seen_at > now() - interval '30 minutes' and s.opened_at > now() - interval '12 hours'
    and p.suspended_at is null
    and l.voided_at is null and coalesce(l.expires_at, 'infinity') > now()
$$;

-- At most one write a minute, so that reading pages stays reading.
create function touch_session(the_session bigint) returns void
  language sql security definer set search_path = public, pg_temp as $$
  update sessions set seen_at = now() where id = the_session and seen_at < now() - interval '1 minute'
$$;

create function rotate_session(the_session bigint, the_token_hash bytea) returns void
  language sql security definer set search_path = public, pg_temp as $$
  update sessions set token_hash = the_token_hash where id = the_session
$$;

-- Works as another of one's members, or for another giver; false when that is not one's to choose.
create function switch_session(the_session bigint, the_member bigint, the_giver bigint) returns boolean
  language sql security definer set search_path = public, pg_temp as $$
  with chosen as (
    update sessions s set member_id = the_member, acting_for = the_giver
    where s.id = the_session and exists (
      select from live_members(s.person_id) m
      where m.member = the_member
        and (the_giver is null or exists (
          select from jsonb_array_elements(m.acts_for) a where (a ->> 'member')::bigint = the_giver))
    )
    returning 1
  )
  select exists (select from chosen)
$$;

create function close_session(the_session bigint) returns void
  language sql security definer set search_path = public, pg_temp as $$
  delete from sessions where id = the_session
$$;

create function close_sessions_of(the_person bigint) returns bigint
  language sql security definer set search_path = public, pg_temp as $$
  with gone as (delete from sessions where person_id = the_person returning 1)
  select count(*) from gone
$$;

create function set_language(the_person bigint, the_language text) returns void
  language sql security definer set search_path = public, pg_temp as $$
  update people set language = the_language where id = the_person and id = app_person()
$$;

-- Links. Made by somebody of the request's side or a job; read by a visitor who holds the token.
create function make_link(the_token_hash bytea, the_kind text, the_request bigint, the_case bigint, the_contact bigint,
    the_person bigint, the_language text, lives interval) returns bigint
  language plpgsql security definer set search_path = public, pg_temp as $$
declare made bigint;
begin
  if the_kind <> 'reset' and not (app_kind() in ('person', 'job') or is_operator()) is true then
    raise exception 'a link is made by a person, a job or an operator' using errcode = 'insufficient_privilege';
  end if;
  insert into links (token_hash, kind, request_id, case_id, contact_id, person_id, language, expires_at)
  values (the_token_hash, the_kind, the_request, the_case, the_contact, the_person, the_language, now() + lives)
  returning id into made;
  return made;
end $$;

create function read_link(the_token_hash bytea)
  returns table (link bigint, kind text, request bigint, "case" bigint, contact bigint, person bigint, language text,
    expires_at timestamptz, used_at timestamptz, voided_at timestamptz, wrong_dates int)
  language sql stable security definer set search_path = public, pg_temp as $$
  select id, kind, request_id, case_id, contact_id, person_id, language, expires_at, used_at, voided_at, wrong_dates
  from links where token_hash = the_token_hash
$$;

-- The fifth wrong birth date kills the link. Returns the tries that are left.
create function wrong_date(the_link bigint) returns int
  language sql security definer set search_path = public, pg_temp as $$
  update links set wrong_dates = wrong_dates + 1,
    voided_at = case when wrong_dates + 1 >= 5 then coalesce(voided_at, now()) else voided_at end
  where id = the_link
  returning greatest(5 - wrong_dates, 0)
$$;

-- The birth date was right: the first use is remembered and the count starts again. False when the link is dead.
create function use_link(the_link bigint) returns boolean
  language sql security definer set search_path = public, pg_temp as $$
  with used as (
    update links set used_at = coalesce(used_at, now()), wrong_dates = 0
    where id = the_link and kind in ('patient', 'guest') and voided_at is null and expires_at > now()
    returning 1
  )
  select exists (select from used)
$$;

create function void_link(the_link bigint) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not (app_kind() in ('person', 'job') or is_operator()) is true then
    raise exception 'a link is voided by a person, a job or an operator' using errcode = 'insufficient_privilege';
  end if;
  update links set voided_at = coalesce(voided_at, now()) where id = the_link;
  delete from sessions where link_id = the_link;
end $$;

grant execute on function is_operator, find_credential, set_credential, redeem_link, record_sign_in_attempt,
  pass_sign_in_attempt, sign_in_failures, sweep_sign_in,
  live_members, open_session, read_session, touch_session, rotate_session, switch_session, close_session,
  close_sessions_of, set_language, make_link, read_link, wrong_date, use_link, void_link to eservices_app;
