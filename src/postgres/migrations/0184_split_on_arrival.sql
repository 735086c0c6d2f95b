-- A listing may say that what arrives there goes to several services at once. docs/decisions/0018-central-intake.md
create table service_splits (
  service_id bigint not null references services on delete cascade,
  into_id bigint not null references services on delete cascade,
  position integer not null check (position between 1 and 5),
  primary key (service_id, into_id),
  check (service_id <> into_id)
);
create index service_splits_into on service_splits (into_id);
call protect('service_splits');
-- As public as the directory; a referral that is split says so to everybody on it.
create policy read_all on service_splits for select to eservices_app using (true);
create policy keeper_adds on service_splits for insert to eservices_app with check (keeps_service(service_id));
create policy keeper_removes on service_splits for delete to eservices_app using (keeps_service(service_id));
grant select, insert (service_id, into_id, position), delete on service_splits to eservices_app;
