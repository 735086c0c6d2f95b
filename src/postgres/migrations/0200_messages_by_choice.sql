-- When and how messages leave. docs/decisions/0022-messages-by-choice.md

create table message_choices (
  recipient text primary key check (recipient ~ '^(person|link):[0-9]+$'),
  channel text not null check (channel in ('mail', 'sms')),
  -- Where texts go; a number as the patient list keeps it.
  sms_to text check (char_length(sms_to) <= 40),
  muted text[] not null default '{}' check (muted <@ array['news', 'messages', 'reminders']),
  -- Times of day in that zone, `HH:MM`.
  quiet_from text check (quiet_from ~ '^\d\d:\d\d$'),
  quiet_until text check (quiet_until ~ '^\d\d:\d\d$'),
  digest_at text check (digest_at ~ '^\d\d:\d\d$'),
  zone text not null,
  check (channel = 'mail' or sms_to is not null),
  check ((quiet_from is null) = (quiet_until is null))
);
call protect('message_choices');

-- What a site chose for its patients and for what nobody reads.
create table site_notices (
  site_id bigint primary key references sites,
  patient_mail boolean not null default true,
  reminder_hours integer[] not null default '{168,48}'
    check (cardinality(reminder_hours) <= 5 and 1 <= all (reminder_hours) and 720 >= all (reminder_hours)),
  fallback_email text check (fallback_email like '%_@_%' and char_length(fallback_email) <= 254),
  fallback_language text not null default 'en' check (fallback_language in ('en', 'fr'))
);
call protect('site_notices');

create function choosing_recipient() returns text language sql stable as $$
  select case app_kind() when 'person' then 'person:' || app_person() when 'patient' then 'link:' || app_link() end
$$;
create function choices_of(p_recipient text) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select jsonb_build_object('channel', channel, 'smsTo', sms_to, 'muted', muted, 'digestAt', digest_at, 'zone', zone,
    'quiet', case when quiet_from is not null then jsonb_build_object('from', quiet_from, 'until', quiet_until) end)
  from message_choices where recipient = p_recipient
$$;
create function my_message_choices() returns jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select choices_of(choosing_recipient())
$$;
create function set_my_message_choices(p jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare who text := choosing_recipient();
begin
  if who is null then
    raise exception 'a person or a patient chooses for themselves' using errcode = 'insufficient_privilege';
  end if;
  insert into message_choices (recipient, channel, sms_to, muted, quiet_from, quiet_until, digest_at, zone)
  values (who, p->>'channel', p->>'smsTo', array(select jsonb_array_elements_text(p->'muted')),
    p#>>'{quiet,from}', p#>>'{quiet,until}', p->>'digestAt', p->>'zone')
  on conflict (recipient) do update set channel = excluded.channel, sms_to = excluded.sms_to, muted = excluded.muted,
    quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until, digest_at = excluded.digest_at,
    zone = excluded.zone;
end $$;

-- A lead or steward of the actor's own site.
create function leads_own_site() returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select app_kind() = 'person' and exists (select from live_members(app_person()) m
    where m.member = app_member() and m.site = app_site() and m.roles && array['lead', 'steward'])
$$;
create function my_site_notices() returns jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select jsonb_build_object('patientMail', coalesce(n.patient_mail, true), 'fallbackEmail', n.fallback_email,
    'fallbackLanguage', coalesce(n.fallback_language, 'en'), 'reminderHours', coalesce(n.reminder_hours, '{168,48}'))
  from sites s left join site_notices n on n.site_id = s.id
  where s.id = app_site() and leads_own_site()
$$;
create function set_my_site_notices(p jsonb) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not leads_own_site() then return false; end if;
  insert into site_notices (site_id, patient_mail, reminder_hours, fallback_email, fallback_language)
  values (app_site(), (p->>'patientMail')::boolean,
    array(select h::integer from jsonb_array_elements_text(p->'reminderHours') h), p->>'fallbackEmail',
    p->>'fallbackLanguage')
  on conflict (site_id) do update set patient_mail = excluded.patient_mail, reminder_hours = excluded.reminder_hours,
    fallback_email = excluded.fallback_email, fallback_language = excluded.fallback_language;
  return true;
end $$;

alter table messages
  add column channel text not null default 'mail' check (channel in ('mail', 'sms')),
  -- Not before; null: at once.
  add column send_after timestamptz,
  -- One message of several notices.
  add column together boolean not null default false,
  drop constraint messages_recipient_check,
  add constraint messages_recipient_check check (recipient ~ '^(person|link|site):[0-9]+$');

-- The site of a member, unit or site.
create function site_of_recipient(p_kind text, p_id bigint) returns bigint
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select case p_kind
    when 'member' then (select site_id from members where id = p_id)
    when 'unit' then (select site_id from units where id = p_id)
    when 'site' then p_id when 'leads' then p_id end
$$;

-- Whom a notice is for; where everybody has left, the site's address for that, else who works its list, else its leads.
create function staff_or_fallback(p_kind text, p_id bigint)
returns table (person bigint, site bigint, address text, language text)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
declare the_site bigint;
begin
  return query select s.person, null::bigint, s.address, s.language from staff_of_notice(p_kind, p_id) s;
  if found then return; end if;
  the_site := site_of_recipient(p_kind, p_id);
  return query select null::bigint, n.site_id, n.fallback_email, n.fallback_language
    from site_notices n where n.site_id = the_site and n.fallback_email is not null;
  if found then return; end if;
  return query select w.person, null::bigint, w.address, w.language from list_workers(the_site, null) w;
  if found then return; end if;
  return query select m.person, null::bigint, m.address, m.language from mail_members(the_site) m
    where m.roles && array['lead', 'steward'];
end $$;

drop function address_notices(bigint);
-- As 0060, with what each of them chose, and the fallback.
create function address_notices(p_upto bigint)
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
        and not exists (select from cases k join site_notices o on o.site_id = (k.state#>>'{requester,site}')::bigint
          where k.id = n.case_id and not o.patient_mail);
    update notices set addressed_at = now() where id = n.id;
  end loop;
end $$;

-- As 0060, with the way and the time of each. A message that is not wanted is kept as one that was stopped.
create or replace function add_messages(p_messages jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if app_kind() is distinct from 'job' or app_case() is null then
    raise exception 'a job of the case writes its messages' using errcode = 'insufficient_privilege';
  end if;
  insert into messages (message_id, notice_id, case_id, seq, recipient, link_id, address, language, channel, send_after,
      together, state, why)
    select m.message_id, n.id, n.case_id, n.seq, m.recipient, m.link, m.address, m.language, coalesce(m.channel, 'mail'),
      m.send_after, coalesce(m.together, false), case when m.unwanted then 'stopped' else 'waiting' end,
      case when m.unwanted then 'not-wanted' end
    from jsonb_to_recordset(p_messages)
      as m (message_id text, notice bigint, recipient text, link bigint, address text, language text, channel text,
        send_after timestamptz, together boolean, unwanted boolean)
    join notices n on n.id = m.notice and n.case_id = app_case()
    order by n.id, m.recipient
    on conflict do nothing;
  update links l set language = m.language, expires_at = case
      when (c.state->'hold') is null or c.state->'hold' = 'null' then least(l.expires_at, now() + interval '90 days')
      else greatest(l.expires_at, now() + interval '1 year') end
    from messages m join cases c on c.id = m.case_id
    where m.link_id = l.id and m.case_id = app_case() and m.state = 'waiting' and l.voided_at is null;
  update notices n set state = 'stopped', state_at = app_now(),
      why = case when exists (select from messages m where m.notice_id = n.id) then 'not-wanted' else 'nobody' end
    where n.case_id = app_case() and n.addressed_at is not null and n.state = 'queued'
      and not exists (select from messages m where m.notice_id = n.id and m.state <> 'stopped');
end $$;

drop function take_message(text);
-- As 0060, of what may go now. One that goes together with others takes them all; `lines` are then the notices in it.
create function take_message(p_recipient text)
returns table (id bigint, message_id text, "case" bigint, channel text, address text, language text, template text,
  params jsonb, request_key text, nonce text, tries integer, too_old boolean, lines jsonb)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
declare m messages; stopped text;
begin
  if app_kind() is distinct from 'job' then
    raise exception 'a job sends messages' using errcode = 'insufficient_privilege';
  end if;
  loop
    select * into m from messages
      where recipient = p_recipient and state = 'waiting' and coalesce(send_after, '-infinity') <= now()
      order by notice_id, id limit 1 for update;
    if not found or m.lease_until > now() then return; end if;
    stopped := message_stopped(m);
    exit when stopped is null;
    update messages set state = 'stopped', why = stopped, state_at = now() where messages.id = m.id;
    perform notice_follows(m.notice_id, 'stopped', stopped);
  end loop;
  update messages set lease_until = now() + interval '2 minutes', tries = messages.tries + 1
    where messages.id = m.id or (m.together and together and recipient = p_recipient and state = 'waiting'
      and channel = m.channel and address = m.address and send_after <= now() and message_stopped(messages) is null);
  return query
    select m.id, m.message_id, m.case_id, m.channel, m.address, m.language, n.template, n.params, r.key, l.nonce,
      m.tries + 1, greatest(m.made_at, m.send_after) < now() - interval '3 days',
      case when m.together then (
        select jsonb_agg(jsonb_build_object('template', o.template, 'reference', o.params->>'reference',
          'requestKey', q.key, 'nonce', k.nonce) order by o.id)
        from messages t join notices o on o.id = t.notice_id join cases d on d.id = t.case_id
        join requests q on q.id = d.request_id left join links k on k.id = t.link_id
        where t.recipient = p_recipient and t.together and t.state = 'waiting' and t.lease_until > now()) end
    from notices n join cases c on c.id = n.case_id join requests r on r.id = c.request_id
    left join links l on l.id = m.link_id
    where n.id = m.notice_id;
end $$;

-- As 0060; what was sent together ends together.
create or replace function settle_message(p_message bigint, p_state text, p_why text) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare m messages; settled bigint;
begin
  if app_kind() is distinct from 'job' then
    raise exception 'a job sends messages' using errcode = 'insufficient_privilege';
  end if;
  select * into m from messages where id = p_message and state = 'waiting' for update;
  if not found then return; end if;
  for settled in
    update messages set state = p_state, why = p_why, state_at = now(), lease_until = null
    where id = p_message or (m.together and together and recipient = m.recipient and state = 'waiting'
      and lease_until = m.lease_until)
    returning notice_id
  loop
    if p_state <> 'waiting' then perform notice_follows(settled, p_state, p_why); end if;
  end loop;
end $$;

drop function demo_messages(integer);
-- As 0060, with the way.
create function demo_messages(p_limit integer)
returns table (id bigint, message_id text, channel text, address text, language text, template text, params jsonb,
  request_key text, nonce text, name text, state text, why text, made_at timestamptz, send_after timestamptz)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select m.id, m.message_id, m.channel, m.address, m.language, n.template, n.params, r.key, l.nonce, p.name, m.state,
    m.why, n.made_at, m.send_after
  from messages m join notices n on n.id = m.notice_id join cases c on c.id = m.case_id
  join requests r on r.id = c.request_id
  left join links l on l.id = m.link_id
  left join people p on m.recipient = 'person:' || p.id
  where (select demo from installation)
  order by m.id desc limit p_limit
$$;

grant execute on function my_message_choices(), set_my_message_choices(jsonb), my_site_notices(),
  set_my_site_notices(jsonb), address_notices(bigint), add_messages(jsonb), take_message(text),
  settle_message(bigint, text, text), demo_messages(integer) to eservices_app;
