-- What a site says of a service, whole. The directory is public to read; only those who keep the listings of a site write there.

alter table services
  -- Counts up with every change, so that of two stewards the second finds the first.
  add column version integer not null default 1,
  -- When somebody of the site last said that all of it is right.
  add column verified_on date,
  add column conditions_en text not null default '' check (char_length(conditions_en) <= 2000),
  add column conditions_fr text not null default '' check (char_length(conditions_fr) <= 2000),
  add column preparation_en text not null default '' check (char_length(preparation_en) <= 4000),
  add column preparation_fr text not null default '' check (char_length(preparation_fr) <= 4000),
  add column public_email text check (char_length(public_email) <= 254),
  -- For patients who were sent.
  add column patient_email text check (char_length(patient_email) <= 254),
  add column link text check (link ~ '^https://' and char_length(link) <= 500),
  -- New patients a week.
  add column capacity smallint check (capacity between 1 and 10000),
  -- Nobody answers until then.
  add column out_until date,
  add column out_message_en text not null default '' check (char_length(out_message_en) <= 500),
  add column out_message_fr text not null default '' check (char_length(out_message_fr) <= 500),
  -- How a referral reaches it: itself, through the central intake named, or either.
  add column takes text not null default 'direct' check (takes in ('direct', 'intake', 'both')),
  add column intake_site bigint references sites,
  add check ((takes = 'direct') = (intake_site is null)),
  add check (intake_site is distinct from site_id),
  add check (min_age between 0 and 130 and max_age between 0 and 130 and min_age <= max_age),
  add check (out_until is not null or out_message_en || out_message_fr = ''),
  add check (char_length(will_see_en) <= 4000 and char_length(will_see_fr) <= 4000
    and char_length(will_not_see_en) <= 4000 and char_length(will_not_see_fr) <= 4000
    and char_length(needed_en) <= 4000 and char_length(needed_fr) <= 4000
    and char_length(cost_en) <= 500 and char_length(cost_fr) <= 500);
create index services_of_intake on services (intake_site) where intake_site is not null;
create index services_of_category on services (category);

-- Where it is offered; the first is where patients mostly go. Without one it is at its site's address.
create table service_places (
  id bigint generated always as identity primary key,
  service_id bigint not null references services on delete cascade,
  position smallint not null check (position between 1 and 50),
  name_en text not null default '' check (char_length(name_en) <= 200),
  name_fr text not null default '' check (char_length(name_fr) <= 200),
  address text check (char_length(address) <= 200),
  city text check (char_length(city) <= 100),
  postal_code text check (char_length(postal_code) <= 10),
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  phone text check (char_length(phone) <= 40),
  check ((latitude is null) = (longitude is null)),
  unique (service_id, position)
);

-- Opening hours in the time zone of the site: minutes after midnight, Monday is 1. Nothing overlaps: minutes of the week of a
-- place, each place its own stretch of the line.
create table place_hours (
  place_id bigint not null references service_places on delete cascade,
  weekday smallint not null check (weekday between 1 and 7),
  opens smallint not null check (opens between 0 and 1439),
  closes smallint not null check (closes between 1 and 1440),
  check (opens < closes),
  constraint hours_overlap exclude using gist (
    int8range(place_id * 10080 + (weekday - 1) * 1440 + opens, place_id * 10080 + (weekday - 1) * 1440 + closes) with &&)
);
create index place_hours_of on place_hours (place_id);

-- Who works there, members of the site or not.
create table service_clinicians (
  service_id bigint not null references services on delete cascade,
  position smallint not null check (position between 1 and 100),
  name text not null check (char_length(name) between 1 and 120),
  profession_en text not null default '' check (char_length(profession_en) <= 120),
  profession_fr text not null default '' check (char_length(profession_fr) <= 120),
  member_id bigint references members,
  out_until date,
  primary key (service_id, position)
);

-- What appointments are called, and how each is mostly held.
create table service_labels (
  service_id bigint not null references services on delete cascade,
  position smallint not null check (position between 1 and 20),
  label text not null check (char_length(label) between 1 and 60),
  medium text check (medium in ('in-person', 'video', 'phone')),
  primary key (service_id, position),
  unique (service_id, label)
);

insert into service_labels (service_id, position, label, medium)
select v.id, l.position, l.label, case v.medium when 'virtual' then 'video' else v.medium end
from services v cross join unnest(v.labels) with ordinality l (label, position);
insert into service_places (service_id, position, address, city, postal_code, latitude, longitude)
select v.id, 1, s.address, s.city, s.postal_code, s.latitude, s.longitude
from services v join sites s on s.id = v.site_id where s.address is not null or s.latitude is not null;
alter table services drop column labels, drop column medium;

-- Those who keep the listings of a site: its stewards and leads.
create function keeps_listings(the_site bigint) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select (app_kind() = 'person' and app_site() = the_site and exists (
    select from members m join people p on p.id = m.person_id join sites s on s.id = m.site_id
    where m.id = app_member() and m.person_id = app_person() and m.site_id = the_site and m.roles && array['steward', 'lead']
      and m.suspended_at is null and p.suspended_at is null and s.suspended_at is null
      and current_date between m.from_day and coalesce(m.until_day, 'infinity'))) is true
$$;
grant execute on function keeps_listings(bigint) to eservices_app;

create function keeps_service(the_service bigint) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((select keeps_listings(v.site_id) from services v where v.id = the_service), false)
$$;
grant execute on function keeps_service(bigint) to eservices_app;

call protect('service_places');
call protect('place_hours');
call protect('service_clinicians');
call protect('service_labels');
create policy read_all on service_places for select to eservices_app using (true);
create policy read_all on place_hours for select to eservices_app using (true);
create policy read_all on service_clinicians for select to eservices_app using (true);
create policy read_all on service_labels for select to eservices_app using (true);
create policy keeper on service_places to eservices_app using (keeps_service(service_id)) with check (keeps_service(service_id));
create policy keeper on place_hours to eservices_app
  using (exists (select from service_places p where p.id = place_id and keeps_service(p.service_id)))
  with check (exists (select from service_places p where p.id = place_id and keeps_service(p.service_id)));
create policy keeper on service_clinicians to eservices_app
  using (keeps_service(service_id)) with check (keeps_service(service_id));
create policy keeper on service_labels to eservices_app using (keeps_service(service_id)) with check (keeps_service(service_id));
grant select, insert, delete on service_places, place_hours, service_clinicians, service_labels to eservices_app;

-- Kinds of service as a tree.
alter table service_categories
  add column parent text references service_categories,
  add column version integer not null default 1,
  -- By a steward; null follows the product.
  add column changed_at timestamptz,
  add column changed_by bigint references members,
  add check (parent <> code),
  add check (char_length(name_en) between 1 and 200 and char_length(name_fr) between 1 and 200 and char_length(terms) <= 4000);

-- No kind is under itself, however far. The lock makes two stewards who move two kinds at once wait for each other.
create function refuse_cycle() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.parent is null then return new; end if;
  perform pg_advisory_xact_lock(7261, 6);
  if exists (
    with recursive above as (
      select c.code, c.parent from service_categories c where c.code = new.parent
      union
      select c.code, c.parent from service_categories c join above a on c.code = a.parent)
    select from above where code = new.code)
  then raise exception 'a kind of service would be under itself: %', new.code using errcode = 'check_violation',
    constraint = 'service_categories_cycle';
  end if;
  return new;
end $$;
create trigger refuse_cycle after insert or update of parent, code on service_categories
  for each row execute function refuse_cycle();

update services set verified_on = current_date where not demo;
