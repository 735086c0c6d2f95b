-- Requests that are not sent yet. Kept as typed, by their author and for the member they act for; never expire.
create table drafts (
  id bigint generated always as identity primary key,
  key text not null unique,
  site_id bigint not null references sites,
  author_id bigint not null references members,
  acting_for bigint references members,
  kind text not null check (kind in ('econsult', 'referral')),
  patient_id bigint,
  -- DraftContent without patient, kind and attachments. src/app/ports/drafts.ts
  content jsonb not null,
  attachments bigint[] not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null default now(),
  saved_at timestamptz not null default now(),
  foreign key (patient_id, site_id) references patients (id, site_id),
  check (octet_length(content::text) <= 400000)
);
create index drafts_author on drafts (author_id, saved_at desc);
create index drafts_acting_for on drafts (acting_for, saved_at desc) where acting_for is not null;
create index drafts_files on drafts using gin (attachments);

call protect('drafts');
-- The author's, and of the clinician in whose name it will go out; a delegate sees those of whom they act for now.
create policy own on drafts to eservices_app
  using (
    app_kind() = 'person' and site_id = (select app_site()) and (
      author_id in ((select app_member()), (select app_acting_for()))
      or acting_for in ((select app_member()), (select app_acting_for()))
    )
  )
  with check (app_kind() = 'person' and site_id = (select app_site()));
grant select, insert, delete on drafts to eservices_app;
grant update (kind, patient_id, content, attachments, version, saved_at) on drafts to eservices_app;
