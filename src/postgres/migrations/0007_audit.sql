-- Who saw or did what to whose record. Append-only; who and when are the database's word, not the caller's.

create sequence audit_ids;

-- The transaction has its number before the row has its id: whoever holds an id below the sealed horizon is finished.
create function next_audit_id() returns bigint
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform pg_current_xact_id();
  return nextval('audit_ids');
end $$;

create table audit (
  id bigint primary key default next_audit_id() check (id > 0),
  at timestamptz not null default clock_timestamp(),
  site bigint default app_site(),
  member bigint default app_member(),
  acting_for bigint default app_acting_for(),
  -- The link of a patient or guest, or the partner.
  outsider bigint default coalesce(app_link(), app_partner()),
  patient bigint,
  -- person, patient link, guest, partner (t), visitor, job, operator; ok, denied, missing
  kind "char" not null default (case app_kind() when 'partner' then 't' when 'patient' then 'l' else left(app_kind(), 1) end)::"char",
  result "char" not null check (result in ('o', 'd', 'm')),
  act text not null,
  what text not null,
  ids bigint[] not null,
  why text,
  -- With the fixed part this keeps a row within 300 bytes.
  constraint narrow check (octet_length(act) + octet_length(what) + coalesce(octet_length(why), 0)
    + 8 * cardinality(ids) <= 176)
);
create index audit_patient on audit (patient, at) where patient is not null;
create index audit_member on audit (member, at);
alter table audit set (autovacuum_vacuum_insert_scale_factor = 0.05);

-- A seal closes the rows from_id < id <= to_id for good. Its hash covers the rows, their number and the seal before it;
-- marks holds four bytes of each row's own hash, to name the row that was touched.
create table audit_seals (
  number bigint primary key,
  from_id bigint not null,
  to_id bigint not null check (to_id > from_id),
  rows int not null,
  marks bytea not null,
  sealed_at timestamptz not null,
  hash bytea not null
);

-- The next ids to seal, and the transaction that must be over before.
create table audit_horizon (
  single boolean primary key default true check (single),
  to_id bigint not null,
  after_xid xid8 not null
);

call protect('audit');
call protect('audit_seals');
call protect('audit_horizon');
create policy add on audit for insert to eservices_app with check (app_kind() is not null);
grant insert (patient, result, act, what, ids, why) on audit to eservices_app;
grant execute on function next_audit_id to eservices_app;

create function forbid_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger append_only before update or delete or truncate on audit
  for each statement execute function forbid_change();
create trigger append_only before update or delete or truncate on audit_seals
  for each statement execute function forbid_change();

-- The text of a row that is hashed: the same in every time zone and version.
create function audit_line(a audit) returns text language sql stable set timezone = 'UTC' as $$
  select jsonb_build_array(a.id, (extract(epoch from a.at) * 1000000)::bigint, a.site, a.member, a.acting_for, a.outsider,
    a.patient, a.kind::text, a.result::text, a.act, a.what, a.ids, a.why)::text
$$;

create function seal_hash(before bytea, the_number bigint, the_from bigint, the_to bigint, the_rows int, the_marks bytea,
    sealed timestamptz, lines text) returns bytea language sql immutable as $$
  select sha256(before || convert_to(concat_ws('|', the_number, the_from, the_to, the_rows,
    (extract(epoch from sealed) * 1000000)::bigint, encode(the_marks, 'hex'), lines), 'UTF8'))
$$;

-- Seals what was there at the last call, once every transaction of that time is over. Returns the newest seal when it
-- made one. One at a time: a second caller returns at once with nothing.
create function seal_audit(at_most int default 20000) returns table (number bigint, hash text)
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  horizon audit_horizon; last audit_seals; part record; top bigint; fresh audit_seals;
begin
  if not pg_try_advisory_xact_lock(7261, 1) then return; end if;
  select * into last from audit_seals s order by s.number desc limit 1;
  select * into horizon from audit_horizon;
  -- A database restored elsewhere counts its transactions from the start.
  if horizon.after_xid > pg_snapshot_xmax(pg_current_snapshot()) then horizon := null; end if;

  if horizon.to_id > coalesce(last.to_id, 0) and pg_snapshot_xmin(pg_current_snapshot()) >= horizon.after_xid then
    fresh.from_id := coalesce(last.to_id, 0);
    select a.id into top from audit a where a.id > fresh.from_id and a.id <= horizon.to_id
      order by a.id offset at_most - 1 limit 1;
    fresh.number := coalesce(last.number, 0) + 1;
    fresh.to_id := coalesce(top, horizon.to_id);
    fresh.sealed_at := clock_timestamp();
    select count(*)::int as rows, coalesce(string_agg(l.line, E'\n' order by l.id), '') as lines,
      coalesce(string_agg(substr(sha256(convert_to(l.line, 'UTF8')), 1, 4), ''::bytea order by l.id), ''::bytea) as marks
      into part
      from (select a.id, audit_line(a) as line from audit a where a.id > fresh.from_id and a.id <= fresh.to_id) l;
    fresh.rows := part.rows;
    fresh.marks := part.marks;
    fresh.hash := seal_hash(coalesce(last.hash, ''::bytea), fresh.number, fresh.from_id, fresh.to_id, fresh.rows,
      fresh.marks, fresh.sealed_at, part.lines);
    insert into audit_seals select fresh.*;
    return query select fresh.number, encode(fresh.hash, 'hex');
    if fresh.to_id < horizon.to_id then return; end if;
    last := fresh;
  elsif horizon.to_id > coalesce(last.to_id, 0) then
    return;
  end if;

  select max(a.id) into top from audit a;
  if top > coalesce(last.to_id, 0) then
    insert into audit_horizon (to_id, after_xid) values (top, pg_snapshot_xmax(pg_current_snapshot()))
      on conflict (single) do update set to_id = excluded.to_id, after_xid = excluded.after_xid;
  end if;
end $$;
grant execute on function seal_audit to eservices_app;

-- What is wrong with the sealed part of the log, first first; no rows when nothing is. An anchor, kept outside the
-- database, finds a tail that was cut off together with its seals. For the operator.
create function verify_audit(anchor_number bigint default null, anchor_hash text default null)
  returns table (seal bigint, row_id bigint, problem text)
  language plpgsql stable set search_path = public, pg_temp as $$
declare
  s audit_seals; before bytea := ''::bytea; expected bigint := 1; reached bigint := 0; part record; bad bigint;
begin
  for s in select * from audit_seals q order by q.number loop
    if s.number <> expected or s.from_id <> reached then
      return query select expected, null::bigint, 'a seal is missing or out of place'; return;
    end if;
    select count(*)::int as rows, coalesce(string_agg(l.line, E'\n' order by l.id), '') as lines,
      coalesce(array_agg(l.id order by l.id), '{}') as ids,
      coalesce(string_agg(substr(sha256(convert_to(l.line, 'UTF8')), 1, 4), ''::bytea order by l.id), ''::bytea) as marks
      into part
      from (select a.id, audit_line(a) as line from audit a where a.id > s.from_id and a.id <= s.to_id) l;
    if seal_hash(before, s.number, s.from_id, s.to_id, s.rows, s.marks, s.sealed_at, part.lines) <> s.hash
      or part.rows <> s.rows then
      select min(i) into bad from generate_series(1, greatest(part.rows, s.rows)) i
        where substr(part.marks, 4 * (i - 1)::int + 1, 4) <> substr(s.marks, 4 * (i - 1)::int + 1, 4);
      return query select s.number, coalesce(part.ids[bad], s.to_id), case
        when bad is null then 'the seal itself was changed'
        when part.rows < s.rows then 'a row is missing here or just before'
        when part.rows > s.rows then 'a row was put in here'
        else 'the row was changed' end;
      return;
    end if;
    if s.number = anchor_number and encode(s.hash, 'hex') <> anchor_hash then
      return query select s.number, null::bigint, 'the seal is not the one that was noted outside'; return;
    end if;
    before := s.hash; expected := s.number + 1; reached := s.to_id;
  end loop;
  if anchor_number >= expected then
    return query select expected, null::bigint, 'the end of the log is cut off';
  end if;
end $$;
