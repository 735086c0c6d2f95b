-- Files. The bytes lie elsewhere, under `blob`; a row says what they are and who may see them.
create table attachments (
  id bigint generated always as identity primary key,
  key text not null unique,
  -- Who added it: a member at a site, or somebody with a link.
  site_id bigint,
  member_id bigint,
  link_id bigint,
  name text not null check (char_length(name) between 1 and 200),
  kind text not null check (kind in ('pdf', 'jpeg', 'png', 'gif', 'tiff', 'text', 'mp3', 'mp4')),
  size integer not null check (size between 1 and 10485760),
  blob text not null,
  hash text not null,
  scan text not null check (scan in ('clean', 'unchecked', 'checking', 'infected')),
  -- In a case it is seen by that case's parties; before, by whoever added it and by those whose draft it is in.
  in_case boolean not null default false,
  added_at timestamptz not null default now()
);
create index attachments_blob on attachments (blob);
create index attachments_loose on attachments (added_at) where not in_case;

create table case_attachments (
  case_id bigint not null references cases,
  attachment_id bigint not null references attachments,
  -- As of the event it came with.
  audience text not null
    check (audience in ('everyone', 'all', 'clinical', 'requester', 'receiver', 'intake')),
  -- The side that put it there, which reads it whatever the audience.
  side text not null,
  -- The last event of the case when it was put there: who keeps what it saw sees no later file.
  seq integer not null,
  struck_at timestamptz,
  primary key (case_id, attachment_id)
);
create index case_attachments_file on case_attachments (attachment_id);

call protect('attachments');
call protect('case_attachments');

create policy party_reads on case_attachments for select to eservices_app using (
  struck_at is null and exists (
    select from case_access a
    where a.case_id = case_attachments.case_id and a.party = (select app_party())
      and (a.until_seq is null or case_attachments.seq <= a.until_seq)
      and side_reads(case_attachments.audience, case_attachments.side, a.side)
  )
);
-- The rows of case_attachments and drafts are those their own policies let through.
create policy reads on attachments for select to eservices_app using (
  (not in_case and (
    (app_kind() = 'person' and site_id = (select app_site()) and (
      member_id in ((select app_member()), (select app_acting_for()))
      or exists (select from drafts d where d.attachments @> array[attachments.id])
    ))
    or link_id = (select app_link())
  ))
  or exists (select from case_attachments c where c.attachment_id = attachments.id)
);
create policy adds on attachments for insert to eservices_app with check (
  not in_case
  and site_id is not distinct from (select app_site())
  and member_id is not distinct from (select app_member())
  and link_id is not distinct from (select app_link())
  and app_kind() in ('person', 'patient', 'guest')
);
grant select on attachments, case_attachments to eservices_app;
grant insert (key, site_id, member_id, link_id, name, kind, size, blob, hash, scan) on attachments to eservices_app;

-- May the actor put this file somewhere? The words of the policy above, for functions that run as the owner.
create function sees_attachment(a attachments) returns boolean
language sql stable set search_path = pg_catalog, public, pg_temp as $$
  select (not a.in_case and (
      (app_kind() = 'person' and a.site_id = app_site() and (
        a.member_id in (app_member(), app_acting_for())
        or exists (select from drafts d where d.attachments @> array[a.id] and d.site_id = app_site()
          and (d.author_id in (app_member(), app_acting_for()) or d.acting_for in (app_member(), app_acting_for())))
      )) or a.link_id = app_link()))
    or exists (select from case_attachments c join case_access s on s.case_id = c.case_id
      where c.attachment_id = a.id and c.struck_at is null and s.party = app_party()
        and (s.unit is null or app_unit() is null or s.unit = app_unit())
        and (s.until_seq is null or c.seq <= s.until_seq) and side_reads(c.audience, c.side, s.side))
$$;

-- Puts files into a case that the actor's party holds and has written an event to in this transaction. Answers 'ok',
-- 'not-found' when the actor does not see one of them, 'too-much' when the case would hold more than 50 MB.
create function put_in_case(p_case bigint, p_ids bigint[], p_audience text) returns text
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  last_event case_events;
begin
  if not exists (select from case_access a
    where a.case_id = p_case and a.party = app_party() and a.until_seq is null)
    or not event_written_now(p_case) then
    raise exception 'files come into a case with an event of its party' using errcode = 'insufficient_privilege';
  end if;
  perform from cases where id = p_case for update;
  select * into strict last_event from case_events where case_id = p_case order by seq desc limit 1;
  if (select count(*) from attachments a where a.id = any (p_ids) and a.scan <> 'infected' and sees_attachment(a))
    <> (select count(distinct i) from unnest(p_ids) i) then
    return 'not-found';
  end if;
  if (select sum(a.size) from attachments a where a.id = any (p_ids) or exists (
    select from case_attachments c where c.case_id = p_case and c.attachment_id = a.id and c.struck_at is null
  )) > 52428800 then
    return 'too-much';
  end if;
  insert into case_attachments (case_id, attachment_id, audience, side, seq)
    select p_case, i, p_audience, last_event.side, last_event.seq from unnest(p_ids) i
    on conflict do nothing;
  update attachments set in_case = true where id = any (p_ids) and not in_case;
  return 'ok';
end $$;

-- Hides a file of a case from everybody; its line in the timeline stays.
create function strike_from_case(p_case bigint, p_id bigint) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not exists (select from case_access a
    where a.case_id = p_case and a.party = app_party() and a.until_seq is null)
    or not event_written_now(p_case) then
    raise exception 'a file is struck by an event of a party' using errcode = 'insufficient_privilege';
  end if;
  update case_attachments set struck_at = now()
  where case_id = p_case and attachment_id = p_id and struck_at is null;
end $$;

-- For the jobs that scan and sweep, which work on no case: never a name, only what they need.
create function attachment_to_scan(p_id bigint) returns table (blob text, size integer)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select a.blob, a.size from attachments a where a.id = p_id and a.scan = 'checking' and app_kind() = 'job'
$$;

create function attachment_scanned(p_id bigint, p_result text) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  update attachments set scan = p_result
  where id = p_id and scan = 'checking' and p_result in ('clean', 'unchecked', 'infected') and app_kind() = 'job'
$$;

create function blobs_named(p_blobs text[]) returns setof text
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select distinct a.blob from attachments a
  where a.blob = any (p_blobs) and a.scan <> 'infected' and app_kind() = 'job'
$$;

revoke all on function sees_attachment(attachments), put_in_case(bigint, bigint[], text),
  strike_from_case(bigint, bigint), attachment_to_scan(bigint), attachment_scanned(bigint, text),
  blobs_named(text[]) from public;
grant execute on function put_in_case(bigint, bigint[], text), strike_from_case(bigint, bigint),
  attachment_to_scan(bigint), attachment_scanned(bigint, text), blobs_named(text[]) to eservices_app;

-- For the sweeping job: forgets files added before `p_before` that reached neither a draft nor a case.
create function drop_loose_attachments(p_before timestamptz) returns bigint
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  with gone as (
    delete from attachments a
    where app_kind() = 'job' and not a.in_case and a.added_at < p_before
      and not exists (select from drafts d where d.attachments @> array[a.id])
      and not exists (select from case_attachments c where c.attachment_id = a.id)
    returning 1
  )
  select count(*) from gone
$$;
revoke all on function drop_loose_attachments(timestamptz) from public;
grant execute on function drop_loose_attachments(timestamptz) to eservices_app;
