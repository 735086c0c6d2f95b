-- What a worklist draws of the rows of its page, in their order; behind the same walls as a plain query. Who may see a case and
-- its request takes a plan six times as long to make as to carry out: here a connection makes it once.
create function worklist_lines(p_page case_access[])
returns table (id bigint, "requestId" bigint, "caseKey" text, "requestKey" text, reference text, type text, side text, title text,
  status text, flag text, urgency text, due timestamptz, "waitingSince" timestamptz, updated timestamptz, unread boolean,
  accountable boolean, "patientId" bigint, given text, family text, "birthDate" text, sex text, "serviceEn" text,
  "serviceFr" text, usual float8, priority text, protocol text, language text, region text, "otherEn" text, "otherFr" text,
  member bigint, "memberName" text, "holdSide" text, "holdNext" text, "holdEn" text, "holdFr" text, "holdName" text)
language plpgsql stable set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
begin
  return query
  with page as materialized (
    select * from unnest(p_page) with ordinality
  ), drawn as (
    select page.*, coalesce(c.key, page.frozen->>'key') as case_key,
      coalesce(c.state, page.frozen->'state') as state,
      case when page.due is null then null when page.flag = 'link-closed' then c.state->'errand'
        else c.state->'hold' end as hold,
      coalesce(case when page.side in ('receiver', 'intake') then c.receiver_patient end, c.requester_patient,
        page.frozen->'patient') as patient
    from page left join cases c on c.id = page.case_id
  ), people as materialized (
    select member, name from member_cards(array(
      select member from page where member is not null
      union select (hold#>>'{accountable,member}')::bigint from drawn where hold->'accountable' ? 'member'))
  )
  select a.case_id, a.request_id, a.case_key, r.key, r.reference, a.type, a.side, a.state->>'title', a.status, a.flag, a.urgency,
    a.due, a.waiting_since, a.updated, a.opened_at is null, a.accountable, r.patient_id, a.patient->>'given',
    a.patient->>'family', a.patient->>'birthDate', a.patient->>'sexAtBirth', v.name_en, v.name_fr,
    -- Of fewer people one does not say how long they waited.
    case when case when w.median is not null then w.people else v.usual_people end >= 6
        and not coalesce(w.ninetieth_more, false)
      then (case when w.median is not null then w.ninetieth else v.usual_ninetieth end)::float8 end,
    a.priority, a.protocol, a.language, a.region, s.name_en, s.name_fr, a.member, m.name,
    a.hold#>>'{accountable,side}', a.hold->>'next', hs.name_en, hs.name_fr, hm.name
  from drawn a
    join requests r on r.id = a.request_id
    left join sites s on s.id = (a.state->(case a.side when 'requester' then 'receiver' else 'requester' end)
      ->>'site')::bigint and (a.side <> 'requester' or a.state#>'{receiver,toBeChosen}' is null)
    left join sites hs on hs.id = (a.hold#>>'{accountable,site}')::bigint
    left join services v on v.id = a.service
    left join lateral (
      select median, ninetieth, ninetieth_more, people from waits
      where service_id = v.id and measure in ('answer', 'wait1', 'wait1a') and urgency = '' and label = ''
        and median is not null
      order by measure limit 1) w on true
    left join people m on m.member = a.member
    left join people hm on hm.member = (a.hold#>>'{accountable,member}')::bigint
  order by a.ordinality;
end $$;
revoke execute on function worklist_lines(case_access[]) from public;
grant execute on function worklist_lines(case_access[]) to eservices_app;
