-- What an ended eConsult still asks of its requester: docs/decisions/0038. A case, a kind and a moment; reached by functions alone.

create table case_later (
  case_id bigint not null references cases,
  what text not null check (what in ('outcome', 'advised', 'advised-lead')),
  at timestamptz not null,
  primary key (case_id, what, at)
);
create index case_later_at on case_later (at);
call protect('case_later');

-- With the event that changes it: what no longer holds goes, and what comes is written down.
create function set_later(p_case bigint, p_drop text[], p_rows jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not event_written_now(p_case) or not exists (select from cases where id = p_case and type = 'econsult') then return; end if;
  delete from case_later where case_id = p_case and what = any (p_drop);
  insert into case_later (case_id, what, at)
    select p_case, r.what, r.at from jsonb_to_recordset(p_rows) as r (what text, at timestamptz)
    on conflict do nothing;
end $$;

-- For the job: those whose moment has come, taken out with what is done about them.
create function take_later(p_limit integer) returns table (case_id bigint, what text, at timestamptz)
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  delete from case_later l where (l.case_id, l.what, l.at) in (
    select d.case_id, d.what, d.at from case_later d where d.at <= app_now() and app_kind() = 'job'
    order by d.at limit p_limit for update skip locked)
  returning l.case_id, l.what, l.at
$$;

-- The key of a case for the job that works on it.
create function later_case(p_case bigint) returns text
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select key from cases where id = p_case and type = 'econsult' and app_kind() = 'job'
    and (app_case() is null or app_case() = p_case)
$$;

revoke execute on function set_later(bigint, text[], jsonb), take_later(integer), later_case(bigint) from public;
grant execute on function set_later(bigint, text[], jsonb), take_later(integer), later_case(bigint) to eservices_app;
