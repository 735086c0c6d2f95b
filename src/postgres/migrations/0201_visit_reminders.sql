-- Reminders of visits, and what became of messages after they were taken. docs/decisions/0023-what-did-not-arrive.md

alter table messages
  -- Of a notice that belongs to no event of its own.
  add column apart text not null default '',
  drop constraint messages_case_id_seq_recipient_key,
  add constraint messages_once unique (case_id, seq, recipient, apart);

-- One row for a visit and a rule, whether somebody was told or it was too late to.
create table visit_reminders (
  case_id bigint not null references cases,
  starts timestamptz not null,
  hours integer not null,
  at timestamptz not null,
  primary key (case_id, starts, hours)
);
call protect('visit_reminders');
create index visits_to_come on visits (starts) where status in ('booked', 'confirmed');

-- Visits whose moment has come, each once for a rule; of several rules at once the nearest speaks. Told are those that were
-- booked before that moment: who booked yesterday for tomorrow knows it.
create function claim_visit_reminders(p_limit integer) returns table ("case" bigint, starts timestamptz, hours integer)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
begin
  if app_kind() is distinct from 'job' then
    raise exception 'the system reminds' using errcode = 'insufficient_privilege';
  end if;
  return query
    with due as (
      select v.case_id, v.starts, h.hours from visits v
      left join site_notices n on n.site_id = v.site_id
      cross join lateral unnest(coalesce(n.reminder_hours, '{168,48}')) h (hours)
      where v.status in ('booked', 'confirmed') and v.starts > app_now() and v.starts <= app_now() + interval '720 hours'
        and v.starts <= app_now() + make_interval(hours => h.hours)
        and not exists (select from visit_reminders r
          where r.case_id = v.case_id and r.starts = v.starts and r.hours = h.hours)
      order by v.starts limit p_limit
    ), kept as (
      insert into visit_reminders select d.case_id, d.starts, d.hours, app_now() from due d
      on conflict do nothing returning case_id, starts, hours
    )
    select k.case_id, k.starts, min(k.hours) from kept k
    where k.starts - make_interval(hours => k.hours) > (select max(e.at) from case_events e
      where e.case_id = k.case_id and e.type in ('booked', 'rebooked', 'slot-taken'))
    group by k.case_id, k.starts;
end $$;

-- As 0200, and a message of its own for each reminder.
create or replace function add_messages(p_messages jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if app_kind() is distinct from 'job' or app_case() is null then
    raise exception 'a job of the case writes its messages' using errcode = 'insufficient_privilege';
  end if;
  insert into messages (message_id, notice_id, case_id, seq, recipient, link_id, address, language, channel, send_after,
      together, state, why, apart)
    select m.message_id, n.id, n.case_id, n.seq, m.recipient, m.link, m.address, m.language, coalesce(m.channel, 'mail'),
      m.send_after, coalesce(m.together, false), case when m.unwanted then 'stopped' else 'waiting' end,
      case when m.unwanted then 'not-wanted' end, coalesce(n.params->>'apart', '')
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

-- As 0060, and of a reminder whose visit moved.
create or replace function message_stopped(m messages) returns text
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select case
    when n.template in ('reminder', 'late', 'late-at-your-site', 'late-in-the-network', 'patient-reminder')
      and c.turn > n.seq then 'turn-passed'
    when n.template = 'patient-visit' and (c.state->>'status' not in ('booked', 'confirmed')
      or c.state#>>'{appointment,start}' is distinct from n.params->>'start') then 'visit-moved'
    when m.link_id is not null and coalesce((c.state#>>'{patient,deceased}')::boolean, false) then 'deceased'
    when m.link_id is not null and exists (select from links l where l.id = m.link_id and l.voided_at is not null)
      then 'link-closed'
    when m.recipient like 'person:%' and exists (select from people p
      where p.id = substr(m.recipient, 8)::bigint and p.suspended_at is not null) then 'suspended'
  end
  from notices n join cases c on c.id = n.case_id where n.id = m.notice_id
$$;

-- A message came back. Its case, when it was to a patient and this is the first report of it.
create function message_bounced(p_message_id text, p_why text) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare m messages;
begin
  if is_operator() is not true then
    raise exception 'an operator reports what came back' using errcode = 'insufficient_privilege';
  end if;
  update messages set state = 'failed', why = left(p_why, 40), state_at = now()
    where message_id = p_message_id and state = 'sent' returning * into m;
  if m.id is null then return null; end if;
  update notices set state = 'failed', why = m.why, state_at = app_now()
    where id = m.notice_id and not exists (select from messages o
      where o.notice_id = m.notice_id and o.state in ('sent', 'opened', 'waiting'));
  if m.link_id is null then return null; end if;
  return m.case_id;
end $$;

-- As 0062; a link whose last message did not arrive is as good as closed.
create function links_without_arrival(p_request bigint) returns setof bigint
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select l.id from links l
  where l.request_id = p_request and l.sent_to is not null and (l.voided_why in ('wrong-date', 'not-me')
    or (l.voided_at is null and (select m.state from messages m where m.link_id = l.id order by m.id desc limit 1) = 'failed'))
$$;
create or replace function patient_ways(p_key text) returns table (nonce text, made_at timestamptz, closed integer)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with asked as (select request_at_work(p_key) as id)
  select l.nonce, l.made_at, (select count(*)::integer from links_without_arrival(asked.id))
  from asked
  left join lateral (
    select * from links k
    where k.request_id = asked.id and k.kind = 'patient' and k.nonce is not null and k.sent_to is null
      and k.voided_at is null and k.expires_at > now()
    order by k.id desc limit 1
  ) l on true
  where asked.id is not null
$$;
create or replace function renew_patient_links(p_key text) returns table (notice bigint, "case" bigint)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare the_request bigint := request_at_work(p_key);
begin
  if the_request is null then return; end if;
  update links set voided_why = 'replaced', voided_at = coalesce(voided_at, now())
    where id in (select * from links_without_arrival(the_request));
  return query
    update notices n set addressed_at = null, state = 'queued', why = null, state_at = app_now()
    where n.id = (select max(m.id) from notices m where m.recipient_kind = 'patient' and m.recipient_id = the_request)
    returning n.id, n.case_id;
end $$;

grant execute on function claim_visit_reminders(integer), message_bounced(text, text) to eservices_app;
