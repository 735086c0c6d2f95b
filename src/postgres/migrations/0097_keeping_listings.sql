-- Who writes what a listing says, what was written, and how a facility that nobody keeps comes to be kept.

-- The site that keeps a facility's listing; null for one's own, and for a facility that nobody has claimed.
alter table sites add column kept_by bigint references sites, add column kept_since timestamptz;

create or replace function keeps_listings(the_site bigint) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select (app_kind() = 'person'
    and (app_site() = the_site or exists (select from sites k where k.id = the_site and k.kept_by = app_site()))
    and exists (
      select from members m join people p on p.id = m.person_id join sites s on s.id = m.site_id
      where m.id = app_member() and m.person_id = app_person() and m.site_id = app_site()
        and m.roles && array['steward', 'lead'] and m.suspended_at is null and p.suspended_at is null
        and s.suspended_at is null and current_date between m.from_day and coalesce(m.until_day, 'infinity'))) is true
$$;

create policy keeper_adds on services for insert to eservices_app with check (keeps_listings(site_id));
create policy keeper_changes on services for update to eservices_app
  using (keeps_listings(site_id)) with check (keeps_listings(site_id));
grant insert (key, site_id, kind, category, name_en, name_fr, verified_on) on services to eservices_app;
grant update (category, name_en, name_fr, description_en, description_fr, will_see_en, will_see_fr, will_not_see_en,
  will_not_see_fr, needed_en, needed_fr, conditions_en, conditions_fr, preparation_en, preparation_fr, languages, modes,
  min_age, max_age, sexes, regions, ways, urgent, accepting, paused_until, promise_days, form, phone, fax, public_email,
  patient_email, link, capacity, out_until, out_message_en, out_message_fr, takes, intake_site, cost_en, cost_fr,
  accessibility, verified_on, claimed_wait_days, claimed_wait_on, ended_at) on services to eservices_app;

-- Cases that are not over and name the service.
create function open_cases_of(the_service bigint) returns bigint
language sql stable security definer set search_path = public, pg_temp as $$
  select case when keeps_service(the_service) then (
    select count(*) from services v join case_access a on a.party = 'site:' || v.site_id and a.side = 'receiver'
      and a.due is not null and a.service = v.id where v.id = the_service) end
$$;
grant execute on function open_cases_of(bigint) to eservices_app;

create function stamp_service() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  new.version := old.version + 1;
  if new.ended_at is not null and old.ended_at is null and exists (
    select from case_access a where a.party = 'site:' || new.site_id and a.side = 'receiver' and a.due is not null
      and a.service = new.id)
  then raise exception 'a case is open at this service' using errcode = 'check_violation', constraint = 'service_in_use';
  end if;
  return new;
end $$;
create trigger stamp before update on services for each row execute function stamp_service();

-- What was done to a listing: kept for good.
create table listing_history (
  id bigint generated always as identity primary key,
  service_id bigint not null references services on delete cascade,
  version integer not null,
  act text not null check (act in ('added', 'changed', 'verified', 'wait', 'ended')),
  -- {field: {before, after}}
  changes jsonb not null,
  at timestamptz not null default now(),
  by_member bigint references members
);
create index listing_history_of on listing_history (service_id, id desc);
call protect('listing_history');
create policy keepers_read on listing_history for select to eservices_app using (keeps_service(service_id));
create policy keepers_write on listing_history for insert to eservices_app with check (keeps_service(service_id));
grant select, insert (service_id, version, act, changes) on listing_history to eservices_app;

create function stamp_history() returns trigger language plpgsql as $$
begin
  new.at := now();
  new.by_member := app_member();
  return new;
end $$;
create trigger stamp before insert on listing_history for each row execute function stamp_history();

-- Asked by somebody who works here, for a facility that nobody keeps.
create table listing_claims (
  id bigint generated always as identity primary key,
  key text not null unique,
  facility_id bigint not null references sites,
  -- Who is to keep it, and who asks.
  site_id bigint not null references sites,
  asked_by bigint not null references members,
  reason text not null check (char_length(reason) between 1 and 1000),
  contact_name text not null check (char_length(contact_name) between 1 and 120),
  contact_phone text not null check (char_length(contact_phone) <= 40),
  email text not null check (char_length(email) <= 254),
  language text not null check (language in ('en', 'fr')),
  asked_at timestamptz not null default now(),
  answer text check (answer in ('approved', 'refused')),
  answer_note text not null default '' check (char_length(answer_note) <= 1000),
  answered_at timestamptz,
  answered_by bigint references members,
  check ((answer is null) = (answered_at is null)),
  check (answer is distinct from 'refused' or answer_note <> '')
);
create unique index listing_claims_open on listing_claims (facility_id) where answer is null;
call protect('listing_claims');
create policy asks on listing_claims for insert to eservices_app
  with check (site_id = app_site() and asked_by = app_member() and keeps_listings(app_site()));
create policy own on listing_claims for select to eservices_app
  using (app_kind() = 'person' and site_id = (select app_site()));
create policy programme on listing_claims for select to eservices_app
  using (app_kind() = 'person' and (select is_programme_steward()));
-- The mail is written by a job.
create policy work on listing_claims for select to eservices_app using (app_kind() = 'job');
grant select, insert (key, facility_id, site_id, asked_by, reason, contact_name, contact_phone, email, language)
  on listing_claims to eservices_app;

-- Why a facility cannot be asked for; null when it can. Open requests of others are not told apart by who asked.
create function claim_hindrance(the_facility bigint) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select case
    when s.id is null or s.kind <> 'facility' or s.suspended_at is not null then 'no-facility'
    when s.on_network or s.kept_by is not null then 'already-claimed'
    when exists (select from listing_claims c where c.facility_id = s.id and c.answer is null) then 'already-asked' end
  from (select the_facility as id) f left join sites s on s.id = f.id
$$;
grant execute on function claim_hindrance(bigint) to eservices_app;

-- By a steward of the programme, once: a yes gives the listing to the site that asked.
create function answer_claim(the_claim bigint, the_answer text, the_note text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare found listing_claims;
begin
  if app_kind() is distinct from 'person' or not is_programme_steward() then
    raise exception 'a steward of the programme answers' using errcode = 'insufficient_privilege';
  end if;
  update listing_claims set answer = the_answer, answer_note = the_note, answered_at = now(), answered_by = app_member()
  where id = the_claim and answer is null returning * into found;
  if found.id is null then return false; end if;
  if the_answer = 'approved' then
    update sites set kept_by = found.site_id, kept_since = now() where id = found.facility_id and kept_by is null;
  end if;
  return true;
end $$;
grant execute on function answer_claim(bigint, text, text) to eservices_app;

-- Puts one service into the search anew, or takes it out when the_entry is null. The lock is that of whoever makes the whole
-- index; counts of stems move by what changed.
create function index_service(the_service bigint, the_entry jsonb) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  the_id integer;
  was text[] := '{}';
  was_there boolean;
begin
  if not (keeps_service(the_service) or app_kind() = 'job' or is_operator()) then
    raise exception 'whoever keeps the listing puts it into the search' using errcode = 'insufficient_privilege';
  end if;
  perform pg_advisory_xact_lock(7261, 5);
  select id into the_id from directory_entries where service_id = the_service;
  was_there := the_id is not null;
  if was_there then
    select array(select distinct unnest(t.name_stems || t.term_stems || t.text_stems)) into was
    from directory_texts t where t.entry = the_id;
    delete from directory_postings where entry = the_id and stem = any (was);
    delete from directory_texts where entry = the_id;
    delete from directory_entries where id = the_id;
  end if;
  if the_entry is not null then
    if not was_there then select coalesce(max(id), 0) + 1 into the_id from directory_entries; end if;
    insert into directory_entries (id, service_id, kind, latitude, longitude, languages)
    select the_id, the_service, e.kind, e.latitude, e.longitude, e.languages
    from jsonb_to_record(the_entry) e (kind text, latitude real, longitude real, languages text[]);
    insert into directory_texts (entry, name_stems, term_stems, text_stems)
    select the_id, e.name, e.terms, e.text from jsonb_to_record(the_entry) e (name text[], terms text[], text text[]);
    insert into directory_postings (stem, entry, field)
    select p.stem, the_id, p.field
    from jsonb_to_record(the_entry) e (posted text[], fields smallint[]) cross join unnest(e.posted, e.fields) p (stem, field);
  end if;
  insert into directory_stems as s (stem, entries)
  select stem, sum(by) from (
    select unnest(was) as stem, -1 as by
    union all select '', -1 where was_there
    union all select distinct unnest(e.posted), 1 from jsonb_to_record(the_entry) e (posted text[])
    union all select '', 1 where the_entry is not null) d
  group by stem having sum(by) <> 0 order by stem
  on conflict (stem) do update set entries = s.entries + excluded.entries;
  delete from directory_stems where entries <= 0 and stem = any (was);
end $$;
grant execute on function index_service(bigint, jsonb) to eservices_app;

-- Names of who sees patients at a site, for its words in the search.
create function clinician_names(the_site bigint) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select string_agg(p.name, ' ' order by p.id) from members m join people p on p.id = m.person_id
  where m.site_id = the_site and 'clinician' = any (m.roles) and m.suspended_at is null and p.suspended_at is null
    and coalesce(m.until_day, 'infinity') >= app_now()::date
    and (is_operator() or app_kind() = 'job' or keeps_listings(the_site))
$$;
grant execute on function clinician_names(bigint) to eservices_app;

-- Kinds of places, as the publisher of facilities names them, are no kinds of service.
alter table service_categories add column of_places boolean not null default false;
create policy steward on service_categories to eservices_app
  using (app_kind() = 'person' and (select is_programme_steward()))
  with check (app_kind() = 'person' and (select is_programme_steward()));
grant insert (code, name_en, name_fr, terms, parent), update (name_en, name_fr, terms, parent) on service_categories
  to eservices_app;

-- Who and when are the database's word.
create function stamp_category() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then new.version := old.version + 1; end if;
  if app_kind() = 'person' then
    new.changed_at := now();
    new.changed_by := app_member();
  end if;
  return new;
end $$;
create trigger stamp before insert or update on service_categories for each row execute function stamp_category();
