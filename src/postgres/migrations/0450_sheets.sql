-- Papers that patients get before a kind of visit. docs/decisions/0068-papers-before-a-visit.md

create table clinic_sheets (
  id bigint generated always as identity primary key,
  key text not null unique,
  type_id bigint not null references clinic_types,
  language text not null check (language in ('en', 'fr')),
  attachment_id bigint not null unique references attachments,
  added_at timestamptz not null default now(),
  -- Given out no more; visits that have it keep it.
  ended_at timestamptz
);
create index clinic_sheets_type on clinic_sheets (type_id) where ended_at is null;
call protect('clinic_sheets');
-- The sheet that a file of a case is a copy of.
alter table case_attachments add column sheet_id bigint references clinic_sheets;

create function site_of_type(p_type bigint) returns bigint
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select s.site_id from clinic_types t join schedules s on s.id = t.schedule_id where t.id = p_type
$$;
-- A sheet is for everybody at work where it is given out.
create function is_my_sheet(p_attachment bigint) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select app_kind() = 'person' and exists (select from clinic_sheets c
    where c.attachment_id = p_attachment and site_of_type(c.type_id) = app_site())
$$;
create policy sheet_reads on attachments for select to eservices_app using (not in_case and is_my_sheet(id));

-- Of a kind of visit at the actor's own site, in the order in which they were added.
create function sheets_of_type(p_type bigint)
returns table (key text, language text, file text, name text, kind text, size integer, scan text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select c.key, c.language, a.key, a.name, a.kind, a.size, a.scan
  from clinic_sheets c join attachments a on a.id = c.attachment_id
  where c.type_id = p_type and c.ended_at is null and books_at(site_of_type(p_type)) order by c.id
$$;
-- 'added', 'full' with five of a language, 'missing' for a file or a kind of visit that is not the actor's.
create function add_sheet(p_key text, p_type bigint, p_language text, p_attachment bigint) returns text
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform from clinic_types where id = p_type for update;
  if not books_at(site_of_type(p_type)) or not exists (select from attachments a
    where a.id = p_attachment and a.site_id = app_site() and a.member_id = app_member() and not a.in_case) then
    return 'missing';
  end if;
  if (select count(*) from clinic_sheets where type_id = p_type and language = p_language and ended_at is null) >= 5 then
    return 'full';
  end if;
  insert into clinic_sheets (key, type_id, language, attachment_id) values (p_key, p_type, p_language, p_attachment);
  return 'added';
end $$;
create function end_sheet(p_key text) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update clinic_sheets set ended_at = now()
  where key = p_key and ended_at is null and books_at(site_of_type(type_id));
  return found;
end $$;
-- Inside ids of what a patient of this language gets before such a visit: theirs, or the other's where there is none.
create function sheets_for(p_type bigint, p_language text) returns bigint[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select coalesce(
    (select array_agg(id order by id) from clinic_sheets where type_id = p_type and ended_at is null and language = p_language),
    (select array_agg(id order by id) from clinic_sheets where type_id = p_type and ended_at is null), '{}')
$$;
-- Copies sheets of the case's receiver into it, each once, with the event of a party in this transaction.
create function put_sheets(p_case bigint, p_sheets bigint[], p_keys text[]) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare last_event case_events; receiver bigint; s record; made bigint;
begin
  if not event_written_now(p_case) or not (app_kind() = 'job' and app_case() = p_case
    or exists (select from case_access a where a.case_id = p_case and a.party = app_party() and a.until_seq is null)) then
    raise exception 'sheets come into a case with an event of its party' using errcode = 'insufficient_privilege';
  end if;
  select (state#>>'{receiver,site}')::bigint into receiver from cases where id = p_case for update;
  select * into strict last_event from case_events where case_id = p_case order by seq desc limit 1;
  for s in
    select c.id as sheet, a.*, k.key as new_key
    from unnest(p_sheets, p_keys) k (sheet, key) join clinic_sheets c on c.id = k.sheet
    join attachments a on a.id = c.attachment_id
    where a.scan in ('clean', 'unchecked') and site_of_type(c.type_id) = receiver
      and not exists (select from case_attachments x where x.case_id = p_case and x.sheet_id = c.id and x.struck_at is null)
  loop
    insert into attachments (key, site_id, name, kind, size, blob, hash, scan, in_case)
    values (s.new_key, receiver, s.name, s.kind, s.size, s.blob, s.hash, s.scan, true) returning id into made;
    insert into case_attachments (case_id, attachment_id, audience, side, seq, sheet_id)
    values (p_case, made, 'everyone', last_event.side, last_event.seq, s.sheet);
  end loop;
end $$;

-- As 0273, and a sheet is kept whatever becomes of it.
create or replace function drop_loose_attachments(p_before timestamptz) returns bigint
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  with gone as (
    delete from attachments a
    where app_kind() = 'job' and not a.in_case and a.added_at < p_before
      and not exists (select from drafts d where d.attachments @> array[a.id])
      and not exists (select from case_attachments c where c.attachment_id = a.id)
      and not exists (select from faxes_in f where f.attachment_id = a.id)
      and not exists (select from clinic_sheets s where s.attachment_id = a.id)
    returning 1
  )
  select count(*) from gone
$$;

-- As 0034, with the sheet that a file is a copy of.
drop function story_files(bigint);
create function story_files(p_case bigint)
returns table (id bigint, key text, name text, kind text, size int, scan text, added_at timestamptz, added_by bigint,
  audience text, sheet bigint)
language plpgsql stable set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
begin
  return query
  select a.id, a.key, a.name, a.kind, a.size, a.scan, a.added_at, a.member_id, c.audience, c.sheet_id
  from case_attachments c join attachments a on a.id = c.attachment_id
  where c.case_id = p_case order by c.seq, a.id;
end $$;
grant execute on function story_files(bigint) to eservices_app;

revoke execute on function site_of_type(bigint), is_my_sheet(bigint), sheets_of_type(bigint), add_sheet(text, bigint, text, bigint),
  end_sheet(text), sheets_for(bigint, text), put_sheets(bigint, bigint[], text[]) from public;
grant execute on function is_my_sheet(bigint), sheets_of_type(bigint), add_sheet(text, bigint, text, bigint), end_sheet(text),
  sheets_for(bigint, text), put_sheets(bigint, bigint[], text[]) to eservices_app;
