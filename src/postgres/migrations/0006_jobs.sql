-- What must happen elsewhere, written in the transaction of its cause. Ids only.
create table jobs (
  id bigint generated always as identity primary key,
  kind text not null,
  payload jsonb not null default '{}' check (octet_length(payload::text) <= 2000),
  unique_key text,
  -- When it may be taken. A claim moves it to the end of the lease, so a dead worker's job comes back by itself.
  run_after timestamptz not null default now(),
  attempts int not null default 0,
  lease uuid,
  last_error text,
  parked_at timestamptz,
  added_at timestamptz not null default now()
);
create index jobs_due on jobs (run_after) where parked_at is null;
create unique index jobs_unique on jobs (unique_key) where lease is null and parked_at is null;
create index jobs_parked on jobs (parked_at) where parked_at is not null;
-- Rows come and go all day: keep the heap small.
alter table jobs set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0, fillfactor = 70);

-- Work that comes round: one row a kind, due again when its time has come.
create table recurring (
  kind text primary key,
  every interval not null,
  due timestamptz not null default now()
);

call protect('jobs');
call protect('recurring');
create policy add on jobs for insert to eservices_app with check (app_kind() is not null);
create policy work on jobs to eservices_app using (app_kind() = 'job') with check (app_kind() = 'job');
create policy work on recurring to eservices_app using (app_kind() = 'job') with check (app_kind() = 'job');
grant select, delete, insert, update on jobs, recurring to eservices_app;
