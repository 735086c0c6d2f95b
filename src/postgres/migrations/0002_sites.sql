-- Sites that work here and, with on_network = false, imported facilities that do not yet.
create table sites (
  id bigint generated always as identity primary key,
  key text not null unique,
  name_en text not null check (char_length(name_en) <= 400),
  name_fr text not null check (char_length(name_fr) <= 400),
  kind text not null check (kind in
    ('practice', 'clinic', 'hospital', 'group', 'central-intake', 'programme', 'facility')),
  address text,
  city text,
  province text,
  postal_code text,
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  location_approximate boolean not null default false,
  phone text,
  fax text,
  zone text not null default 'America/Toronto',
  on_network boolean not null default false,
  suspended_at timestamptz,
  demo boolean not null default false,
  source text,
  source_ref text,
  created_at timestamptz not null default now()
);
create unique index sites_source on sites (source, source_ref);

-- A part of a site with its own worklist.
create table units (
  id bigint generated always as identity primary key,
  key text not null unique,
  site_id bigint not null references sites,
  name_en text not null,
  name_fr text not null,
  ended_at timestamptz,
  unique (id, site_id)
);
create index units_of_site on units (site_id);

call protect('sites');
call protect('units');
-- Who works where is public, as the directory is.
create policy read_all on sites for select to eservices_app using (true);
create policy read_all on units for select to eservices_app using (true);
create policy own_site on sites for update to eservices_app
  using (app_kind() = 'person' and id = (select app_site()));
create policy own_site on units to eservices_app
  using (app_kind() = 'person' and site_id = (select app_site()));
grant select on sites, units to eservices_app;
grant update (name_en, name_fr, address, city, province, postal_code, latitude, longitude, location_approximate,
  phone, fax, zone) on sites to eservices_app;
grant insert, update (name_en, name_fr, ended_at) on units to eservices_app;
