-- What one party owes beside the hold of a case: a new link for the patient. docs/decisions/0007-errands-beside-the-hold.md

-- As 0011, and the row of the errand's party shows the errand.
create or replace function project_case(p_case bigint) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  c cases;
  hold jsonb;
  holder jsonb;
  errand jsonb;
begin
  select * into strict c from cases where id = p_case;
  hold := nullif(c.state->'hold', 'null');
  holder := hold->'accountable';
  errand := nullif(c.state->'errand', 'null');

  -- Entered in error: it was never theirs.
  if c.state->>'status' = 'void' then
    delete from case_access where case_id = p_case and side not in ('requester', 'system');
  end if;

  -- A receiver that gets the case back sees it whole again.
  if c.state->>'status' in ('sent', 'accepted', 'asked', 'assigned') then
    update case_access set until_seq = null, frozen = null
    where case_id = p_case and until_seq is not null and side = 'receiver'
      and party = 'site:' || (c.state#>>'{receiver,site}');
  end if;

  insert into case_access as a (case_id, party, side, request_id, type, unit, member, service, status, urgency, flag,
      due, from_at, accountable, waiting_since, updated, patient_name, card)
    select p_case, w.party, w.side, c.request_id, c.type, w.unit, w.member,
      (c.state#>>'{receiver,service}')::bigint,
      c.state->>'status',
      coalesce(c.state->>'urgency', ''),
      case when w.owes then 'link-closed' else c.state->>'flag' end,
      case when w.owes and w.holds then least((hold->>'due')::timestamptz, (errand->>'due')::timestamptz)
        when w.owes then (errand->>'due')::timestamptz else (hold->>'due')::timestamptz end,
      case when w.owes and w.holds then least((hold->>'from')::timestamptz, (errand->>'from')::timestamptz)
        when w.owes then (errand->>'from')::timestamptz else (hold->>'from')::timestamptz end,
      w.holds or w.owes,
      coalesce((c.state->>'startedAt')::timestamptz, c.opened_at),
      (select e.at from case_events e where e.case_id = p_case and e.seq = c.version),
      case when w.party like 'site:%' then searchable(concat_ws(' ', s.patient->>'family', s.patient->>'given')) end,
      case when w.party like 'site:%'
        then regexp_replace(coalesce(s.patient#>>'{card,number}', ''), '[^0-9]', '', 'g') end
    from (select n.*,
      -- Who is accountable for the case; who has an errand beside it.
      coalesce(n.side = holder->>'side'
        and (holder->>'site' is null or n.party = 'site:' || (holder->>'site')), false) as holds,
      coalesce(hold is not null and n.side = errand#>>'{accountable,side}'
        and n.party = 'site:' || (errand#>>'{accountable,site}'), false) as owes
    from (
      -- Those of the state, and copies and guests as they are; without those who have left.
      select p.party, p.side, p.unit, p.member from parties_of(c) p
      where (c.state->>'status' <> 'void' or p.side in ('requester', 'system'))
        and not exists (select from case_access b where b.case_id = p_case and b.party = p.party and b.side = p.side
          and b.until_seq is not null)
      union all
      select b.party, b.side, b.unit, b.member from case_access b
      where b.case_id = p_case and b.until_seq is null
        and not exists (select from parties_of(c) p where p.party = b.party and p.side = b.side)
    ) n) w
    cross join lateral (select case when w.side in ('receiver', 'intake')
      then coalesce(c.receiver_patient, c.requester_patient) else c.requester_patient end) s (patient)
  on conflict (case_id, party, side) do update set
    unit = excluded.unit, member = excluded.member, service = excluded.service, status = excluded.status,
    urgency = excluded.urgency, flag = excluded.flag, due = excluded.due, from_at = excluded.from_at,
    accountable = excluded.accountable, waiting_since = excluded.waiting_since, updated = excluded.updated,
    patient_name = excluded.patient_name, card = excluded.card;

  -- Who declined, turned back or handed the case to another keeps what it saw, nothing later.
  update case_access a set
    until_seq = c.version, due = null, from_at = null, accountable = false, flag = null,
    frozen = jsonb_build_object('key', c.key, 'state', c.state, 'version', c.version, 'turn', c.turn,
      'patient', coalesce(c.receiver_patient, c.requester_patient))
  where a.case_id = p_case and a.until_seq is null and (
    (a.side = 'receiver' and c.state->>'status' in ('declined', 'returned'))
    or (a.side in ('requester', 'receiver', 'intake') and not exists (select from parties_of(c) p
      where p.party = a.party and p.side = a.side)
      and not (a.side = 'receiver' and a.party like 'link:%')));
end $$;

-- The case whose sender hears of a closed link: the latest that goes on, else the latest.
create function case_to_tell(p_request bigint) returns bigint
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select coalesce(max(c.id) filter (where jsonb_typeof(c.state->'hold') = 'object'), max(c.id))
  from cases c where c.request_id = p_request
$$;

-- As 0061, with that case.
create or replace function open_patient_link(p_token_hash bytea, p_day text, p_session_hash bytea)
returns table (result text, tries_left integer, link bigint, told bigint)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare l links; n integer;
begin
  select * into l from links k where k.token_hash = p_token_hash and k.kind = 'patient' for update;
  if not found or l.voided_at is not null or l.expires_at <= now() then
    return query select 'dead', 0, l.id, null::bigint; return;
  end if;
  if not born_on(l.request_id, p_day) then
    n := l.wrong_dates + 1;
    update links set wrong_dates = n,
      voided_at = case when n >= 5 then now() end, voided_why = case when n >= 5 then 'wrong-date' end
      where id = l.id;
    if n < 5 then return query select 'wrong', 5 - n, l.id, null::bigint; return; end if;
    delete from sessions where link_id = l.id;
    return query select 'dead', 0, l.id, case_to_tell(l.request_id); return;
  end if;
  update links set used_at = coalesce(used_at, now()), wrong_dates = 0 where id = l.id;
  insert into sessions (token_hash, link_id) values (p_session_hash, l.id);
  update messages set state = 'opened', state_at = now() where link_id = l.id and messages.state = 'sent';
  perform notice_follows(m.notice_id, 'opened') from messages m where m.link_id = l.id and m.state = 'opened';
  return query select 'opened', 5, l.id, null::bigint;
end $$;

create or replace function refuse_patient_link(p_token_hash bytea) returns table (link bigint, told bigint)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare l links;
begin
  update links k set voided_at = now(), voided_why = 'not-me'
    where k.token_hash = p_token_hash and k.kind = 'patient' and k.voided_at is null and k.expires_at > now()
    returning k.* into l;
  if l.id is null then return; end if;
  delete from sessions where link_id = l.id;
  return query select l.id, case_to_tell(l.request_id);
end $$;
