-- People whom a patient lets in, and all requests of a patient behind a code. docs/decisions/0030-helpers-and-codes.md

create table request_helpers (
  id bigint generated always as identity primary key,
  key text not null unique,
  request_id bigint not null references requests,
  name text not null check (char_length(name) between 1 and 200),
  email text not null check (email like '%_@_%' and char_length(email) <= 254),
  language text not null check (language in ('en', 'fr')),
  given_by bigint not null references links,
  given_at timestamptz not null default now(),
  withdrawn_at timestamptz
);
create index helpers_of_request on request_helpers (request_id);
create unique index helpers_now on request_helpers (request_id, lower(email)) where withdrawn_at is null;
call protect('request_helpers');

alter table links
  drop constraint links_voided_why_check,
  add constraint links_voided_why_check check (voided_why in ('wrong-date', 'not-me', 'replaced', 'withdrawn'));

-- Codes for all requests, one at a time for a link. The code is derived from the nonce and the key of the application.
create table patient_codes (
  link_id bigint primary key references links,
  nonce text not null,
  made_at timestamptz not null default now(),
  -- Made in the last hour, and tries of this one.
  made int not null default 1,
  tries int not null default 0
);
call protect('patient_codes');
-- The code was right: this session sees the other requests too.
alter table sessions add column sees_all boolean not null default false;

-- The helper whose link it is; null for the patient and those on the office's list.
create function helper_of_link(p_link bigint) returns bigint
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select h.id from links l join request_helpers h on h.request_id = l.request_id and lower(h.email) = l.sent_to
  where l.id = p_link and h.withdrawn_at is null order by h.id desc limit 1
$$;

create function my_helpers() returns table (key text, name text, email text, given_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select h.key, h.name, h.email, h.given_at from request_helpers h
  where app_kind() = 'patient' and h.request_id = app_request() and h.withdrawn_at is null
    and helper_of_link(app_link()) is null
  order by h.id
$$;
-- May the holder of this link let others in?
create function may_let_in() returns boolean language sql stable
security definer set search_path = pg_catalog, public, pg_temp as $$
  select app_kind() = 'patient' and exists (select from links where id = app_link() and request_id = app_request()
    and voided_at is null) and helper_of_link(app_link()) is null
$$;

-- The helper and the case whose job tells them. Null when this is not the holder's to do, or there are five already.
create function let_in(p_key text, p_name text, p_email text, p_language text) returns table (helper bigint, "case" bigint)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare made bigint;
begin
  if not may_let_in() then return; end if;
  if (select count(*) from request_helpers h where h.request_id = app_request() and h.withdrawn_at is null) >= 5
    or exists (select from links l where l.request_id = app_request() and l.sent_to = lower(p_email) and l.voided_at is null)
  then return; end if;
  insert into request_helpers (key, request_id, name, email, language, given_by)
    values (p_key, app_request(), p_name, p_email, p_language, app_link())
    on conflict do nothing returning id into made;
  if made is null then return; end if;
  -- Let in again after the access was withdrawn: a new link.
  update links set voided_why = 'replaced'
    where request_id = app_request() and sent_to = lower(p_email) and voided_why = 'withdrawn';
  return query select made, case_to_tell(app_request());
end $$;

-- From this moment their link and open page are dead.
create function take_back_access(p_key text) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare h request_helpers;
begin
  if not may_let_in() then return false; end if;
  update request_helpers set withdrawn_at = now()
    where key = p_key and request_id = app_request() and withdrawn_at is null returning * into h;
  if h.id is null then return false; end if;
  delete from sessions where link_id in (select id from links
    where request_id = h.request_id and sent_to = lower(h.email));
  update links set voided_at = now(), voided_why = 'withdrawn'
    where request_id = h.request_id and sent_to = lower(h.email) and voided_at is null;
  update messages set state = 'stopped', why = 'withdrawn', state_at = now()
    where state = 'waiting' and link_id in (select id from links where request_id = h.request_id and sent_to = lower(h.email));
  return true;
end $$;

-- As 0060, and those whom the patient let in.
create or replace function contacts_of_case(p_case bigint) returns table (contact bigint, address text, language text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with listed as (
    select distinct on (lower(coalesce(l.details->>'email', c.value->>'email')))
      l.id, coalesce(l.details->>'email', c.value->>'email') as address,
      coalesce(l.details->>'language', c.value->>'language', 'en') as language
    from cases k
    cross join jsonb_array_elements(coalesce(k.requester_patient->'contacts', '[]')) with ordinality c (value, place)
    left join patient_contacts l on l.id = (c.value->>'id')::bigint
    where k.id = p_case
      and not coalesce((k.state#>>'{patient,deceased}')::boolean, false)
      and c.value->>'emailConsent' = 'yes' and coalesce(l.details->>'emailConsent', 'yes') = 'yes'
      and coalesce(l.details->>'email', c.value->>'email', '') <> ''
      and (l.id is not null or c.value->>'id' is null)
    order by lower(coalesce(l.details->>'email', c.value->>'email')), c.place
  )
  select * from listed
  union all
  select null, h.email, h.language from request_helpers h join cases k on k.request_id = h.request_id
  where k.id = p_case and h.withdrawn_at is null and not coalesce((k.state#>>'{patient,deceased}')::boolean, false)
    and not exists (select from listed where lower(listed.address) = lower(h.email))
$$;

-- The second way to the holder of a link: the phone of who got it by mail, the mail of who got it on paper. Helpers have none.
create function second_channel(p_link bigint) returns table (channel text, address text, language text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select case when l.sent_to is null then 'mail' else 'sms' end,
    case when l.sent_to is null then nullif(c.details->>'email', '') else nullif(c.details->>'phone', '') end, l.language
  from links l join requests r on r.id = l.request_id
  join patient_contacts c on c.id = coalesce(l.contact_id,
    case when l.sent_to is null then (select o.id from patient_contacts o where o.patient_id = r.patient_id and o.position = 0) end)
  where l.id = p_link and l.kind = 'patient' and l.voided_at is null
    and case when l.sent_to is null then c.details->>'emailConsent' = 'yes' and c.details->>'email' <> ''
      else c.details->>'phone' <> '' end
$$;
create function my_second_channel() returns table (channel text, address text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select s.channel, s.address from second_channel(app_link()) s where app_kind() = 'patient'
$$;
-- At most three codes in an hour. False when there is no second way, or too many were asked for.
create function ask_code(p_nonce text) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if app_kind() is distinct from 'patient' or not exists (select from second_channel(app_link())) then return false; end if;
  insert into patient_codes (link_id, nonce) values (app_link(), p_nonce)
  on conflict (link_id) do update set nonce = excluded.nonce, tries = 0, made_at = now(),
    made = case when patient_codes.made_at < now() - interval '1 hour' then 1 else patient_codes.made + 1 end
    where patient_codes.made < 3 or patient_codes.made_at < now() - interval '1 hour';
  return found;
end $$;
-- For the job that sends it.
create function code_to_send(p_link bigint) returns table (nonce text, channel text, address text, language text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select c.nonce, s.channel, s.address, s.language from patient_codes c cross join lateral second_channel(c.link_id) s
  where app_kind() = 'job' and c.link_id = p_link and c.made_at > now() - interval '10 minutes'
$$;
-- What the code is derived from, for one try more; null after five, or ten minutes.
create function try_code() returns text
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  update patient_codes set tries = tries + 1
  where app_kind() = 'patient' and link_id = app_link() and tries < 5 and made_at > now() - interval '10 minutes'
  returning nonce
$$;
-- The session may see all. The code is spent.
create function pass_code(p_session bytea, p_nonce text) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  delete from patient_codes where link_id = app_link() and nonce = p_nonce and tries between 1 and 5;
  if not found then return false; end if;
  update sessions set sees_all = true where token_hash = p_session and link_id = app_link();
  return found;
end $$;

-- Requests of the same patient for whoever passed the code: of the patient at the same office, and those that came to
-- the same mailbox for the same birth date.
create function my_requests(p_session bytea) returns table (id bigint, key text, reference text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with me as (
    select l.*, r.patient_id, p.birth_date::text as born, c.position = 0 or l.sent_to is null as myself
    from sessions s join links l on l.id = s.link_id join requests r on r.id = l.request_id
    left join patients p on p.id = r.patient_id left join patient_contacts c on c.id = l.contact_id
    where app_kind() = 'patient' and s.token_hash = p_session and s.link_id = app_link() and s.sees_all
      and l.voided_at is null
  )
  select r.id, r.key, r.reference from me join requests r on r.id = me.request_id
    or (me.myself and r.patient_id = me.patient_id)
    or exists (select from links o where o.request_id = r.id and o.kind = 'patient' and o.sent_to = me.sent_to
      and o.voided_at is null and o.expires_at > now() and born_on(r.id, me.born) and helper_of_link(o.id) is null)
  where exists (select from cases k where k.request_id = r.id and k.state->>'status' <> 'void')
  order by r.id desc limit 20
$$;
-- The session goes on with another of them: by the link that this mailbox has there, or a new one.
create function go_to_request(p_session bytea, p_key text, p_nonce text, p_token_hash bytea) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare wanted bigint; me links; there bigint;
begin
  select m.id into wanted from my_requests(p_session) m where m.key = p_key;
  if wanted is null then return false; end if;
  select * into me from links where id = app_link();
  select l.id into there from links l where l.request_id = wanted and l.kind = 'patient' and l.voided_at is null
    and l.expires_at > now() and l.sent_to is not distinct from me.sent_to order by l.id desc limit 1;
  if there is null then
    insert into links (token_hash, nonce, kind, request_id, contact_id, sent_to, language, expires_at)
    values (p_token_hash, p_nonce, 'patient', wanted, me.contact_id, me.sent_to, me.language, now() + interval '1 year')
    returning id into there;
  end if;
  update sessions set link_id = there where token_hash = p_session;
  return true;
end $$;

drop function case_sender();
-- As 0061, with the request.
create function case_sender()
returns table (seq integer, site bigint, unit bigint, request bigint, reference text, type text, status text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select c.version, (c.state#>>'{requester,site}')::bigint, (c.state#>>'{requester,unit}')::bigint, r.id, r.reference,
    c.type, c.state->>'status'
  from cases c join requests r on r.id = c.request_id
  where app_kind() = 'job' and c.id = app_case()
$$;

drop function my_record(integer);
-- As 0061, and which of those with a link it was.
create function my_record(p_limit integer)
returns table (at timestamptz, kind text, name text, site_en text, site_fr text, act text, what text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with mine as (
    select r.id, r.patient_id, array(select c.id from cases c where c.request_id = r.id) as cases,
      array(select x.attachment_id from case_attachments x join cases c on c.id = x.case_id where c.request_id = r.id)
        as files
    from requests r where app_kind() = 'patient' and r.id = app_request()
  )
  select a.at, a.kind::text, coalesce(p.name, case when a.kind = 'l' then coalesce((select h.name from request_helpers h
      join links l on l.request_id = h.request_id and l.sent_to = lower(h.email)
      where l.id = a.outsider order by h.id desc limit 1), (select t.details->>'name' from links l
      join patient_contacts t on t.id = l.contact_id where l.id = a.outsider and t.position > 0)) end),
    s.name_en, s.name_fr, a.act, a.what
  from mine join audit a on a.patient = mine.patient_id
  left join members m on m.id = a.member left join people p on p.id = m.person_id
  left join sites s on s.id = a.site
  where a.result = 'o' and (
    (a.what = 'request' and mine.id = any (a.ids)) or (a.what = 'case' and mine.cases && a.ids)
    or (a.what = 'attachment' and mine.files && a.ids))
  order by a.id desc limit p_limit
$$;

grant execute on function my_helpers(), may_let_in(), let_in(text, text, text, text), take_back_access(text),
  my_second_channel(), ask_code(text), code_to_send(bigint), try_code(), pass_code(bytea, text), my_requests(bytea),
  go_to_request(bytea, text, text, bytea), case_sender(), my_record(integer) to eservices_app;

-- As 0200; a notice about a helper is for that helper alone.
create or replace function address_notices(p_upto bigint)
returns table (notice bigint, message_id text, seq integer, template text, urgent boolean, person bigint, site bigint,
  contact bigint, address text, language text, link bigint, nonce text, closed boolean, choices jsonb)
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
      select n.id, n.message_id, n.seq, n.template, coalesce((n.params->>'urgent')::boolean, false), s.person, s.site,
        null::bigint, s.address, s.language, null::bigint, null::text, false, choices_of('person:' || s.person)
      from staff_or_fallback(n.recipient_kind, n.recipient_id) s
      where n.template in ('link-closed', 'not-delivered')
        or (s.person is distinct from author and s.person is distinct from for_member) or s.site is not null;
    return query
      select n.id, n.message_id, n.seq, n.template, coalesce((n.params->>'urgent')::boolean, false), null::bigint,
        null::bigint, c.contact, c.address, c.language, l.id, l.nonce, coalesce(l.voided_at is not null, false),
        choices_of('link:' || l.id)
      from contacts_of_case(n.case_id) c
      left join lateral (
        select k.id, k.nonce, k.voided_at from links k
        where k.request_id = n.recipient_id and k.sent_to = lower(c.address)
          and (k.expires_at > now() or k.voided_at is not null) and k.voided_why is distinct from 'replaced'
        order by k.id desc limit 1
      ) l on true
      where n.recipient_kind = 'patient'
        and n.recipient_id = (select request_id from cases where id = n.case_id)
        and (n.params->>'helper' is null or lower(c.address) = (select lower(h.email) from request_helpers h
          where h.id = (n.params->>'helper')::bigint and h.request_id = n.recipient_id))
        and not exists (select from cases k join site_notices o on o.site_id = (k.state#>>'{requester,site}')::bigint
          where k.id = n.case_id and not o.patient_mail);
    update notices set addressed_at = now() where id = n.id;
  end loop;
end $$;
