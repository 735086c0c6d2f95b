-- A specialist asks another; the first requester reads along. docs/decisions/0063-a-colleague-asked.md

-- As 0250, and whoever reads along.
create or replace function parties_of(c cases)
returns table (party text, side text, unit bigint, member bigint)
language sql stable as $$
  select * from (values
    ('site:' || (c.state#>>'{requester,site}'), 'requester',
      (c.state#>>'{requester,unit}')::bigint, (c.state#>>'{requester,clinician}')::bigint),
    (case when c.state#>>'{receiver,toBeChosen}' is null then 'site:' || (c.state#>>'{receiver,site}') end, 'receiver',
      (c.state#>>'{receiver,unit}')::bigint, (c.state#>>'{receiver,member}')::bigint),
    ('site:' || (c.state#>>'{via,site}'), 'intake', (c.state#>>'{via,unit}')::bigint, null),
    ('site:' || (c.state#>>'{copy,site}'), 'copy', (c.state#>>'{copy,unit}')::bigint, (c.state#>>'{copy,clinician}')::bigint),
    ('request:' || c.request_id, 'patient', null, null),
    ('case:' || c.id, 'system', null, null)
  ) as named (party, side, unit, member)
  where named.party is not null
$$;

-- As 0010, and a copy reads what is clinical: `hears` in domain/case/access.ts says the same.
create or replace function audience_reads(audience text, reader text) returns boolean
language sql immutable parallel safe as $$
  select reader = 'system' or case audience
    when 'everyone' then true
    when 'all' then reader <> 'patient'
    when 'clinical' then reader in ('requester', 'receiver', 'copy')
    else reader = audience
  end
$$;

-- As 0011; who asked a colleague is not the requester of the request.
create or replace function elsewhere(p_request bigint)
returns table (type text, status text, opened_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select c.type, c.state->>'status', c.opened_at from cases c
  where c.request_id = p_request
    and exists (select from case_access a join cases mine on mine.id = a.case_id
      where a.request_id = p_request and a.party = app_party() and a.side in ('requester', 'patient')
        and not mine.state ? 'helps')
    and not exists (select from case_access a where a.case_id = c.id and a.party = app_party())
  order by c.id
$$;

-- As 0062; nobody gives the patient a way in because a colleague was asked.
create or replace function request_at_work(p_key text) returns bigint
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select r.id from requests r
  where r.key = p_key and app_kind() = 'person' and exists (select from case_access a join cases c on c.id = a.case_id
    where a.request_id = r.id and a.party = app_party() and a.until_seq is null and not c.state ? 'helps'
      and (a.side = 'requester' or (a.side = 'receiver' and a.due is not null)))
$$;

-- As 0141, for whoever sent the request.
create or replace function booked_beside(p_request bigint) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select app_kind() = 'person'
    and exists (select from case_access a join cases c on c.id = a.case_id
      where a.request_id = p_request and a.party = app_party() and a.side = 'requester' and not c.state ? 'helps')
    and not exists (select from cases c where c.request_id = p_request and c.state->>'status' in ('booked', 'confirmed', 'seen'))
    and exists (
      select from parallel_requests p
      join cases c on c.request_id = case when p.request_id = p_request then p.other_id else p.request_id end
      left join request_fingerprints f on f.request_id = c.request_id
      where p_request in (p.request_id, p.other_id) and f.withheld_at is null
        and c.state->>'status' in ('booked', 'confirmed', 'seen'))
$$;

-- As 0220, and nobody answers what they asked themselves, whichever of their groups it comes to.
create or replace function advice_facts(p_case bigint, p_now timestamptz, p_monday timestamptz)
returns table (automatic boolean, language text, region text, sub_specialties jsonb, members jsonb)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  c cases;
  the_service bigint;
  asker bigint;
begin
  if not exists (select from case_access a where a.case_id = p_case and a.party = app_party() and a.until_seq is null) then
    return;
  end if;
  select * into c from cases where id = p_case;
  the_service := (c.state#>>'{receiver,service}')::bigint;
  asker := (c.state#>>'{requester,clinician}')::bigint;
  if c.type <> 'econsult' or the_service is null then return; end if;
  perform pg_advisory_xact_lock(7264, the_service::integer);
  return query select coalesce(g.automatic, false),
    (select p.language from members m join people p on p.id = m.person_id where m.id = asker),
    (select region_of(coalesce(s.postal_code, '')) from sites s where s.id = (c.state#>>'{requester,site}')::bigint),
    coalesce(g.sub_specialties, '[]'),
    (select coalesce(jsonb_agg(jsonb_build_object(
      'member', k.member_id, 'key', k.key, 'weeklyCap', a.weekly_cap, 'subSpecialties', a.sub_specialties,
      'languages', a.languages, 'regions', a.regions,
      'absences', absences_since(k.member_id, (p_now - interval '92 days')::date),
      'taken', (select count(*) from advice_turns t where t.service_id = the_service and t.member_id = k.member_id
        and t.at >= p_monday and t.at <= p_now),
      'recent', (select count(*) from advice_turns t where t.service_id = the_service and t.member_id = k.member_id
        and t.at > p_now - interval '91 days' and t.at <= p_now),
      'lastTaken', (select max(t.at) from advice_turns t where t.service_id = the_service and t.member_id = k.member_id),
      'handedBack', exists (select from advice_turns t where t.case_id = p_case and t.member_id = k.member_id),
      'conflict', exists (
        select from unnest(a.conflicts) one where searchable(one) in (
          select searchable(named) from sites s, unnest(array[s.name_en, s.name_fr]) named
            where s.id = (c.state#>>'{requester,site}')::bigint
          union all select searchable(m.licence) from members m where m.id = asker and m.licence is not null))
        or exists (select from members k2 join members m on m.person_id = k2.person_id
          where k2.id = k.member_id and m.id = asker),
      'knowsThem', exists (
        select from requests r join requests same on same.patient_id = r.patient_id
        join cases o on o.request_id = same.id and o.id <> p_case
        where r.id = c.request_id and (o.state#>>'{receiver,service}')::bigint = the_service
          and (o.state#>>'{requester,clinician}')::bigint = asker
          and (o.state#>>'{answer,member}')::bigint = k.member_id)
      ) order by k.member_id), '[]')
      from clinicians_of_service(the_service) k
      left join advice_members a on a.service_id = the_service and a.member_id = k.member_id)
  from (values (1)) one left join advice_groups g on g.service_id = the_service;
end $$;

-- Cases in which colleagues are still to answer for this one, when it has just changed. Inside ids and keys.
create function helpers_waiting(p_case bigint) returns table (id bigint, key text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select c.id, c.key from cases f join cases c on c.request_id = f.request_id
  where f.id = p_case and event_written_now(p_case)
    and exists (select from case_access a where a.case_id = p_case and a.party = app_party())
    and (c.state#>>'{helps,case}')::bigint = p_case
    and c.state->>'status' in ('asked', 'assigned', 'more-info', 'returned')
  order by c.id
$$;
revoke execute on function helpers_waiting(bigint) from public;
grant execute on function helpers_waiting(bigint) to eservices_app;
