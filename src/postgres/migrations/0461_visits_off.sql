-- A visit that is off, and whether the patient has read it. docs/decisions/0070-visit-off-and-not-read.md

alter table case_later
  drop constraint case_later_what_check,
  add constraint case_later_what_check check (what in ('outcome', 'advised', 'advised-lead', 'visit-off'));

-- As 0291, of both types of case.
create or replace function set_later(p_case bigint, p_drop text[], p_rows jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not event_written_now(p_case) then return; end if;
  delete from case_later where case_id = p_case and what = any (p_drop);
  insert into case_later (case_id, what, at)
    select p_case, r.what, r.at from jsonb_to_recordset(p_rows) as r (what text, at timestamptz)
    on conflict do nothing;
end $$;
create or replace function later_case(p_case bigint) returns text
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select key from cases where id = p_case and app_kind() = 'job' and (app_case() is null or app_case() = p_case)
$$;

-- For the job of the case: since the last visit was called off the patient opened no message, and nobody reached them.
create function visit_off_unread(p_case bigint) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with off as (select max(seq) as seq from case_events where case_id = p_case and type in ('unbooked', 'declined'))
  select app_kind() = 'job' and app_case() = p_case
    and not exists (select from off, messages m join notices n on n.id = m.notice_id
      where n.case_id = p_case and n.recipient_kind = 'patient' and n.seq >= off.seq and m.state = 'opened')
    and not exists (select from off, case_events e join event_bodies b using (case_id, seq)
      where e.case_id = p_case and e.type = 'contact-logged' and e.seq > off.seq and b.body::jsonb->>'outcome' = 'reached')
$$;
revoke execute on function visit_off_unread(bigint) from public;
grant execute on function visit_off_unread(bigint) to eservices_app;
