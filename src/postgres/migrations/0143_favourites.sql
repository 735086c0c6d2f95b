-- Services that a member keeps at hand. Nobody else's business, and never about a patient.
create table favourite_services (
  member_id bigint not null references members,
  service_id bigint not null references services on delete cascade,
  at timestamptz not null default now(),
  primary key (member_id, service_id)
);
create index favourite_services_service on favourite_services (service_id);
call protect('favourite_services');
create policy own on favourite_services to eservices_app
  using (app_kind() = 'person' and member_id = (select app_member()))
  with check (app_kind() = 'person' and member_id = (select app_member()));
grant select, insert (member_id, service_id), delete on favourite_services to eservices_app;
