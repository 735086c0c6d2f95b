-- The workspace of a receiver off the network: a link to one case. docs/decisions/0034-off-the-network.md

alter table links
  add column channel text check (channel in ('mail', 'fax', 'paper')),
  -- Who answers there, as they said at the door.
  add column holder text check (char_length(holder) between 1 and 200),
  drop constraint links_voided_why_check,
  add constraint links_voided_why_check check (voided_why in ('wrong-date', 'not-me', 'replaced', 'withdrawn',
    'taken-back', 'wrong-code', 'not-delivered', 'claimed'));
create index links_of_case on links (case_id) where case_id is not null;

-- The second fact of a link by mail or fax, one at a time; derived from the nonce and the key of the application.
create table guest_codes (
  link_id bigint primary key references links,
  nonce text not null,
  made_at timestamptz not null default now(),
  -- Made in the last hour.
  made int not null default 1
);
call protect('guest_codes');

-- Ends whatever opens this case: the link, who is in by it, and its part in the case.
create function end_guests(p_case bigint, p_why text) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update links set voided_at = now(), voided_why = p_why
    where case_id = p_case and kind = 'guest' and voided_at is null;
  delete from sessions where link_id in (select id from links where case_id = p_case and kind = 'guest');
  delete from case_access a where a.case_id = p_case and a.side = 'receiver'
    and a.party in (select 'link:' || id from links where case_id = p_case and kind = 'guest');
end $$;
revoke all on function end_guests(bigint, text) from public;

-- The case of this key when the actor's site sent it to somebody off the network; null otherwise.
create function case_to_invite(p_key text) returns bigint
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select c.id from cases c join case_access a on a.case_id = c.id
  where c.key = p_key and app_kind() = 'person' and a.party = app_party() and a.side = 'requester'
    and a.until_seq is null and (c.state#>>'{receiver,offNetwork}')::boolean
$$;

-- A link in place of the one before. Null when this is not the actor's to do.
create function make_guest_link(p_key text, p_nonce text, p_token_hash bytea, p_channel text, p_to text,
  p_language text, p_until timestamptz) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare the_case bigint := case_to_invite(p_key); made bigint;
begin
  if the_case is null or p_until > now() + interval '1 year' then return null; end if;
  perform end_guests(the_case, 'replaced');
  insert into links (token_hash, nonce, kind, case_id, channel, sent_to, language, expires_at)
    values (p_token_hash, p_nonce, 'guest', the_case, p_channel, p_to, p_language, p_until) returning id into made;
  return made;
end $$;

-- After an event of this transaction said so.
create function close_guests(p_case bigint, p_why text) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not event_written_now(p_case)
    or not exists (select from case_access a where a.case_id = p_case and a.party = app_party()) then
    raise exception 'a workspace is closed by an event of a party' using errcode = 'insufficient_privilege';
  end if;
  perform end_guests(p_case, p_why);
end $$;

-- The latest way that was given, for the site that gave it.
create function invitation_of(p_key text) returns table (channel text, sent_to text, nonce text, language text,
  made_at timestamptz, until timestamptz, opened_at timestamptz, holder text, closed text, link bigint)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select l.channel, l.sent_to, l.nonce, l.language, l.made_at, l.expires_at, l.used_at, l.holder,
    case when l.voided_at is not null then coalesce(l.voided_why, 'replaced') when l.expires_at <= now() then 'expired' end, l.id
  from links l where l.case_id = case_to_invite(p_key) and l.kind = 'guest' order by l.id desc limit 1
$$;

-- For the jobs that write to it: where, and what of.
create function guest_to_tell(p_link bigint) returns table (nonce text, channel text, sent_to text, language text,
  reference text, code text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select l.nonce, l.channel, l.sent_to, l.language, r.reference,
    (select k.nonce from guest_codes k where k.link_id = l.id and k.made_at > now() - interval '1 hour')
  from links l join cases c on c.id = l.case_id join requests r on r.id = c.request_id
  where app_kind() = 'job' and app_case() = l.case_id and l.id = p_link and l.kind = 'guest'
    and l.voided_at is null and l.expires_at > now()
$$;

-- The door. A visitor holds a token; nothing of the case is said here.
create function live_guest_link(p_token_hash bytea) returns setof links
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select * from links l where l.token_hash = p_token_hash and l.kind = 'guest' and l.voided_at is null
    and l.expires_at > now()
    and exists (select from case_access a where a.case_id = l.case_id and a.party = 'link:' || l.id)
$$;
revoke all on function live_guest_link(bytea) from public;

create function guest_door(p_token_hash bytea) returns table (channel text, sent_to text, language text, holder text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select l.channel, l.sent_to, l.language, l.holder from live_guest_link(p_token_hash) l
$$;

-- A code is asked for, at most three an hour: the link and case whose job sends it.
create function ask_guest_code(p_token_hash bytea, p_nonce text) returns table (link bigint, "case" bigint)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare l links;
begin
  select * into l from live_guest_link(p_token_hash) k where k.channel in ('mail', 'fax');
  if l.id is null then return; end if;
  insert into guest_codes (link_id, nonce) values (l.id, p_nonce)
  on conflict (link_id) do update set nonce = excluded.nonce, made_at = now(),
    made = case when guest_codes.made_at < now() - interval '1 hour' then 1 else guest_codes.made + 1 end
    where guest_codes.made < 3 or guest_codes.made_at < now() - interval '1 hour';
  if found then return query select l.id, l.case_id; end if;
end $$;

-- One try, counted before it is judged: many at once gain nothing. `nonce` is what the code is derived from; for paper the
-- birth date is judged here. `result`: dead, none (no code is out), try, right, wrong.
create function try_guest(p_token_hash bytea, p_day text)
returns table (result text, nonce text, link bigint, "case" bigint, tries_left integer)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare l links; code text; n integer; right_day boolean;
begin
  select * into l from links k where k.token_hash = p_token_hash and k.kind = 'guest' for update;
  if l.id is null or not exists (select from live_guest_link(p_token_hash)) then
    return query select 'dead', null::text, l.id, l.case_id, 0; return;
  end if;
  if l.channel <> 'paper' then
    select k.nonce into code from guest_codes k where k.link_id = l.id
      and k.made_at > now() - case l.channel when 'mail' then interval '10 minutes' else interval '1 hour' end;
    if code is null then return query select 'none', null::text, l.id, l.case_id, 5 - l.wrong_dates; return; end if;
  end if;
  right_day := l.channel = 'paper' and born_on((select c.request_id from cases c where c.id = l.case_id), p_day);
  n := case when right_day then 0 else l.wrong_dates + 1 end;
  update links set wrong_dates = n where id = l.id;
  return query select case when right_day then 'right' when l.channel = 'paper' then 'wrong' else 'try' end,
    code, l.id, l.case_id, 5 - n;
end $$;

-- The fifth wrong answer: true when it closed the link.
create function void_guest(p_token_hash bytea) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare l links;
begin
  select * into l from live_guest_link(p_token_hash) k where k.wrong_dates >= 5;
  if l.id is null then return false; end if;
  perform end_guests(l.case_id, 'wrong-code');
  return true;
end $$;

-- The answer was right: a session of that hash, for whoever gave this name.
create function open_guest(p_token_hash bytea, p_code text, p_session_hash bytea, p_holder text) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare l links;
begin
  select * into l from live_guest_link(p_token_hash) k
    where k.channel = 'paper' and k.wrong_dates = 0 and p_code is null
      or exists (select from guest_codes g where g.link_id = k.id and g.nonce = p_code);
  if l.id is null then return false; end if;
  update links set used_at = coalesce(used_at, now()), wrong_dates = 0, holder = p_holder where id = l.id;
  delete from guest_codes where link_id = l.id;
  insert into sessions (token_hash, link_id) values (p_session_hash, l.id);
  return true;
end $$;

-- What a guest's session is about.
create function guest_case() returns table (case_key text, request_key text, holder text, until timestamptz)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select c.key, r.key, l.holder, l.expires_at
  from links l join cases c on c.id = l.case_id join requests r on r.id = c.request_id
  where app_kind() = 'guest' and l.id = app_link() and l.kind = 'guest' and l.voided_at is null and l.expires_at > now()
    and exists (select from case_access a where a.case_id = c.id and a.party = app_party())
$$;

-- Names of those who answered in a workspace of a case that the actor holds.
create function guest_names(p_cases bigint[]) returns table (link bigint, name text, site_en text, site_fr text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select l.id, l.holder, s.name_en, s.name_fr
  from links l join cases c on c.id = l.case_id
  left join case_events e on e.case_id = c.id and e.seq = 1
  left join event_bodies b on b.case_id = c.id and b.seq = 1 and b.purged_at is null and b.body <> ''
  left join sites s on s.id = (b.body::jsonb#>>'{receiver,site}')::bigint
  where l.kind = 'guest' and l.case_id = any (p_cases)
    and exists (select from case_access a where a.case_id = l.case_id and a.party = app_party())
$$;

grant execute on function case_to_invite(text), make_guest_link(text, text, bytea, text, text, text, timestamptz), close_guests(bigint, text),
  invitation_of(text), guest_to_tell(bigint), guest_door(bytea), ask_guest_code(bytea, text), try_guest(bytea, text),
  void_guest(bytea), open_guest(bytea, text, bytea, text), guest_case(), guest_names(bigint[]) to eservices_app;

-- A printed requisition is a link of paper. For a receiver that works here it opens nothing: a site claims by it.
create function make_requisition(p_key text, p_nonce text, p_token_hash bytea, p_language text) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare the_case bigint;
begin
  select c.id into the_case from cases c join case_access a on a.case_id = c.id
    where c.key = p_key and app_kind() = 'person' and a.party = app_party() and a.side = 'requester'
      and a.until_seq is null and c.type = 'referral' and c.state->>'status' in ('sent', 'declined')
      and (c.state#>>'{receiver,offNetwork}')::boolean is not true;
  if the_case is null then return false; end if;
  perform end_guests(the_case, 'replaced');
  insert into links (token_hash, nonce, kind, case_id, channel, language, expires_at)
    values (p_token_hash, p_nonce, 'guest', the_case, 'paper', p_language, now() + interval '180 days');
  return true;
end $$;

create function requisition_of(p_key text) returns table (nonce text, language text, made_at timestamptz, until timestamptz)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select l.nonce, l.language, l.made_at, l.expires_at
  from cases c join case_access a on a.case_id = c.id join links l on l.case_id = c.id
  where c.key = p_key and app_kind() = 'person' and a.party = app_party() and a.side = 'requester' and a.until_seq is null
    and l.kind = 'guest' and l.channel = 'paper' and l.voided_at is null and l.expires_at > now()
  order by l.id desc limit 1
$$;

-- A site that works here types the code and the birth date. `result`: dead, wrong, own (it is theirs already), taken (it
-- can no longer be claimed), right: the site then holds the case, and the event of this transaction makes it the receiver.
create function claim_requisition(p_token_hash bytea, p_day text)
returns table (result text, case_key text, request_key text, link bigint, "case" bigint, tries_left integer)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare l links; c cases; r requests; n integer;
begin
  if app_kind() is distinct from 'person' then return; end if;
  select * into l from links k where k.token_hash = p_token_hash and k.kind = 'guest' and k.channel = 'paper' for update;
  if l.id is null or l.voided_at is not null or l.expires_at <= now() then
    return query select 'dead', null::text, null::text, l.id, l.case_id, 0; return;
  end if;
  select * into strict c from cases where id = l.case_id for update;
  select * into strict r from requests where id = c.request_id;
  if not born_on(c.request_id, p_day) then
    n := l.wrong_dates + 1;
    update links set wrong_dates = n where id = l.id;
    if n >= 5 then perform end_guests(c.id, 'wrong-code'); end if;
    return query select case when n >= 5 then 'dead' else 'wrong' end, null::text, null::text, l.id, c.id, 5 - n; return;
  end if;
  if app_party() in ('site:' || (c.state#>>'{receiver,site}'), 'site:' || (c.state#>>'{requester,site}')) then
    return query select 'own', c.key, r.key, l.id, c.id, 5; return;
  end if;
  if c.state->>'status' not in ('sent', 'declined') or c.state ? 'via' then
    return query select 'taken', null::text, null::text, l.id, c.id, 5; return;
  end if;
  perform end_guests(c.id, 'claimed');
  insert into case_access (case_id, party, side, request_id, type, status, urgency, accountable, waiting_since, updated)
    values (c.id, app_party(), 'receiver', c.request_id, c.type, '', '', false, c.opened_at, c.opened_at)
    on conflict (case_id, party, side) do update set until_seq = null, frozen = null;
  return query select 'right', c.key, r.key, l.id, c.id, 5;
end $$;

grant execute on function make_requisition(text, text, bytea, text), requisition_of(text), claim_requisition(bytea, text)
  to eservices_app;
