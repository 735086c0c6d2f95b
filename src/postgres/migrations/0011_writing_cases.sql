-- The only ways to write a case. All run as the owner, with a fixed search path, for the party of the transaction.

-- The line of an event that its chain hash covers. src/app/chain.ts says the same.
create function event_line(e case_events, case_key text) returns text
language sql stable parallel safe as $$
  select concat_ws('|', case_key, e.seq, e.type, e.audience,
    to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), e.side,
    coalesce(e.person::text, ''), coalesce(e.member::text, ''), coalesce(e.acting_for::text, ''),
    coalesce(e.responsible::text, ''), coalesce(e.site::text, ''), coalesce(e.unit::text, ''),
    coalesce(e.link::text, ''), coalesce(e.recorded_for, ''), e.clinical, e.lead, encode(e.body_hash, 'hex'))
$$;

-- Appends events [{type, audience, at, side, recordedFor, clinical, lead, body}] after `p_seq` and returns the last chain hash.
-- Who did it comes from the transaction's settings, never from the caller.
create function append_events(p_case bigint, p_key text, p_seq integer, p_hash bytea, p_events jsonb)
returns bytea language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  given jsonb;
  e case_events;
begin
  e.case_id := p_case;
  e.seq := p_seq;
  e.chain_hash := p_hash;
  e.person := app_person();
  e.member := app_member();
  e.acting_for := app_acting_for();
  e.responsible := (select responsible_member_id from members where id = app_member());
  e.site := app_site();
  e.unit := app_unit();
  e.link := app_link();
  for given in select value from jsonb_array_elements(p_events) loop
    e.seq := e.seq + 1;
    e.type := given->>'type';
    e.audience := given->>'audience';
    e.at := given->>'at';
    e.side := given->>'side';
    e.recorded_for := given->>'recordedFor';
    e.clinical := given->'clinical';
    e.lead := given->'lead';
    e.body_hash := sha256(convert_to(given->>'body', 'UTF8'));
    e.chain_hash := sha256(e.chain_hash || convert_to(event_line(e, p_key), 'UTF8'));
    insert into case_events select e.*;
    insert into event_bodies (case_id, seq, audience, side, body)
      values (p_case, e.seq, e.audience, e.side, given->>'body');
  end loop;
  return e.chain_hash;
end $$;

-- True when this transaction wrote an event of the case.
create function event_written_now(p_case bigint) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select from case_events where case_id = p_case and xmin = pg_current_xact_id()::xid)
$$;

-- The parties that the state of a case names: both sites, the intake it came through, its patient, and the machine.
create function parties_of(c cases)
returns table (party text, side text, unit bigint, member bigint)
language sql stable as $$
  select * from (values
    ('site:' || (c.state#>>'{requester,site}'), 'requester',
      (c.state#>>'{requester,unit}')::bigint, (c.state#>>'{requester,clinician}')::bigint),
    ('site:' || (c.state#>>'{receiver,site}'), 'receiver',
      (c.state#>>'{receiver,unit}')::bigint, (c.state#>>'{receiver,member}')::bigint),
    ('site:' || (c.state#>>'{via,site}'), 'intake', (c.state#>>'{via,unit}')::bigint, null),
    ('request:' || c.request_id, 'patient', null, null),
    ('case:' || c.id, 'system', null, null)
  ) as named (party, side, unit, member)
  where named.party is not null
$$;

create function searchable(words text) returns text language sql immutable parallel safe as $$
  select trim(regexp_replace(translate(lower(words),
    'àâäáãåçéèêëîïíìôöóòõùûüúÿñ', 'aaaaaaceeeeiiiiooooouuuuyn'), '[[:space:][:punct:]]+', ' ', 'g'))
$$;

-- Writes what a case is for every party from `cases.state`. Called in the transaction of each change; nothing else
-- writes case_access but share_case and note_opened.
create function project_case(p_case bigint) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  c cases;
  hold jsonb;
  holder jsonb;
begin
  select * into strict c from cases where id = p_case;
  hold := nullif(c.state->'hold', 'null');
  holder := hold->'accountable';

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
      c.state->>'flag',
      (hold->>'due')::timestamptz,
      (hold->>'from')::timestamptz,
      coalesce(w.side = holder->>'side'
        and (holder->>'site' is null or w.party = 'site:' || (holder->>'site')), false),
      coalesce((c.state->>'startedAt')::timestamptz, c.opened_at),
      (select e.at from case_events e where e.case_id = p_case and e.seq = c.version),
      case when w.party like 'site:%' then searchable(concat_ws(' ', s.patient->>'family', s.patient->>'given')) end,
      case when w.party like 'site:%'
        then regexp_replace(coalesce(s.patient#>>'{card,number}', ''), '[^0-9]', '', 'g') end
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
    ) w
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

-- Opens a case with its first events, and its request when there is none yet. The actor's party must be one of the
-- parties of a new request, or hold another case of the same request.
-- p: {request: {id} or {key, reference, patient}, key, type, state, turn, patient, events, at}
create function open_case(p jsonb) returns table (case_id bigint, request_id bigint)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
declare
  c cases;
  new_request boolean := p#>'{request,id}' is null;
begin
  if coalesce(jsonb_array_length(p->'events'), 0) = 0 then
    raise exception 'a case opens with its event' using errcode = 'insufficient_privilege';
  end if;
  if new_request then
    insert into requests (key, reference, patient_id, opened_at)
      values (p#>>'{request,key}', p#>>'{request,reference}', (p#>>'{request,patient}')::bigint,
        (p->>'at')::timestamptz)
      returning id into c.request_id;
  else
    c.request_id := (p#>>'{request,id}')::bigint;
    if not exists (select from case_access a where a.request_id = c.request_id and a.party = app_party()) then
      raise exception 'not a party of the request' using errcode = 'insufficient_privilege';
    end if;
  end if;
  c.id := nextval(pg_get_serial_sequence('cases', 'id'));
  c.key := p->>'key';
  c.type := p->>'type';
  c.state := p->'state';
  c.version := jsonb_array_length(p->'events');
  c.turn := (p->>'turn')::integer;
  c.last_hash := sha256(convert_to(c.key, 'UTF8'));
  c.requester_patient := p->'patient';
  c.opened_at := (p->>'at')::timestamptz;
  if new_request and not exists (select from parties_of(c) n
    where n.party = app_party() and n.side in ('requester', 'receiver', 'intake')) then
    raise exception 'the actor takes no part in the case' using errcode = 'insufficient_privilege';
  end if;
  c.last_hash := append_events(c.id, c.key, 0, c.last_hash, p->'events');
  insert into cases overriding system value select c.*;
  perform project_case(c.id);
  return query select c.id, c.request_id;
end $$;

-- What moves along to the next case of the request: the words of question and advice, for a party that hands the case
-- on in this transaction, although it may not read them (an intake).
create function words_to_carry(p_case bigint) returns table (seq integer, type text, body text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select e.seq, e.type, b.body from case_events e join event_bodies b on b.case_id = e.case_id and b.seq = e.seq
  where e.case_id = p_case and b.audience in ('everyone', 'all', 'clinical') and b.purged_at is null
    and event_written_now(p_case)
    and exists (select from case_access a where a.case_id = p_case and a.party = app_party())
  order by e.seq
$$;

-- The sides of the actor's party on a case, null when it has none; its unit narrows.
create function my_sides(p_case bigint) returns jsonb language sql stable as $$
  select jsonb_agg(a.side order by a.side) from case_access a
  where a.case_id = p_case and a.party = app_party()
    and (a.unit is null or app_unit() is null or a.unit = app_unit())
$$;

-- Locks a case for a verb, waiting for whoever has it, then reads the receipt of the form. No row: there is no such
-- case. `held` false: there is, but not for this party, which must look the same to it.
create function lock_case(p_key text, p_receipt text default null) returns table (
  id bigint, held boolean, key text, request_id bigint, request_key text, reference text, patient_id bigint,
  type text, state jsonb, version integer, turn integer, requester_patient jsonb, receiver_patient jsonb,
  sides jsonb, zones jsonb, terms jsonb, receipt_hash text, receipt_led jsonb
) language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
declare
  c cases;
  mine jsonb;
  found_id bigint;
begin
  select cases.id into found_id from cases where cases.key = p_key;
  if found_id is null then return; end if;
  mine := my_sides(found_id);
  id := found_id;
  held := mine is not null;
  if held then
    select * into strict c from cases where cases.id = found_id for update;
    -- Again, in case that whoever had it took the case away.
    mine := my_sides(found_id);
    held := mine is not null;
  end if;
  if not held then return next; return; end if;
  return query
    select c.id, true, c.key, c.request_id, r.key, r.reference, r.patient_id, c.type, c.state, c.version, c.turn,
      c.requester_patient, c.receiver_patient, mine,
      jsonb_build_object(
        'requester', (select zone from sites where sites.id = (c.state#>>'{requester,site}')::bigint),
        'receiver', (select zone from sites where sites.id = (c.state#>>'{receiver,site}')::bigint),
        'intake', (select zone from sites where sites.id = (c.state#>>'{via,site}')::bigint)),
      (select to_jsonb(s) from service_terms((c.state#>>'{receiver,service}')::bigint) s),
      encode(t.body_hash, 'hex'), t.led
    from requests r left join receipts t on t.sender = app_sender() and t.key = p_receipt
    where r.id = c.request_id;
end $$;

-- Appends the events of one verb to a case this party holds, and writes its new state and what it is for each party.
-- p: {case, version, state, turn, events, requesterPatient?, receiverPatient?}
create function record_events(p jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  c cases;
begin
  select * into c from cases where id = (p->>'case')::bigint for update;
  if c.id is null or not exists (select from case_access a where a.case_id = c.id and a.party = app_party()) then
    raise exception 'not a party of the case' using errcode = 'insufficient_privilege';
  end if;
  if c.version <> (p->>'version')::integer then
    raise exception 'the case has moved on' using errcode = 'serialization_failure';
  end if;
  if coalesce(jsonb_array_length(p->'events'), 0) = 0 then
    raise exception 'a case changes with an event' using errcode = 'insufficient_privilege';
  end if;
  update cases set
    state = p->'state',
    turn = (p->>'turn')::integer,
    version = c.version + jsonb_array_length(p->'events'),
    last_hash = append_events(c.id, c.key, c.version, c.last_hash, p->'events'),
    requester_patient = coalesce(nullif(p->'requesterPatient', 'null'), requester_patient),
    receiver_patient = coalesce(nullif(p->'receiverPatient', 'null'), receiver_patient)
  where id = c.id;
  perform project_case(c.id);
end $$;

-- Gives one more party a part in a case: a copy, or a guest with a link. The actor's party must hold the case and its
-- verb's event must be of this transaction.
create function share_case(p_case bigint, p_party text, p_side text, p_unit bigint default null)
returns void language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not exists (select from case_access a
    where a.case_id = p_case and a.party = app_party() and a.until_seq is null) then
    raise exception 'not a party of the case' using errcode = 'insufficient_privilege';
  end if;
  if not event_written_now(p_case) then
    raise exception 'a case is shared by an event' using errcode = 'insufficient_privilege';
  end if;
  if p_party !~ '^(site|link):[0-9]+$' or p_side not in ('copy', 'receiver')
    or (p_side = 'receiver' and p_party !~ '^link:') then
    raise exception 'no such part in a case' using errcode = 'insufficient_privilege';
  end if;
  insert into case_access (case_id, party, side, request_id, type, unit, status, urgency, accountable,
      waiting_since, updated)
    select id, p_party, p_side, request_id, type, p_unit, '', '', false, opened_at, opened_at
    from cases where id = p_case
    on conflict (case_id, party, side) do update set until_seq = null, frozen = null, unit = excluded.unit;
  perform project_case(p_case);
end $$;

-- Marks that somebody of the actor's party has opened the case.
create function note_opened(p_cases bigint[], p_at timestamptz) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  update case_access set opened_at = p_at
  where case_id = any (p_cases) and party = app_party() and opened_at is null
$$;

-- What a verb must know of members that its form names by key, at any site: no more than the directory says.
create function member_facts(p_keys text[])
returns table (key text, member bigint, site bigint, unit bigint, clinical boolean, away boolean)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select m.key, m.id, m.site_id, m.unit_id, m.roles && array['clinician', 'resident'],
    m.suspended_at is not null or p.suspended_at is not null
      or current_date not between m.from_day and coalesce(m.until_day, 'infinity')
  from members m join people p on p.id = m.person_id
  where m.key = any (p_keys) and app_kind() in ('person', 'partner', 'job', 'patient', 'guest')
$$;

-- The inside id of a case this party holds or held; for the place where a list goes on.
create function held_case(p_key text) returns bigint
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select c.id from cases c
  where c.key = p_key and exists (select from case_access a where a.case_id = c.id and a.party = app_party())
$$;

-- The inside id of a request, held or not: for the log of somebody who asks for what is not theirs.
create function request_number(p_key text) returns bigint
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select id from requests where key = p_key
$$;

-- For the requester and the patient: cases of their request that are not theirs, without saying whose.
create function elsewhere(p_request bigint)
returns table (type text, status text, opened_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select c.type, c.state->>'status', c.opened_at from cases c
  where c.request_id = p_request
    and exists (select from case_access a where a.request_id = p_request and a.party = app_party()
      and a.side in ('requester', 'patient'))
    and not exists (select from case_access a where a.case_id = c.id and a.party = app_party())
  order by c.id
$$;

-- For the timer: open cases whose due time is before `p_before`, the latest first to be late. Ids and times only.
create function cases_due(p_before timestamptz, p_limit integer)
returns table (case_id bigint, due timestamptz)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select a.case_id, a.due from case_access a
  where app_kind() = 'job' and a.side = 'system' and a.due < p_before
  order by a.due limit p_limit
$$;

-- Operator only: takes the words of an event for good. Its hashes stay, so the chain still verifies.
create function purge_event(p_case bigint, p_seq integer, p_why text) returns void
language sql set search_path = pg_catalog, public, pg_temp as $$
  update event_bodies set body = '', purged_at = now(), purged_why = p_why
  where case_id = p_case and seq = p_seq and purged_at is null
$$;

grant execute on function searchable(text), event_written_now(bigint), words_to_carry(bigint), open_case(jsonb), lock_case(text, text), record_events(jsonb),
  share_case(bigint, text, text, bigint), note_opened(bigint[], timestamptz), held_case(text), request_number(text),
  member_facts(text[]), elsewhere(bigint), cases_due(timestamptz, integer) to eservices_app;
