-- Sites that ask to join. Anybody may ask; only the programme reads. No health information.
create table join_requests (
  id bigint generated always as identity primary key,
  key text not null unique,
  -- The key of the form: pressing twice asks once.
  receipt text not null unique,
  site_name text not null check (char_length(site_name) between 1 and 200),
  kind text not null check (kind in ('practice', 'clinic', 'hospital', 'group', 'central-intake')),
  address text not null check (char_length(address) <= 200),
  city text not null check (char_length(city) <= 100),
  postal_code text not null,
  phone text not null,
  uses text[] not null check (uses <@ array['ask', 'answer', 'refer', 'receive'] and cardinality(uses) between 1 and 4),
  lead_name text not null check (char_length(lead_name) between 1 and 120),
  lead_title text not null check (char_length(lead_title) <= 120),
  email text not null check (char_length(email) <= 254),
  language text not null check (language in ('en', 'fr')),
  remarks text not null check (char_length(remarks) <= 1000),
  asked_at timestamptz not null default now()
);
call protect('join_requests');
create policy ask on join_requests for insert to eservices_app
  with check ((select app_kind()) in ('visitor', 'person'));
create policy programme on join_requests for select to eservices_app
  using ((select app_kind()) = 'person'
    and exists (select from sites where sites.id = (select app_site()) and sites.kind = 'programme'));
grant insert, select on join_requests to eservices_app;
