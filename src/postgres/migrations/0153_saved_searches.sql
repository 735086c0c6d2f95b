-- Searches of the directory that a member keeps: words and filters, never a patient. Nobody else's business.
create table saved_searches (
  id bigint generated always as identity primary key,
  key text not null unique,
  member_id bigint not null references members,
  name text not null check (name <> '' and char_length(name) <= 80),
  -- What follows the question mark in the address of the directory.
  asked text not null check (asked <> '' and char_length(asked) <= 8000),
  at timestamptz not null default now()
);
-- By its hash: a long text does not fit an index.
create unique index saved_searches_of on saved_searches (member_id, md5(asked));
call protect('saved_searches');
create policy own on saved_searches to eservices_app
  using (app_kind() = 'person' and member_id = (select app_member()))
  with check (app_kind() = 'person' and member_id = (select app_member()));
grant select, insert (key, member_id, name, asked), update (name), delete on saved_searches to eservices_app;

-- How often a site sent to a service before.
create index case_access_sent on case_access (party, service, case_id)
  where side = 'requester' and service is not null;
