-- A site's own list of patients. No policy lets anybody read the list of another site; cases carry a snapshot.
create table patients (
  id bigint generated always as identity primary key,
  key text not null unique,
  site_id bigint not null references sites,
  version integer not null default 1,
  -- PatientDetails without the contacts. src/domain/patient/patient.ts
  details jsonb not null,
  birth_date date not null,
  -- Plan and number, '' without one.
  card text not null,
  card_number text not null,
  -- Words of the names, folded, each after a space.
  words text not null,
  sort_name text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (id, site_id)
);
create index patients_recent on patients (site_id, updated_at desc);
create index patients_born on patients (site_id, birth_date);
create index patients_card on patients (site_id, card_number text_pattern_ops) where card_number <> '';

create table patient_contacts (
  id bigint generated always as identity primary key,
  patient_id bigint not null,
  site_id bigint not null,
  -- 0 is the patient.
  position integer not null,
  -- Contact. src/domain/patient/contact.ts
  details jsonb not null,
  unique (patient_id, position),
  foreign key (patient_id, site_id) references patients (id, site_id)
);

call protect('patients');
call protect('patient_contacts');
create policy own_site on patients to eservices_app
  using (app_kind() = 'person' and site_id = (select app_site()))
  with check (app_kind() = 'person' and site_id = (select app_site()));
create policy own_site on patient_contacts to eservices_app
  using (app_kind() = 'person' and site_id = (select app_site()))
  with check (app_kind() = 'person' and site_id = (select app_site()));
grant select, insert on patients, patient_contacts to eservices_app;
grant update (version, details, birth_date, card, card_number, words, sort_name, updated_at) on patients
  to eservices_app;
grant update (details), delete on patient_contacts to eservices_app;
