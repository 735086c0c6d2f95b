-- What a notice became: one message for each person it is for. Only jobs reach it, by the functions below.

-- A patient's link is made for one address. Its token is derived from the nonce and the secret key of the application.
alter table links
  add column nonce text,
  add column sent_to text,
  add column voided_why text check (voided_why in ('wrong-date', 'not-me', 'replaced'));
create unique index links_nonce on links (nonce);
create index links_of_address on links (request_id, sent_to) where sent_to is not null;

-- Set once the people of a notice were found. How far the notice got is how far its messages got.
alter table notices add column addressed_at timestamptz;
grant update (addressed_at) on notices to eservices_app;
-- A job tells of what happened outside the case: a link that died, a message that was refused.
create policy machine_makes on notices for insert to eservices_app with check (
  (select app_kind()) = 'job' and case_id = (select app_case())
);

create table messages (
  id bigint generated always as identity primary key,
  -- Made from the notice's own and the recipient, so that it is the same however often it is worked out.
  message_id text not null unique,
  notice_id bigint not null references notices,
  case_id bigint not null references cases,
  seq integer not null,
  -- 'person:5', or 'link:7' for a contact of the patient. Each hears of one event once, and of events in their order.
  recipient text not null check (recipient ~ '^(person|link):[0-9]+$'),
  link_id bigint references links,
  address text not null,
  language text not null check (language in ('en', 'fr')),
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'opened', 'failed', 'stopped')),
  why text,
  tries integer not null default 0,
  -- While one process hands it over.
  lease_until timestamptz,
  made_at timestamptz not null default now(),
  state_at timestamptz not null default now(),
  unique (case_id, seq, recipient)
);
create index messages_waiting on messages (recipient, notice_id) where state = 'waiting';
create index messages_of_notice on messages (notice_id);
create index messages_of_link on messages (link_id) where link_id is not null;
call protect('messages');

-- Members who may be written to today, with their person's address.
create function mail_members(p_site bigint)
returns table (person bigint, member bigint, unit bigint, roles text[], address text, language text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select p.id, m.id, m.unit_id, m.roles, p.email, p.language
  from members m join people p on p.id = m.person_id join sites s on s.id = m.site_id
  where m.site_id = p_site and m.suspended_at is null and p.suspended_at is null and s.suspended_at is null
    and current_date between m.from_day and coalesce(m.until_day, 'infinity')
$$;

-- Those who work a list: clerks, assigners and leads of the site, of that unit or of none; where there is nobody of
-- that kind, everybody at work there.
create function list_workers(p_site bigint, p_unit bigint)
returns table (person bigint, address text, language text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with here as (
    select * from mail_members(p_site) m
    where p_unit is null or m.unit is null or m.unit = p_unit
  ), by_role as (
    select * from here where roles && array['clerk', 'assigner', 'lead']
  )
  select person, address, language from by_role
  union
  select person, address, language from here
  where not exists (select from by_role) and not roles <@ array['privacy-officer']
$$;

-- One member, and the delegates who hold a member's standing permission.
create function member_and_delegates(p_member bigint)
returns table (person bigint, address text, language text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with told as (
    select p_member as member
    union
    select d.delegate_member_id from delegations d
    where d.giver_member_id = p_member and d.revoked_at is null and coalesce(d.until_day, 'infinity') >= current_date
  )
  select m.person, m.address, m.language
  from members place join mail_members(place.site_id) m on m.member in (select t.member from told t)
  where place.id = p_member
$$;

create function staff_of_notice(p_kind text, p_id bigint)
returns table (person bigint, address text, language text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select * from member_and_delegates(p_id) where p_kind = 'member'
  union
  select w.* from list_workers(p_id, null) w where p_kind = 'site'
  union
  select w.* from units u, list_workers(u.site_id, u.id) w where p_kind = 'unit' and u.id = p_id
  union
  select m.person, m.address, m.language from mail_members(p_id) m where p_kind = 'leads' and 'lead' = any (m.roles)
  union
  select m.person, m.address, m.language from sites s, mail_members(s.id) m
  where p_kind = 'programme' and s.kind = 'programme' and m.roles && array['steward', 'lead']
$$;

-- Contacts of the patient as the case has them who agreed to e-mail, by what the practice's list says of them now: an
-- address that was changed there is the one to use, a consent that was taken back holds at once.
create function contacts_of_case(p_case bigint) returns table (contact bigint, address text, language text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select distinct on (lower(coalesce(l.details->>'email', c.value->>'email')))
    l.id, coalesce(l.details->>'email', c.value->>'email'), coalesce(l.details->>'language', c.value->>'language', 'en')
  from cases k
  cross join jsonb_array_elements(coalesce(k.requester_patient->'contacts', '[]')) with ordinality c (value, place)
  left join patient_contacts l on l.id = (c.value->>'id')::bigint
  where k.id = p_case
    and not coalesce((k.state#>>'{patient,deceased}')::boolean, false)
    and c.value->>'emailConsent' = 'yes' and coalesce(l.details->>'emailConsent', 'yes') = 'yes'
    and coalesce(l.details->>'email', c.value->>'email', '') <> ''
    and (l.id is not null or c.value->>'id' is null)
  order by lower(coalesce(l.details->>'email', c.value->>'email')), c.place
$$;

-- For the job of a case: whom the notices up to this one are for, in the order in which they were made, without who
-- caused them. `link` and `nonce` are of the link that a contact has; `closed` when it was closed and nobody gave a new one.
create function address_notices(p_upto bigint)
returns table (notice bigint, message_id text, seq integer, person bigint, contact bigint, address text,
  language text, link bigint, nonce text, closed boolean)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
declare n notices; author bigint; for_member bigint;
begin
  if app_kind() is distinct from 'job' or app_case() is null then
    raise exception 'a job of the case finds whom a notice is for' using errcode = 'insufficient_privilege';
  end if;
  perform from cases c where c.id = app_case() for no key update;
  for n in
    select * from notices
    where case_id = app_case() and id <= p_upto and addressed_at is null and state = 'queued' order by id
  loop
    select e.person, g.person_id into author, for_member
      from case_events e left join members g on g.id = e.acting_for
      where e.case_id = n.case_id and e.seq = n.seq;
    return query
      select n.id, n.message_id, n.seq, s.person, null::bigint, s.address, s.language, null::bigint, null::text, false
      from staff_of_notice(n.recipient_kind, n.recipient_id) s
      where n.template in ('link-closed', 'not-delivered')
        or (s.person is distinct from author and s.person is distinct from for_member);
    return query
      select n.id, n.message_id, n.seq, null::bigint, c.contact, c.address, c.language, l.id, l.nonce,
        coalesce(l.voided_at is not null, false)
      from contacts_of_case(n.case_id) c
      left join lateral (
        select k.id, k.nonce, k.voided_at from links k
        where k.request_id = n.recipient_id and k.sent_to = lower(c.address)
          and (k.expires_at > now() or k.voided_at is not null) and k.voided_why is distinct from 'replaced'
        order by k.id desc limit 1
      ) l on true
      where n.recipient_kind = 'patient'
        and n.recipient_id = (select request_id from cases where id = n.case_id);
    update notices set addressed_at = now() where id = n.id;
  end loop;
end $$;

-- A link to the page of the case's request for one address. A year; 90 days once the case has ended.
create function make_patient_link(p_nonce text, p_token_hash bytea, p_contact bigint, p_address text, p_language text)
returns bigint language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare made bigint;
begin
  if app_kind() is distinct from 'job' or app_case() is null then
    raise exception 'a job of the case makes a link' using errcode = 'insufficient_privilege';
  end if;
  insert into links (token_hash, nonce, kind, request_id, contact_id, sent_to, language, expires_at)
    select p_token_hash, p_nonce, 'patient', c.request_id, p_contact, lower(p_address), p_language,
      now() + interval '1 year'
    from cases c where c.id = app_case()
    returning id into made;
  return made;
end $$;

-- Each person once for each event; the ids of those to be sent are not needed, their recipients are.
create function add_messages(p_messages jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if app_kind() is distinct from 'job' or app_case() is null then
    raise exception 'a job of the case writes its messages' using errcode = 'insufficient_privilege';
  end if;
  insert into messages (message_id, notice_id, case_id, seq, recipient, link_id, address, language)
    select m.message_id, n.id, n.case_id, n.seq, m.recipient, m.link, m.address, m.language
    from jsonb_to_recordset(p_messages)
      as m (message_id text, notice bigint, recipient text, link bigint, address text, language text)
    join notices n on n.id = m.notice and n.case_id = app_case()
    order by n.id, m.recipient
    on conflict do nothing;
  update links l set language = m.language, expires_at = case
      when (c.state->'hold') is null or c.state->'hold' = 'null' then least(l.expires_at, now() + interval '90 days')
      else greatest(l.expires_at, now() + interval '1 year') end
    from messages m join cases c on c.id = m.case_id
    where m.link_id = l.id and m.case_id = app_case() and m.state = 'waiting' and l.voided_at is null;
  update notices n set state = 'stopped', why = 'nobody', state_at = app_now()
    where n.case_id = app_case() and n.addressed_at is not null and n.state = 'queued'
      and not exists (select from messages m where m.notice_id = n.id);
end $$;

-- Why a message is not worth sending any more; null when it is.
create function message_stopped(m messages) returns text
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select case
    when n.template in ('reminder', 'late', 'late-at-your-site', 'late-in-the-network', 'patient-reminder')
      and c.turn > n.seq then 'turn-passed'
    when m.link_id is not null and coalesce((c.state#>>'{patient,deceased}')::boolean, false) then 'deceased'
    when m.link_id is not null and exists (select from links l where l.id = m.link_id and l.voided_at is not null)
      then 'link-closed'
    when m.recipient like 'person:%' and exists (select from people p
      where p.id = substr(m.recipient, 8)::bigint and p.suspended_at is not null) then 'suspended'
  end
  from notices n join cases c on c.id = n.case_id where n.id = m.notice_id
$$;

-- How far a notice is, from its messages.
create function notice_follows(p_notice bigint, p_state text, p_why text default null) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  update notices n set state = p_state, why = p_why, state_at = app_now()
  where n.id = p_notice and notice_rank(n.state) < notice_rank(p_state)
    and (p_state <> 'stopped' or not exists (
      select from messages m where m.notice_id = n.id and m.state <> 'stopped'))
$$;

-- The next message of one recipient, held for two minutes. None while another process holds the one before it: the
-- messages of a person go in the order of what happened.
create function take_message(p_recipient text)
returns table (id bigint, message_id text, "case" bigint, address text, language text, template text, params jsonb,
  request_key text, nonce text, tries integer, too_old boolean)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
declare m messages; stopped text;
begin
  if app_kind() is distinct from 'job' then
    raise exception 'a job sends messages' using errcode = 'insufficient_privilege';
  end if;
  loop
    select * into m from messages
      where recipient = p_recipient and state = 'waiting' order by notice_id, id limit 1 for update;
    if not found or m.lease_until > now() then return; end if;
    stopped := message_stopped(m);
    exit when stopped is null;
    update messages set state = 'stopped', why = stopped, state_at = now() where messages.id = m.id;
    perform notice_follows(m.notice_id, 'stopped', stopped);
  end loop;
  update messages set lease_until = now() + interval '2 minutes', tries = messages.tries + 1 where messages.id = m.id;
  return query
    select m.id, m.message_id, m.case_id, m.address, m.language, n.template, n.params, r.key, l.nonce, m.tries + 1,
      m.made_at < now() - interval '3 days'
    from notices n join cases c on c.id = n.case_id join requests r on r.id = c.request_id
    left join links l on l.id = m.link_id
    where n.id = m.notice_id;
end $$;

-- 'sent', 'failed', or 'waiting' to be tried again later.
create function settle_message(p_message bigint, p_state text, p_why text) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare of_notice bigint;
begin
  if app_kind() is distinct from 'job' then
    raise exception 'a job sends messages' using errcode = 'insufficient_privilege';
  end if;
  update messages set state = p_state, why = p_why, state_at = now(), lease_until = null
    where id = p_message and state = 'waiting' returning notice_id into of_notice;
  if of_notice is not null and p_state <> 'waiting' then perform notice_follows(of_notice, p_state, p_why); end if;
end $$;

-- All that a demonstration has sent or is about to, newest first.
create function demo_messages(p_limit integer)
returns table (id bigint, message_id text, address text, language text, template text, params jsonb, request_key text,
  nonce text, name text, state text, why text, made_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select m.id, m.message_id, m.address, m.language, n.template, n.params, r.key, l.nonce, p.name, m.state, m.why,
    n.made_at
  from messages m join notices n on n.id = m.notice_id join cases c on c.id = m.case_id
  join requests r on r.id = c.request_id
  left join links l on l.id = m.link_id
  left join people p on m.recipient = 'person:' || p.id
  where (select demo from installation)
  order by m.id desc limit p_limit
$$;

grant execute on function address_notices(bigint), make_patient_link(text, bytea, bigint, text, text),
  add_messages(jsonb), take_message(text), settle_message(bigint, text, text), notice_follows(bigint, text, text),
  demo_messages(integer) to eservices_app;
