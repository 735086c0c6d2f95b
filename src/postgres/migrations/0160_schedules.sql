-- When somebody sees patients, and who has which time. Docs/decisions/0014.

-- Whoever works with the patients of that site, now.
create function books_at(the_site bigint) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select (app_kind() = 'person' and app_site() = the_site and exists (
    select from members m join people p on p.id = m.person_id join sites s on s.id = m.site_id
    where m.id = app_member() and m.person_id = app_person() and m.site_id = the_site
      and m.roles && array['clinician', 'resident', 'nurse', 'delegate', 'clerk', 'assigner', 'lead', 'steward']
      and m.suspended_at is null and p.suspended_at is null and s.suspended_at is null
      and current_date between m.from_day and coalesce(m.until_day, 'infinity'))) is true
$$;

-- Who may know the hours of a site: its people, its jobs, and a patient who was sent there.
create function knows_hours_of(the_site bigint) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select case app_kind()
    when 'person' then app_site() = the_site
    when 'job' then true
    when 'patient' then exists (select from cases c
      where c.request_id = app_request() and (c.state#>>'{receiver,site}')::bigint = the_site)
    else false end
$$;

create table schedules (
  id bigint generated always as identity primary key,
  key text not null unique,
  site_id bigint not null references sites,
  name_en text not null check (char_length(name_en) between 1 and 120),
  name_fr text not null check (char_length(name_fr) between 1 and 120),
  -- The clinician, when it is one person's.
  member_id bigint references members,
  place text not null default '' check (char_length(place) <= 300),
  keeps_holidays boolean not null default true,
  patients_choose boolean not null default false,
  -- A freed slot is offered to the short-notice list for so long each; null: it is not.
  offer_minutes smallint check (offer_minutes between 15 and 2880),
  ended_at timestamptz,
  version integer not null default 1
);
create index schedules_of_site on schedules (site_id) where ended_at is null;
create index schedules_of_member on schedules (member_id) where member_id is not null;

-- The services that it is for; none: every service of its site.
create table schedule_services (
  schedule_id bigint not null references schedules,
  service_id bigint not null references services on delete cascade,
  primary key (schedule_id, service_id)
);
create index schedule_services_of on schedule_services (service_id);

create table clinic_types (
  id bigint generated always as identity primary key,
  key text not null unique,
  schedule_id bigint not null references schedules,
  name_en text not null check (char_length(name_en) between 1 and 120),
  name_fr text not null check (char_length(name_fr) between 1 and 120),
  label text not null check (char_length(label) <= 40),
  minutes smallint not null check (minutes between 5 and 720),
  buffer smallint not null default 0 check (buffer between 0 and 240),
  medium text not null check (medium in ('in-person', 'phone', 'video')),
  link text not null default '' check (link = '' or (link ~ '^https://' and char_length(link) <= 300)),
  instructions_en text not null default '' check (char_length(instructions_en) <= 4000),
  instructions_fr text not null default '' check (char_length(instructions_fr) <= 4000),
  ended_at timestamptz,
  unique (id, schedule_id)
);
create index clinic_types_of on clinic_types (schedule_id);

create table clinic_patterns (
  id bigint generated always as identity primary key,
  key text not null unique,
  schedule_id bigint not null references schedules,
  type_id bigint not null,
  -- 1 Monday to 7 Sunday.
  weekdays smallint[] not null check (cardinality(weekdays) between 1 and 7 and weekdays <@ '{1,2,3,4,5,6,7}'),
  every_weeks smallint not null default 1 check (every_weeks between 1 and 26),
  from_day date not null,
  until_day date,
  -- Minutes after midnight on the wall clock of the site.
  opens smallint not null check (opens between 0 and 1439),
  closes smallint not null check (closes between 1 and 1440),
  urgent smallint not null default 0 check (urgent between 0 and 100),
  release_hours smallint check (release_hours between 1 and 720),
  foreign key (type_id, schedule_id) references clinic_types (id, schedule_id),
  check (opens < closes),
  check (until_day >= from_day)
);
create index clinic_patterns_of on clinic_patterns (schedule_id);

create table clinic_closures (
  id bigint generated always as identity primary key,
  key text not null unique,
  site_id bigint not null references sites,
  -- Null: the whole site.
  schedule_id bigint references schedules,
  from_day date not null,
  until_day date not null,
  opens smallint check (opens between 0 and 1439),
  closes smallint check (closes between 1 and 1440),
  why text not null default '' check (char_length(why) <= 200),
  check (until_day between from_day and from_day + 731),
  check ((opens is null) = (closes is null)),
  check (opens < closes)
);
create index clinic_closures_of_site on clinic_closures (site_id, until_day);

call protect('schedules');
call protect('schedule_services');
call protect('clinic_types');
call protect('clinic_patterns');
call protect('clinic_closures');

-- The site of a schedule, for the tables under it.
create function site_of_schedule(the_schedule bigint) returns bigint
language sql stable security definer set search_path = public, pg_temp as $$
  select site_id from schedules where id = the_schedule
$$;

create policy knows on schedules for select to eservices_app using (knows_hours_of(site_id));
create policy knows on schedule_services for select to eservices_app
  using (knows_hours_of(site_of_schedule(schedule_id)));
create policy knows on clinic_types for select to eservices_app using (knows_hours_of(site_of_schedule(schedule_id)));
create policy knows on clinic_patterns for select to eservices_app
  using (knows_hours_of(site_of_schedule(schedule_id)));
create policy knows on clinic_closures for select to eservices_app using (knows_hours_of(site_id));

create policy adds on schedules for insert to eservices_app with check (books_at(site_id));
create policy changes on schedules for update to eservices_app using (books_at(site_id)) with check (books_at(site_id));
create policy adds on schedule_services for insert to eservices_app
  with check (books_at(site_of_schedule(schedule_id)));
create policy removes on schedule_services for delete to eservices_app
  using (books_at(site_of_schedule(schedule_id)));
create policy adds on clinic_types for insert to eservices_app with check (books_at(site_of_schedule(schedule_id)));
create policy changes on clinic_types for update to eservices_app
  using (books_at(site_of_schedule(schedule_id))) with check (books_at(site_of_schedule(schedule_id)));
create policy adds on clinic_patterns for insert to eservices_app
  with check (books_at(site_of_schedule(schedule_id)));
create policy removes on clinic_patterns for delete to eservices_app
  using (books_at(site_of_schedule(schedule_id)));
create policy adds on clinic_closures for insert to eservices_app with check (books_at(site_id)
  and (schedule_id is null or site_of_schedule(schedule_id) = site_id));
create policy removes on clinic_closures for delete to eservices_app using (books_at(site_id));

grant select, insert (key, site_id, name_en, name_fr, member_id, place, keeps_holidays, patients_choose, offer_minutes),
  update (name_en, name_fr, member_id, place, keeps_holidays, patients_choose, offer_minutes, ended_at, version)
  on schedules to eservices_app;
grant select, insert, delete on schedule_services to eservices_app;
grant select, insert (key, schedule_id, name_en, name_fr, label, minutes, buffer, medium, link, instructions_en,
    instructions_fr),
  update (name_en, name_fr, label, minutes, buffer, medium, link, instructions_en, instructions_fr, ended_at)
  on clinic_types to eservices_app;
grant select, delete, insert (key, schedule_id, type_id, weekdays, every_weeks, from_day, until_day, opens, closes,
  urgent, release_hours) on clinic_patterns to eservices_app;
grant select, delete, insert (key, site_id, schedule_id, from_day, until_day, opens, closes, why) on clinic_closures
  to eservices_app;
grant execute on function books_at(bigint), knows_hours_of(bigint), site_of_schedule(bigint) to eservices_app;

-- The clinician of a schedule works at its site, and a service on it is its site's.
create function check_schedule() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.member_id is not null and not exists (select from members m
    where m.id = new.member_id and m.site_id = new.site_id)
  then raise exception 'the clinician works elsewhere' using errcode = 'check_violation'; end if;
  return new;
end $$;
create trigger check_member before insert or update of member_id on schedules
  for each row execute function check_schedule();
create function check_schedule_service() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from services v where v.id = new.service_id and v.site_id = site_of_schedule(new.schedule_id))
  then raise exception 'the service is of another site' using errcode = 'check_violation'; end if;
  return new;
end $$;
create trigger check_service before insert on schedule_services
  for each row execute function check_schedule_service();

-- Is the schedule for that service?
create function schedule_serves(the_schedule bigint, the_service bigint) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select not exists (select from schedule_services where schedule_id = the_schedule)
    or exists (select from schedule_services where schedule_id = the_schedule and service_id = the_service)
$$;
grant execute on function schedule_serves(bigint, bigint) to eservices_app;

-- What decisions must know of a service: its patients book themselves where a schedule of it lets them.
create or replace function service_terms(p_service bigint) returns table (promise jsonb, patient_books boolean)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select case when v.promise_days is not null then jsonb_build_object(
      case v.kind when 'econsult' then 'assigned' else 'sent' end, jsonb_build_object('businessDays', v.promise_days)) end,
    exists (select from schedules s
      where s.site_id = v.site_id and s.ended_at is null and s.patients_choose and schedule_serves(s.id, v.id))
  from services v where v.id = p_service
$$;
