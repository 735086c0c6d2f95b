-- Who is asked when a service takes referrals through a central intake. docs/decisions/0018-central-intake.md

-- A site turns it on itself: services of other sites may then name it as their central intake.
alter table sites add column intake_for_others boolean not null default false;
update sites set intake_for_others = true where kind = 'central-intake';
create function central_by_kind() returns trigger language plpgsql as $$
begin
  new.intake_for_others := new.intake_for_others or new.kind = 'central-intake';
  return new;
end $$;
create trigger central_by_kind before insert on sites for each row execute function central_by_kind();

-- Off again only when no service names it any more: what is on its way must not lose its intake.
create function set_intake_for_others(p_on boolean) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not keeps_listings(app_site()) then return false; end if;
  if not p_on and exists (select from services where intake_site = app_site() and ended_at is null) then
    return false;
  end if;
  update sites set intake_for_others = p_on where id = app_site();
  return true;
end $$;

drop function service_facts(text[]);
-- As 0029, with the central intake of a service, while that works here.
create function service_facts(p_keys text[])
returns table (key text, service bigint, site bigint, unit bigint, member bigint, accepting boolean,
  off_network boolean, type text, promise jsonb, intake_site bigint, intake_always boolean, central boolean)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select v.key, v.id, v.site_id, v.unit_id, v.member_id,
    v.accepting and coalesce(v.paused_until, '-infinity') <= current_date and s.suspended_at is null,
    not s.on_network, case v.kind when 'econsult' then 'econsult' else 'referral' end,
    (select t.promise from service_terms(v.id) t), i.id, v.takes = 'intake', s.intake_for_others
  from services v join sites s on s.id = v.site_id
    left join sites i on i.id = v.intake_site and i.on_network and i.suspended_at is null
  where v.key = any (p_keys) and v.ended_at is null
$$;

-- As 0097: a case may also be open at the central intake of a service.
create function open_at(the_service bigint) returns bigint
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select count(*) from services v join case_access a on a.party in ('site:' || v.site_id, 'site:' || v.intake_site)
    and a.side = 'receiver' and a.due is not null and a.service = v.id where v.id = the_service
$$;
create or replace function open_cases_of(the_service bigint) returns bigint
language sql stable security definer set search_path = public, pg_temp as $$
  select case when keeps_service(the_service) then open_at(the_service) end
$$;
create or replace function stamp_service() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  new.version := old.version + 1;
  if new.ended_at is not null and old.ended_at is null and open_at(new.id) > 0
  then raise exception 'a case is open at this service' using errcode = 'check_violation', constraint = 'service_in_use';
  end if;
  return new;
end $$;

grant execute on function service_facts(text[]), set_intake_for_others(boolean) to eservices_app;

-- As 0151, without what a central intake has: waiting there is the first part of the wait of where it is sent.
create or replace function wait_events(p_after bigint, p_limit integer, p_since timestamptz, p_types text[])
returns table (case_id bigint, service bigint, type text, at timestamptz, started_at text, urgency text, via boolean,
  label text, begins text, seen_at text, treat_on text, away_from text, away_until text, status text, outcome text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with few as materialized (
    select c.id, (c.state#>>'{receiver,service}')::bigint as service
    from cases c
    where (app_kind() = 'job' or is_operator()) and c.id > p_after
      and (c.opened_at >= p_since or c.state ? 'hold') and c.state#>'{receiver,service}' is not null
      and c.state#>'{receiver,intake}' is null
    order by c.id limit p_limit)
  select e.case_id, s.service, e.type, e.at, w.said->>'startedAt', w.said->>'urgency', w.said ? 'via',
    w.visit->>'label', w.visit->>'start', w.said->>'when', w.said->>'on', w.said->>'from', w.said->>'until',
    w.said->>'status', w.said->>'outcome'
  from case_events e join few s on s.id = e.case_id
  left join event_bodies b on b.case_id = e.case_id and b.seq = e.seq and b.purged_at is null
    and b.body <> '' and e.type in ('sent', 'transcribed', 'asked', 'booked', 'rebooked', 'slot-taken', 'visited', 'treatment-decided',
      'unavailable-set', 'did-not-attend', 'completed')
  -- Parsed once: without the offset every field would parse it anew.
  left join lateral (select j as said, j->'appointment' as visit from (select b.body::jsonb as j offset 0) p offset 0) w on true
  where e.case_id > p_after and e.case_id <= (select max(id) from few) and e.type = any (p_types)
  order by e.case_id, e.seq
$$;
