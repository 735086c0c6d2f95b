-- How an advice group gives out its questions: docs/decisions/0026. Everything here is reached by functions alone.

create table advice_groups (
  service_id bigint primary key references services on delete cascade,
  -- The automatic assignment chooses; else the group's assigner.
  automatic boolean not null default false,
  -- Whom to call when nothing moves, in the group's own words.
  escalation text not null default '' check (char_length(escalation) <= 200),
  -- [{name, words: []}]
  sub_specialties jsonb not null default '[]' check (jsonb_typeof(sub_specialties) = 'array'),
  version integer not null default 1,
  -- When the programme last heard that nobody could take a question.
  nobody_told_at timestamptz
);
call protect('advice_groups');

create table advice_members (
  service_id bigint not null references services on delete cascade,
  member_id bigint not null references members,
  weekly_cap smallint not null check (weekly_cap between 0 and 100),
  sub_specialties text[] not null default '{}',
  languages text[] not null default '{}',
  regions text[] not null default '{}' check (regions <@ array['K', 'L', 'M', 'N', 'P']),
  -- Names of practices and licence numbers of people whose questions are not for this member.
  conflicts text[] not null default '{}',
  primary key (service_id, member_id)
);
call protect('advice_members');

create table absences (
  id bigint generated always as identity primary key,
  key text not null unique,
  member_id bigint not null references members,
  from_day date not null,
  until_day date not null check (until_day >= from_day and until_day - from_day <= 400)
);
create index absences_of on absences (member_id, until_day);
call protect('absences');

-- Who was given which question and why. A question comes to the same member once.
create table advice_turns (
  case_id bigint not null references cases,
  member_id bigint not null references members,
  service_id bigint not null references services on delete cascade,
  at timestamptz not null,
  -- What the automatic assignment went by; null when somebody chose.
  steps jsonb,
  primary key (case_id, member_id)
);
create index advice_turns_of on advice_turns (service_id, member_id, at);
call protect('advice_turns');
create index requests_of_patient on requests (patient_id) where patient_id is not null;

-- Those who could answer for a service: its clinicians, in its unit where it has one.
create function clinicians_of_service(p_service bigint) returns table (member_id bigint, key text, name text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select m.id, m.key, p.name from services v
  join members m on m.site_id = v.site_id and m.roles && array['clinician', 'resident']
    and (v.unit_id is null or m.unit_id is null or m.unit_id = v.unit_id)
    and m.suspended_at is null and current_date between m.from_day and coalesce(m.until_day, 'infinity')
  join people p on p.id = m.person_id and p.suspended_at is null
  where v.id = p_service
$$;
revoke execute on function clinicians_of_service(bigint) from public;

create function absences_since(p_member bigint, p_since date) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select coalesce(jsonb_agg(jsonb_build_object('key', key, 'from', from_day, 'until', until_day) order by from_day, id), '[]')
  from absences where member_id = p_member and until_day >= p_since
$$;
revoke execute on function absences_since(bigint, date) from public;

-- What the choice of a specialist for one case goes by; for those who hold the case, in the transaction that writes it. One
-- group chooses for one question at a time, so that two never fill the same last place. No row: not an eConsult of a service.
create function advice_facts(p_case bigint, p_now timestamptz, p_monday timestamptz)
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
          union all select searchable(m.licence) from members m where m.id = asker and m.licence is not null)),
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

-- Writes down who was given the question, with the event that gave it.
create function take_turn(p_case bigint, p_member bigint, p_at timestamptz, p_steps jsonb) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  insert into advice_turns (case_id, member_id, service_id, at, steps)
    select c.id, p_member, (c.state#>>'{receiver,service}')::bigint, p_at, p_steps from cases c
    where c.id = p_case and c.type = 'econsult' and c.state#>>'{receiver,service}' is not null
      and (c.state#>>'{receiver,member}')::bigint = p_member and event_written_now(p_case)
  on conflict (case_id, member_id) do update set steps = coalesce(excluded.steps, advice_turns.steps)
$$;

-- Nobody could take a question: true when the programme should hear of this group, which is once in 20 hours.
create function nobody_free(p_case bigint, p_now timestamptz) returns boolean
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  with told as (
    update advice_groups g set nobody_told_at = p_now from cases c
    where c.id = p_case and g.service_id = (c.state#>>'{receiver,service}')::bigint and event_written_now(p_case)
      and coalesce(g.nobody_told_at, '-infinity') < p_now - interval '20 hours'
    returning 1)
  select exists (select from told)
$$;

-- For the job: questions that wait for somebody in a group that assigns by itself, the oldest first.
create function waiting_for_advice(p_limit integer) returns table (case_id bigint, key text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select c.id, c.key from case_access a join cases c on c.id = a.case_id
  join advice_groups g on g.service_id = a.service and g.automatic
  where app_kind() = 'job' and a.side = 'system' and a.type = 'econsult' and a.status = 'asked' and a.due is not null
  order by c.id limit p_limit
$$;

-- The groups of the actor's site, for its leads and stewards, its assigners and clinicians.
create function advice_groups_here() returns table (key text, name_en text, name_fr text, automatic boolean, waiting bigint)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select v.key, v.name_en, v.name_fr, coalesce(g.automatic, false),
    (select count(*) from case_access a where a.party = 'site:' || v.site_id and a.side = 'receiver'
      and a.service = v.id and a.status = 'asked' and a.due is not null)
  from services v left join advice_groups g on g.service_id = v.id
  where app_kind() = 'person' and v.site_id = app_site() and v.kind = 'econsult' and v.ended_at is null
  order by v.name_en, v.id
$$;

-- One group as its settings page shows it; null for those of other sites.
create function advice_group(p_key text, p_now timestamptz, p_monday timestamptz) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select jsonb_build_object('key', v.key, 'nameEn', v.name_en, 'nameFr', v.name_fr, 'promiseDays', v.promise_days,
    'automatic', coalesce(g.automatic, false), 'escalation', coalesce(g.escalation, ''),
    'subSpecialties', coalesce(g.sub_specialties, '[]'), 'version', coalesce(g.version, 0),
    'members', (select coalesce(jsonb_agg(jsonb_build_object(
      'key', k.key, 'member', k.member_id, 'name', k.name, 'weeklyCap', a.weekly_cap,
      'subSpecialties', coalesce(a.sub_specialties, '{}'), 'languages', coalesce(a.languages, '{}'),
      'regions', coalesce(a.regions, '{}'), 'conflicts', coalesce(a.conflicts, '{}'),
      'absences', absences_since(k.member_id, p_now::date),
      'taken', (select count(*) from advice_turns t where t.service_id = v.id and t.member_id = k.member_id
        and t.at >= p_monday and t.at <= p_now)) order by k.name, k.member_id), '[]')
      from clinicians_of_service(v.id) k left join advice_members a on a.service_id = v.id and a.member_id = k.member_id))
  from services v left join advice_groups g on g.service_id = v.id
  where v.key = p_key and app_kind() = 'person' and v.site_id = app_site() and v.kind = 'econsult' and v.ended_at is null
$$;

-- Changes the settings of a group as they were at `p_version`; false when somebody else was quicker, null for anybody but those
-- who keep its listing.
create function save_advice_group(p_key text, p_version integer, p jsonb) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare the_service bigint;
begin
  select v.id into the_service from services v
    where v.key = p_key and v.site_id = app_site() and v.kind = 'econsult' and keeps_listings(v.site_id);
  if the_service is null then return null; end if;
  insert into advice_groups (service_id, version) values (the_service, 0) on conflict do nothing;
  update advice_groups set automatic = (p->>'automatic')::boolean, escalation = p->>'escalation',
    sub_specialties = p->'subSpecialties', version = version + 1
  where service_id = the_service and version = p_version;
  if not found then return false; end if;
  return true;
end $$;

-- What one specialist agreed to; `weeklyCap` null takes them out of the group. By those who keep the listing. False: no such member.
create function save_advice_member(p_key text, p_member text, p jsonb) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  the_service bigint;
  the_member bigint;
begin
  select v.id into the_service from services v
    where v.key = p_key and v.site_id = app_site() and v.kind = 'econsult' and keeps_listings(v.site_id);
  if the_service is null then return null; end if;
  select k.member_id into the_member from clinicians_of_service(the_service) k where k.key = p_member;
  if the_member is null then return false; end if;
  if p->>'weeklyCap' is null then
    delete from advice_members where service_id = the_service and member_id = the_member;
    return true;
  end if;
  insert into advice_members as a (service_id, member_id, weekly_cap, sub_specialties, languages, regions, conflicts)
    values (the_service, the_member, (p->>'weeklyCap')::smallint, text_list(p->'subSpecialties'), text_list(p->'languages'),
      text_list(p->'regions'), text_list(p->'conflicts'))
  on conflict (service_id, member_id) do update set weekly_cap = excluded.weekly_cap,
    sub_specialties = excluded.sub_specialties, languages = excluded.languages, regions = excluded.regions,
    conflicts = excluded.conflicts;
  return true;
end $$;

-- Days away of a colleague: written by themself or by whoever keeps the site's listings.
create function add_absence(p_key text, p_member text, p_from date, p_until date) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare the_member bigint;
begin
  select m.id into the_member from members m where m.key = p_member and app_kind() = 'person' and m.site_id = app_site()
    and (m.id = app_member() or keeps_listings(m.site_id));
  if the_member is null then return false; end if;
  insert into absences (key, member_id, from_day, until_day) values (p_key, the_member, p_from, p_until);
  return true;
end $$;

create function remove_absence(p_key text) returns boolean
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  with gone as (
    delete from absences a using members m where a.key = p_key and m.id = a.member_id and app_kind() = 'person'
      and m.site_id = app_site() and (m.id = app_member() or keeps_listings(m.site_id)) returning 1)
  select exists (select from gone)
$$;

grant execute on function advice_facts(bigint, timestamptz, timestamptz), take_turn(bigint, bigint, timestamptz, jsonb),
  nobody_free(bigint, timestamptz), waiting_for_advice(integer), advice_groups_here(),
  advice_group(text, timestamptz, timestamptz), save_advice_group(text, integer, jsonb),
  save_advice_member(text, text, jsonb), add_absence(text, text, date, date), remove_absence(text) to eservices_app;
