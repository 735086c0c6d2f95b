-- Another open request of the same person for the same category. docs/decisions/0011-overlap-guard.md
-- The application's role reaches none of these tables; the functions below do, for the actor of the transaction.

-- HMAC of plan and health number, by a key that the database does not have.
create table request_fingerprints (
  request_id bigint primary key references requests on delete cascade,
  hash bytea not null check (octet_length(hash) = 32),
  -- A consent directive: it never answers.
  withheld_at timestamptz
);
create index request_fingerprints_hash on request_fingerprints (hash);

-- Categories of which nothing is ever said.
create table overlap_silent (category text primary key);
insert into overlap_silent (category) values
  ('mind'), ('mental-health'), ('mood'), ('anxiety'), ('psychotherapy'), ('psychiatry'), ('addiction'), ('child-mental'), ('eating'),
  ('mental health and addiction organization'), ('mental health'), ('psychiatric'),
  ('sexual-health'), ('gender'), ('fertility'), ('gynecology'), ('obstetrics'), ('midwifery clinic'), ('genetics'),
  ('infectious'), ('aids bureau'), ('other'), ('general');

-- Every question, for good.
create table overlap_checks (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  member_id bigint not null references members,
  site_id bigint not null references sites,
  patient_id bigint not null references patients,
  -- Of a draft, which is gone once it is sent.
  draft_id bigint not null,
  service_id bigint not null,
  hash bytea not null,
  found boolean not null
);
create index overlap_checks_member on overlap_checks (member_id, at);
create trigger append_only before update or delete or truncate on overlap_checks
  for each statement execute function forbid_change();

-- What the patient of a request is shown: that somebody was told of it, or that it was sent beside another.
create table overlap_told (
  request_id bigint not null references requests,
  at timestamptz not null default now()
);
create index overlap_told_request on overlap_told (request_id);

create table parallel_requests (
  request_id bigint not null references requests,
  other_id bigint not null references requests,
  primary key (request_id, other_id)
);
create index parallel_requests_other on parallel_requests (other_id);

call protect('request_fingerprints');
call protect('overlap_silent');
call protect('overlap_checks');
call protect('overlap_told');
call protect('parallel_requests');

-- Requests with that fingerprint of which a case is open in that category now.
create function open_alike(p_hash bytea, p_category text) returns setof bigint
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select distinct c.request_id from request_fingerprints f
  join cases c on c.request_id = f.request_id
  join services s on s.id = (c.state#>>'{receiver,service}')::bigint
  where f.hash = p_hash and f.withheld_at is null and s.category = p_category
    and nullif(c.state->'hold', 'null') is not null
    and not exists (select from overlap_silent o where o.category = s.category)
$$;
revoke execute on function open_alike(bytea, text) from public;

-- Whether a request like the draft is open: 'similar', 'none', 'limited' after 20 questions in an hour, or 'unready' for what
-- may not ask.
create function notice_overlap(p_draft text, p_hash bytea) returns text
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  d record;
  alike bigint[];
  before boolean;
begin
  if app_kind() is distinct from 'person' or octet_length(p_hash) is distinct from 32 then return 'unready'; end if;
  select x.id, x.patient_id, (x.content->>'service')::bigint as service, s.category into d
    from drafts x
    join patients p on p.id = x.patient_id and p.site_id = app_site()
    join services s on s.id = (x.content->>'service')::bigint
    where x.key = p_draft and x.site_id = app_site()
      and (x.author_id in (app_member(), app_acting_for()) or x.acting_for in (app_member(), app_acting_for()))
      and x.content->>'title' <> '';
  if not found or exists (select from overlap_silent o where o.category = d.category) then return 'unready'; end if;
  -- One at a time for a member, so that many at once are counted too.
  perform pg_advisory_xact_lock(7262, app_member()::integer);
  select c.found into before from overlap_checks c
    where c.member_id = app_member() and c.draft_id = d.id and c.service_id = d.service and c.hash = p_hash
      and c.at > now() - interval '1 hour'
    order by c.id desc limit 1;
  if found then return case when before then 'similar' else 'none' end; end if;
  if (select count(*) from overlap_checks c where c.member_id = app_member() and c.at > now() - interval '1 hour') >= 20 then
    return 'limited';
  end if;
  alike := array(select open_alike(p_hash, d.category));
  insert into overlap_checks (member_id, site_id, patient_id, draft_id, service_id, hash, found)
    values (app_member(), app_site(), d.patient_id, d.id, d.service, p_hash, cardinality(alike) > 0);
  insert into overlap_told (request_id) select unnest(alike);
  return case when cardinality(alike) > 0 then 'similar' else 'none' end;
end $$;

-- The category that a request begins in, when its case was opened in this transaction by one of its parties.
create function opened_now(p_request bigint) returns text
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select s.category from cases c join services s on s.id = (c.state#>>'{receiver,service}')::bigint
  where c.request_id = p_request and event_written_now(c.id)
    and exists (select from case_access a where a.case_id = c.id and a.party = app_party()
      and a.side in ('requester', 'receiver'))
  order by c.id desc limit 1
$$;
revoke execute on function opened_now(bigint) from public;

-- Keeps the fingerprint of a request that is opened in this transaction. What it was first is what it stays.
create function keep_fingerprint(p_request bigint, p_hash bytea) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  its text := opened_now(p_request);
begin
  if its is null or exists (select from overlap_silent o where o.category = its) then return; end if;
  insert into request_fingerprints (request_id, hash) values (p_request, p_hash) on conflict do nothing;
end $$;

-- The request that is opened in this transaction is sent beside those that are open; only after a question that said so.
create function send_beside(p_request bigint, p_hash bytea) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  its text := opened_now(p_request);
begin
  if its is null or not exists (select from overlap_checks c where c.member_id = app_member() and c.hash = p_hash
    and c.found and c.at > now() - interval '1 hour') then return; end if;
  insert into parallel_requests (request_id, other_id)
    select p_request, other from open_alike(p_hash, its) other where other <> p_request on conflict do nothing;
  insert into overlap_told (request_id) values (p_request);
end $$;

-- For the requester of a request that has no visit booked: whether one that was sent in parallel has.
create function booked_beside(p_request bigint) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select app_kind() = 'person'
    and exists (select from case_access a where a.request_id = p_request and a.party = app_party() and a.side = 'requester')
    and not exists (select from cases c where c.request_id = p_request and c.state->>'status' in ('booked', 'confirmed', 'seen'))
    and exists (
      select from parallel_requests p
      join cases c on c.request_id = case when p.request_id = p_request then p.other_id else p.request_id end
      left join request_fingerprints f on f.request_id = c.request_id
      where p_request in (p.request_id, p.other_id) and f.withheld_at is null
        and c.state->>'status' in ('booked', 'confirmed', 'seen'))
$$;

-- When somebody was told of the patient's request, newest first.
create function told_of_overlap() returns table (at timestamptz)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select t.at from overlap_told t where app_kind() = 'patient' and t.request_id = app_request()
  order by t.at desc limit 20
$$;

grant execute on function notice_overlap(text, bytea), keep_fingerprint(bigint, bytea), send_beside(bigint, bytea),
  booked_beside(bigint), told_of_overlap() to eservices_app;
