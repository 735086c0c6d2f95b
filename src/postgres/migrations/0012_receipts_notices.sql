-- What a posted form led to, for 30 days: a double click gets the first outcome.
create table receipts (
  sender text not null,
  key text not null,
  body_hash bytea not null,
  led jsonb not null,
  at timestamptz not null default now(),
  primary key (sender, key)
);
create index receipts_age on receipts (at);
call protect('receipts');
create policy sender_keeps on receipts for all to eservices_app
  using (sender = (select app_sender())) with check (sender = (select app_sender()));
grant select, insert, delete on receipts to eservices_app;
grant update (led) on receipts to eservices_app;

-- Removes receipts older than 30 days; the nightly sweep calls it.
create function sweep_receipts() returns bigint
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  with gone as (delete from receipts where at < now() - interval '30 days' returning 1) select count(*) from gone
$$;
grant execute on function sweep_receipts() to eservices_app;

-- Every message to a person, made with the event that causes it. No health information: a template, a reference number,
-- codes and times.
create table notices (
  id bigint generated always as identity primary key,
  message_id text not null unique,
  case_id bigint not null references cases,
  seq integer not null,
  -- A member, everybody of a unit or site who works its list, a patient's contacts, or a guest link.
  recipient_kind text not null check (recipient_kind in ('member', 'unit', 'site', 'leads', 'patient', 'link', 'programme')),
  recipient_id bigint not null,
  template text not null,
  params jsonb not null check (length(params::text) <= 1000),
  state text not null default 'queued' check (state in ('queued', 'sent', 'delivered', 'opened', 'failed', 'stopped')),
  why text,
  made_at timestamptz not null,
  state_at timestamptz not null
);
create index notices_of_case on notices (case_id, seq);
call protect('notices');
create policy party_reads on notices for select to eservices_app using (exists (
  select from case_access a
  where a.case_id = notices.case_id and a.party = (select app_party()) and a.side <> 'patient'
    and (a.until_seq is null or notices.seq <= a.until_seq)
));
-- A notice is made with its event, by whoever caused it; also a patient, whose verb tells the clinic.
create policy made_with_event on notices for insert to eservices_app with check (event_written_now(case_id));
create policy machine_updates on notices for update to eservices_app using (
  (select app_kind()) = 'job' and case_id = (select app_case())
) with check (case_id = (select app_case()));
grant select, insert on notices to eservices_app;
grant update (state, why, state_at) on notices to eservices_app;
grant usage on sequence notices_id_seq to eservices_app;

-- How far a notice is; a failure may still be followed by a success, an opening by nothing.
create function notice_rank(state text) returns int language sql immutable parallel safe as $$
  select array_position(array['queued', 'failed', 'sent', 'delivered', 'opened', 'stopped'], state)
$$;
grant execute on function notice_rank(text) to eservices_app;
