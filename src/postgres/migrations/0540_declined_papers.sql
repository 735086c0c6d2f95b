-- A referral that came on paper and was declined was left with nobody: its requester is not here, and the clinic that owed it
-- the news had lost sight of it.
create function asked_on_paper(c cases) returns boolean language sql immutable parallel safe as $$
  select c.state#>>'{requester,site}' is null or coalesce((c.state#>>'{requester,offNetwork}')::boolean, false)
$$;

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

  -- Who declined or turned back, whose case is offered elsewhere, or who handed it to another keeps what it saw, nothing later.
  -- Who was asked on paper stays: nobody else can tell the sender.
  update case_access a set
    until_seq = c.version, due = null, from_at = null, accountable = false, flag = null,
    frozen = jsonb_build_object('key', c.key, 'state', c.state, 'version', c.version, 'turn', c.turn,
      'patient', coalesce(c.receiver_patient, c.requester_patient))
  where a.case_id = p_case and a.until_seq is null and (
    (a.side = 'receiver' and c.state->>'status' in ('declined', 'returned', 'shortlisted') and not asked_on_paper(c))
    or (a.side in ('requester', 'receiver', 'intake') and not exists (select from parties_of(c) p
      where p.party = a.party and p.side = a.side)
      and not (a.side = 'receiver' and a.party like 'link:%')));
end $$;

update case_access a set until_seq = null, frozen = null from cases c
where c.id = a.case_id and a.side = 'receiver' and a.until_seq is not null and asked_on_paper(c)
  and c.state->>'status' = 'declined' and a.party = 'site:' || (c.state#>>'{receiver,site}');
select project_case(c.id) from cases c where c.state->>'status' = 'declined' and asked_on_paper(c);
