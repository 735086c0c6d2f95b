-- As 0411; handed back is a question that a specialist released themselves, since it was last sent: not one that the group returned,
-- the assigner gave to somebody else, or that was taken from who left.
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
      'handedBack', exists (select from case_events e where e.case_id = p_case and e.type = 'released' and e.side = 'receiver'
        and coalesce(e.acting_for, e.member) = k.member_id
        and e.seq > coalesce((select max(r.seq) from case_events r where r.case_id = p_case and r.type = 'resubmitted'), 0)),
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
