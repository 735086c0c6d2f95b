-- How long requests are kept, what may not be purged, and the purge. docs/decisions/0037-retention.md
create table retention (
  kind text primary key,
  -- Ten years, as the College of Physicians of Ontario asks of its members, or longer.
  days integer not null check (days >= 3653)
);
call protect('retention');

create table legal_holds (
  key text primary key,
  request_id bigint not null references requests,
  site_id bigint not null references sites,
  why text not null check (char_length(why) between 1 and 2000),
  placed_by bigint not null references members,
  placed_at timestamptz not null,
  lifted_by bigint references members,
  lifted_at timestamptz,
  lifted_why text check (char_length(lifted_why) between 1 and 2000),
  check ((lifted_at is null) = (lifted_by is null) and (lifted_at is null) = (lifted_why is null))
);
create unique index legal_holds_now on legal_holds (request_id, site_id) where lifted_at is null;
create index legal_holds_of_site on legal_holds (site_id, placed_at desc);
call protect('legal_holds');
alter table requests add column purged_at timestamptz;

create function is_privacy_officer() returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select app_kind() = 'person' and exists (select from members m
    where m.id = app_member() and m.site_id = app_site() and 'privacy-officer' = any (m.roles) and m.suspended_at is null)
$$;

-- Of a request that the officer's site took part in. Its inside id; null when there is none, or it is held already.
create function place_legal_hold(p_key text, p_reference text, p_why text) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare the_request bigint;
begin
  if not is_privacy_officer() then return null; end if;
  insert into legal_holds (key, request_id, site_id, why, placed_by, placed_at)
    select p_key, r.id, app_site(), p_why, app_member(), app_now() from requests r
    where r.reference = p_reference and r.purged_at is null
      and exists (select from case_access a where a.request_id = r.id and a.party = 'site:' || app_site())
    on conflict do nothing returning request_id into the_request;
  return the_request;
end $$;
create function lift_legal_hold(p_key text, p_why text) returns bigint
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  update legal_holds set lifted_by = app_member(), lifted_at = app_now(), lifted_why = p_why
    where key = p_key and site_id = app_site() and lifted_at is null and is_privacy_officer()
    returning request_id
$$;
create function my_legal_holds() returns table (key text, reference text, why text, placed_by text, placed_at timestamptz,
  lifted_by text, lifted_at timestamptz, lifted_why text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select h.key, r.reference, h.why, p.name, h.placed_at, l.name, h.lifted_at, h.lifted_why
  from legal_holds h join requests r on r.id = h.request_id
  join members m on m.id = h.placed_by join people p on p.id = m.person_id
  left join members n on n.id = h.lifted_by left join people l on l.id = n.person_id
  where h.site_id = app_site() and is_privacy_officer()
  order by h.lifted_at is not null, h.placed_at desc limit 500
$$;

create function retention_days(p_kind text) returns integer
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select coalesce((select days from retention where kind = p_kind), 3653)
$$;

-- Requests whose time is over: every case ended, nothing held, the longest time of any site that took part has passed since
-- the last event, and since the patient was eighteen. Oldest first.
create function purge_due(p_limit integer) returns table (request bigint, reference text, "lastAt" timestamptz, cases integer)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if is_operator() is not true then
    raise exception 'an operator purges' using errcode = 'insufficient_privilege';
  end if;
  return query
    select r.id, r.reference, last.at, last.n from requests r
    cross join lateral (select max(e.at) as at, count(distinct c.id)::integer as n
      from cases c join case_events e on e.case_id = c.id where c.request_id = r.id) last
    cross join lateral (select max(retention_days(s.kind)) as days from case_access a
      join sites s on a.party = 'site:' || s.id where a.request_id = r.id) kept
    where r.purged_at is null and r.opened_at < app_now() - interval '3653 days' and last.at is not null
      and last.at < app_now() - make_interval(days => coalesce(kept.days, 3653))
      and not exists (select from cases c where c.request_id = r.id
        and (jsonb_typeof(c.state->'hold') = 'object' or jsonb_typeof(c.state->'errand') = 'object'))
      and not exists (select from legal_holds h where h.request_id = r.id and h.lifted_at is null)
      and not exists (select from cases c where c.request_id = r.id and (c.requester_patient->>'birthDate')::date
        > (app_now() - interval '18 years' - make_interval(days => coalesce(kept.days, 3653)))::date)
    order by last.at, r.id limit p_limit;
end $$;

-- Takes the health information of one request that is due and leaves its numbers, moments and hashes. False when not due.
create function purge_request(p_request bigint) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare the_cases bigint[]; the_links bigint[];
begin
  perform from requests where id = p_request for update;
  if not exists (select from purge_due(2147483647) d where d.request = p_request) then return false; end if;
  select array_agg(id) into the_cases from cases where request_id = p_request;
  select array_agg(id) into the_links from links where request_id = p_request or case_id = any (the_cases);
  update event_bodies set body = '', purged_at = now(), purged_why = 'retention'
    where case_id = any (the_cases) and purged_at is null;
  update cases set requester_patient = '{}', receiver_patient = null, state = jsonb_build_object('purged', true, 'type', state->'type',
      'status', state->'status', 'title', '', 'requester', (state->'requester') - 'outside', 'receiver', state->'receiver',
      'hops', state->'hops', 'urgency', state->'urgency', 'patient', '{"reachable": false}'::jsonb,
      'startedAt', state->'startedAt', 'seq', state->'seq', 'turn', state->'turn', 'unavailable', '[]'::jsonb)
    where id = any (the_cases);
  delete from case_access where case_id = any (the_cases);
  -- Files that no other case has are loose now: the daily sweep takes the row and the bytes.
  update attachments a set in_case = false where id in (select attachment_id from case_attachments where case_id = any (the_cases))
    and not exists (select from case_attachments o where o.attachment_id = a.id and o.case_id <> all (the_cases));
  delete from case_attachments where case_id = any (the_cases);
  delete from visits where case_id = any (the_cases);
  delete from short_notice where case_id = any (the_cases);
  delete from to_rebook where case_id = any (the_cases);
  delete from slot_offers where case_id = any (the_cases);
  delete from visit_reminders where case_id = any (the_cases);
  delete from visit_surveys where case_id = any (the_cases);
  delete from survey_asks where case_id = any (the_cases);
  update messages set address = '' where case_id = any (the_cases);
  delete from sessions where link_id = any (the_links);
  delete from patient_codes where link_id = any (the_links);
  delete from guest_codes where link_id = any (the_links);
  delete from faxes_out where link_id = any (the_links);
  delete from request_helpers where request_id = p_request;
  update links set sent_to = null, contact_id = null, voided_at = coalesce(voided_at, now()) where id = any (the_links);
  delete from request_fingerprints where request_id = p_request;
  delete from overlap_told where request_id = p_request;
  delete from parallel_requests where p_request in (request_id, other_id);
  update requests set patient_id = null, purged_at = now() where id = p_request;
  return true;
end $$;
create function set_retention(p_kind text, p_days integer) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if is_operator() is not true then
    raise exception 'an operator sets it' using errcode = 'insufficient_privilege';
  end if;
  insert into retention (kind, days) values (p_kind, p_days) on conflict (kind) do update set days = excluded.days;
end $$;
revoke execute on function purge_due(integer), purge_request(bigint), set_retention(text, integer) from public;
grant execute on function place_legal_hold(text, text, text), lift_legal_hold(text, text), my_legal_holds() to eservices_app;
