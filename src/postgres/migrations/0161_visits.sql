-- Who has which time: projections of `cases.state`, written by one trigger. Docs/decisions/0014.

-- The appointment that stands of a case, its offer at short notice, and visits that have begun.
create table visits (
  id bigint generated always as identity primary key,
  case_id bigint not null references cases,
  request_id bigint not null references requests,
  site_id bigint not null references sites,
  -- Null for a date that was typed by hand.
  schedule_id bigint references schedules,
  type_id bigint references clinic_types,
  member_id bigint references members,
  starts timestamptz not null,
  ends timestamptz not null,
  -- The next visit may begin.
  until timestamptz not null,
  label text not null,
  medium text not null,
  status text not null check (status in ('offered', 'booked', 'confirmed', 'seen', 'missed')),
  check (starts < ends and ends <= until),
  -- Two people never get one slot. A range of one number compares without an extension.
  constraint one_at_a_time exclude using gist
    (int8range(schedule_id, schedule_id, '[]') with &&, tstzrange(starts, until) with &&)
    where (schedule_id is not null),
  -- Nor has one clinician two patients at a time, at whichever place.
  constraint one_clinician exclude using gist
    (int8range(member_id, member_id, '[]') with &&, tstzrange(starts, until) with &&)
    where (member_id is not null)
);
create index visits_of_case on visits (case_id);
create index visits_of_site on visits (site_id, starts);

-- Who can come soon.
create table short_notice (
  case_id bigint primary key references cases,
  site_id bigint not null references sites,
  service_id bigint,
  hours smallint not null,
  urgent boolean not null,
  waiting_since timestamptz not null,
  since timestamptz not null
);
create index short_notice_of_site on short_notice (site_id, urgent desc, waiting_since, case_id);

-- Who had an appointment and has none any more.
create table to_rebook (
  case_id bigint primary key references cases,
  site_id bigint not null references sites,
  schedule_id bigint references schedules,
  was timestamptz not null,
  -- The event that took it away.
  how text not null,
  since timestamptz not null
);
create index to_rebook_of_site on to_rebook (site_id, since);

-- Whom the system asked about a freed slot, so that nobody is asked twice.
create table slot_offers (
  schedule_id bigint not null references schedules,
  starts timestamptz not null,
  case_id bigint not null references cases,
  at timestamptz not null,
  primary key (schedule_id, starts, case_id)
);

call protect('visits');
call protect('short_notice');
call protect('to_rebook');
call protect('slot_offers');

create policy of_site on visits for select to eservices_app
  using (app_kind() = 'person' and site_id = (select app_site()));
create policy of_patient on visits for select to eservices_app
  using (app_kind() = 'patient' and request_id = (select app_request()));
create policy of_site on short_notice for select to eservices_app
  using (app_kind() = 'person' and site_id = (select app_site()));
create policy of_site on to_rebook for select to eservices_app
  using (app_kind() = 'person' and site_id = (select app_site()));
grant select on visits, short_notice, to_rebook to eservices_app;

-- One row for an appointment of the state. A schedule of another site (after a transfer) is none.
create function project_visit(c cases, appointment jsonb, the_status text) returns void
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  v visits;
begin
  v.starts := appointment->>'start';
  v.ends := v.starts + make_interval(mins => coalesce((appointment->>'length')::integer, 30));
  v.site_id := (c.state#>>'{receiver,site}')::bigint;
  select s.id, s.member_id into v.schedule_id, v.member_id from schedules s
    where s.id = (appointment#>>'{slot,schedule}')::bigint and s.site_id = v.site_id;
  update visits set status = the_status where case_id = c.id and starts = v.starts;
  if found then return; end if;
  -- Two that wait for each other's row would be a deadlock: whoever comes second waits here and then finds the first.
  if v.schedule_id is not null then perform pg_advisory_xact_lock(7264, v.schedule_id::integer); end if;
  if v.member_id is not null then perform pg_advisory_xact_lock(7265, v.member_id::integer); end if;
  insert into visits (case_id, request_id, site_id, schedule_id, type_id, member_id, starts, ends, until, label, medium, status)
  values (c.id, c.request_id, v.site_id, v.schedule_id,
    case when v.schedule_id is not null then (appointment#>>'{slot,type}')::bigint end, v.member_id, v.starts, v.ends,
    greatest(v.ends, case when v.schedule_id is not null then (appointment#>>'{slot,until}')::timestamptz end),
    appointment->>'label', appointment->>'medium', the_status);
end $$;

create function project_visits() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  s jsonb := new.state;
  o jsonb;
  the_event text;
begin
  if tg_op = 'UPDATE' then o := old.state; end if;
  -- Visits to come are written anew; one that has begun stays as what became of it.
  delete from visits where case_id = new.id and (s->>'status' = 'void' or starts > app_now());
  if s ? 'appointment' and s->>'status' in ('booked', 'confirmed', 'seen') then
    perform project_visit(new, s->'appointment', s->>'status');
  elsif o ? 'appointment' then
    update visits set status = case when s->>'status' in ('accepted', 'declined') then 'missed' else 'seen' end
    where case_id = new.id and starts = (o#>>'{appointment,start}')::timestamptz;
  end if;
  if s ? 'offer' then perform project_visit(new, s#>'{offer,appointment}', 'offered'); end if;

  delete from short_notice where case_id = new.id;
  if s ? 'shortNotice' then
    insert into short_notice (case_id, site_id, service_id, hours, urgent, waiting_since, since)
    values (new.id, (s#>>'{receiver,site}')::bigint, (s#>>'{receiver,service}')::bigint,
      (s#>>'{shortNotice,hours}')::smallint, s->>'urgency' = 'urgent', (s->>'startedAt')::timestamptz,
      (s#>>'{shortNotice,since}')::timestamptz);
  end if;

  if s->>'status' not in ('accepted', 'awaiting-reply') then
    delete from to_rebook where case_id = new.id;
  elsif o->>'status' in ('booked', 'confirmed') then
    select type into the_event from case_events where case_id = new.id
      and type in ('unbooked', 'cannot-come', 'did-not-attend') order by seq desc limit 1;
    insert into to_rebook (case_id, site_id, schedule_id, was, how, since)
    values (new.id, (s#>>'{receiver,site}')::bigint, (select v.id from schedules v
        where v.id = (o#>>'{appointment,slot,schedule}')::bigint and v.site_id = (s#>>'{receiver,site}')::bigint),
      (o#>>'{appointment,start}')::timestamptz, coalesce(the_event, 'unbooked'), app_now())
    on conflict (case_id) do update set schedule_id = excluded.schedule_id, was = excluded.was, how = excluded.how,
      since = excluded.since;
  end if;
  return null;
end $$;

-- Most events change nothing of this.
create function visits_of(s jsonb) returns jsonb language sql immutable parallel safe as $$
  select jsonb_build_array(s->'appointment', s->'offer', s->'shortNotice', s->'status', s#>'{receiver,site}',
    s#>'{receiver,service}', s->'urgency')
$$;
create trigger project_visits after update of state on cases
  for each row when (new.type = 'referral' and visits_of(old.state) is distinct from visits_of(new.state))
  execute function project_visits();

-- Times in which a schedule, or its clinician elsewhere, is taken; nothing of who has them. `p_except`: a case's own.
create function busy_times(p_schedules bigint[], p_from timestamptz, p_to timestamptz, p_except bigint)
returns table (schedule_id bigint, starts timestamptz, until timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.id, v.starts, v.until from schedules s join visits v
    on (v.schedule_id = s.id or v.member_id = s.member_id) and v.starts < p_to and v.until > p_from
  where s.id = any (p_schedules) and v.case_id is distinct from p_except and knows_hours_of(s.site_id)
$$;

-- Whom to ask next about a freed slot, and notes that they are asked. For a job; null when there is nobody left.
create function ask_next(p_schedule bigint, p_type bigint, p_start timestamptz, p_urgent_only boolean)
returns table (case_id bigint, key text)
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
declare
  found_id bigint;
begin
  if app_kind() is distinct from 'job' then
    raise exception 'the system asks' using errcode = 'insufficient_privilege';
  end if;
  select n.case_id into found_id
  from short_notice n join schedules h on h.id = p_schedule and h.site_id = n.site_id
    join clinic_types t on t.id = p_type join cases c on c.id = n.case_id
  where h.offer_minutes is not null and h.ended_at is null
    and schedule_serves(h.id, n.service_id)
    and (n.urgent or not p_urgent_only)
    and p_start >= app_now() + make_interval(hours => n.hours)
    and c.state->>'status' in ('accepted', 'booked', 'confirmed')
    and not c.state ? 'offer'
    and (c.state#>>'{patient,reachable}')::boolean
    -- Earlier than what they have, and the same kind of visit.
    and (not c.state ? 'appointment' or ((c.state#>>'{appointment,start}')::timestamptz > p_start
      and c.state#>>'{appointment,label}' = t.label))
    and not exists (select from jsonb_to_recordset(c.state->'unavailable') u ("from" date, until date)
      where (p_start at time zone (select zone from sites where id = h.site_id))::date between u."from" and u.until)
    and not exists (select from slot_offers a
      where a.schedule_id = p_schedule and a.starts = p_start and a.case_id = n.case_id)
  order by n.urgent desc, n.waiting_since, n.case_id limit 1;
  if found_id is null then return; end if;
  insert into slot_offers values (p_schedule, p_start, found_id, app_now());
  return query select c.id, c.key from cases c where c.id = found_id;
end $$;
grant execute on function visits_of(jsonb), busy_times(bigint[], timestamptz, timestamptz, bigint),
  ask_next(bigint, bigint, timestamptz, boolean) to eservices_app;
