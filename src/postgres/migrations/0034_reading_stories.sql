-- Reading a story. These run as whoever asks, behind the policies of the tables; they are functions so that each
-- connection plans them once: planning the policies costs more than reading the rows, and statements stay unnamed. Left to
-- itself the planner would choose to plan anew, as it guesses ten cases where there are one or two.

create function story_cases(p_key text)
returns table (request_id bigint, request_key text, reference text, patient_id bigint, request_opened timestamptz,
  elsewhere jsonb, id bigint, sides text[], until int, unread boolean, frozen jsonb, type text, key text, state jsonb,
  version int, turn int, opened_at timestamptz, requester_patient jsonb, receiver_patient jsonb)
language plpgsql stable set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
begin
  return query
  select r.id, r.key, r.reference, r.patient_id, r.opened_at,
    (select jsonb_agg(jsonb_build_object('type', o.type, 'status', o.status, 'openedAt',
      to_char(o.opened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) from elsewhere(r.id) o),
    a.id, a.sides, a.until, a.unread, a.frozen, a.type, c.key, c.state, c.version, c.turn,
    coalesce(c.opened_at, a.waiting_since), c.requester_patient, c.receiver_patient
  from requests r
  cross join lateral (
    select x.case_id as id, min(x.type) as type, min(x.waiting_since) as waiting_since,
      array_agg(x.side order by x.side) as sides, bool_and(x.opened_at is null) as unread,
      case when bool_and(x.until_seq is not null) then max(x.until_seq) end as until,
      case when bool_and(x.until_seq is not null)
        then (array_agg(x.frozen order by x.until_seq desc))[1] end as frozen
    from case_access x where x.request_id = r.id and x.party = (select app_party())
    group by x.case_id
  ) a
  left join cases c on c.id = a.id
  where r.key = p_key
  order by a.id;
end $$;

create function story_events(p_cases bigint[])
returns table (case_id bigint, seq int, type text, audience text, at timestamptz, side text, person bigint, member bigint,
  acting_for bigint, site bigint, unit bigint, link bigint, recorded_for text, clinical boolean, lead boolean, body text,
  purged boolean)
language plpgsql stable set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
begin
  return query
  select e.case_id, e.seq, e.type, e.audience, e.at, e.side, e.person, e.member, e.acting_for, e.site, e.unit, e.link,
    e.recorded_for, e.clinical, e.lead, b.body, b.purged_at is not null
  from case_events e left join event_bodies b on b.case_id = e.case_id and b.seq = e.seq
  where e.case_id = any (p_cases)
  order by e.case_id, e.seq;
end $$;

create function story_notices(p_cases bigint[])
returns table (case_id bigint, seq int, recipient_kind text, template text, state text, state_at timestamptz)
language plpgsql stable set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
begin
  return query
  select n.case_id, n.seq, n.recipient_kind, n.template, n.state, n.state_at
  from notices n where n.case_id = any (p_cases) order by n.case_id, n.seq, n.id;
end $$;

create function story_files(p_case bigint)
returns table (id bigint, key text, name text, kind text, size int, scan text, added_at timestamptz, added_by bigint,
  audience text)
language plpgsql stable set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
begin
  return query
  select a.id, a.key, a.name, a.kind, a.size, a.scan, a.added_at, a.member_id, c.audience
  from case_attachments c join attachments a on a.id = c.attachment_id
  where c.case_id = p_case order by c.seq, a.id;
end $$;

grant execute on function story_cases(text), story_events(bigint[]), story_notices(bigint[]), story_files(bigint)
  to eservices_app;
