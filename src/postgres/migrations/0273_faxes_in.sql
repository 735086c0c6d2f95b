-- Faxes that came to a site. docs/decisions/0034-off-the-network.md
create table faxes_in (
  id bigint generated always as identity primary key,
  key text not null unique,
  site_id bigint not null references sites,
  attachment_id bigint not null unique references attachments,
  source text not null check (source in ('upload', 'folder')),
  came_at timestamptz not null default now(),
  state text not null default 'new' check (state in ('new', 'transcribed', 'duplicate', 'not-a-referral', 'returned')),
  -- The case it became.
  case_id bigint references cases,
  why text check (char_length(why) <= 500),
  handled_by bigint references members,
  handled_at timestamptz
);
create index faxes_in_of_site on faxes_in (site_id, state, came_at);
call protect('faxes_in');

-- A file that came by fax is for everybody of the site who works with patients, until it is in a case.
create function is_my_fax(p_attachment bigint) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select app_kind() = 'person' and exists (select from faxes_in f
    where f.attachment_id = p_attachment and f.site_id = app_site())
$$;
create policy fax_reads on attachments for select to eservices_app using (not in_case and is_my_fax(id));

-- As 0033, and a fax of the site.
create or replace function sees_attachment(a attachments) returns boolean
language sql stable set search_path = pg_catalog, public, pg_temp as $$
  select (not a.in_case and (
      (app_kind() = 'person' and a.site_id = app_site() and (
        a.member_id in (app_member(), app_acting_for())
        or exists (select from drafts d where d.attachments @> array[a.id] and d.site_id = app_site()
          and (d.author_id in (app_member(), app_acting_for()) or d.acting_for in (app_member(), app_acting_for())))
      )) or a.link_id = app_link() or is_my_fax(a.id)))
    or exists (select from case_attachments c join case_access s on s.case_id = c.case_id
      where c.attachment_id = a.id and c.struck_at is null and s.party = app_party()
        and (s.unit is null or app_unit() is null or s.unit = app_unit())
        and (s.until_seq is null or c.seq <= s.until_seq) and side_reads(c.audience, c.side, s.side))
$$;

-- As 0033, but a fax is kept whatever becomes of it.
create or replace function drop_loose_attachments(p_before timestamptz) returns bigint
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  with gone as (
    delete from attachments a
    where app_kind() = 'job' and not a.in_case and a.added_at < p_before
      and not exists (select from drafts d where d.attachments @> array[a.id])
      and not exists (select from case_attachments c where c.attachment_id = a.id)
      and not exists (select from faxes_in f where f.attachment_id = a.id)
    returning 1
  )
  select count(*) from gone
$$;

-- A member puts a file of their own on the list.
create function add_fax_in(p_key text, p_attachment bigint) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into faxes_in (key, site_id, attachment_id, source)
    select p_key, a.site_id, a.id, 'upload' from attachments a
    where a.id = p_attachment and app_kind() = 'person' and a.site_id = app_site() and a.member_id = app_member()
      and not a.in_case
    on conflict do nothing;
  return found;
end $$;

-- The job that empties the tray: the site whose key or fax number the folder is called by. Null when there is none.
create function take_fax_in(p_key text, p_to text, p_file jsonb) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare the_site bigint; file bigint;
begin
  if app_kind() is distinct from 'job' then return null; end if;
  select s.id into the_site from sites s
    where s.on_network and s.suspended_at is null and (s.key = p_to or (p_to ~ '^[0-9]{10,11}$'
      and right(regexp_replace(coalesce(s.fax, ''), '[^0-9]', '', 'g'), 10) = right(p_to, 10)))
    order by s.key = p_to desc, s.id limit 1;
  if the_site is null then return null; end if;
  insert into attachments (key, site_id, name, kind, size, blob, hash, scan)
    values (p_file->>'key', the_site, p_file->>'name', p_file->>'kind', (p_file->>'size')::integer, p_file->>'blob',
      p_file->>'hash', p_file->>'scan') returning id into file;
  insert into faxes_in (key, site_id, attachment_id, source) values (p_key, the_site, file, 'folder');
  return file;
end $$;

-- Those to do, oldest first, or the hundred handled last. `same`: another fax of the site has the same bytes.
create function faxes_of_site(p_done boolean)
returns table (key text, file text, name text, size integer, scan text, source text, came_at timestamptz, state text,
  why text, handled_at timestamptz, request text, reference text, same boolean, attachment bigint, kind text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select f.key, a.key, a.name, a.size, a.scan, f.source, f.came_at, f.state, f.why, f.handled_at, r.key, r.reference,
    exists (select from faxes_in o join attachments b on b.id = o.attachment_id
      where o.site_id = f.site_id and o.id <> f.id and b.hash = a.hash), a.id, a.kind
  from faxes_in f join attachments a on a.id = f.attachment_id
  left join cases c on c.id = f.case_id left join requests r on r.id = c.request_id
  where app_kind() = 'person' and f.site_id = app_site() and (f.state <> 'new') = p_done
  order by case when p_done then f.handled_at end desc, f.came_at, f.id limit case when p_done then 100 else 500 end
$$;

create function fax_in(p_key text)
returns table (key text, file text, name text, size integer, scan text, source text, came_at timestamptz, state text,
  why text, handled_at timestamptz, request text, reference text, same boolean, attachment bigint, kind text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select s.* from (select * from faxes_of_site(false) union all select * from faxes_of_site(true)) s where s.key = p_key
$$;

create function faxes_to_do() returns bigint
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select count(*) from faxes_in where app_kind() = 'person' and site_id = app_site() and state = 'new'
$$;

-- Put aside, or back on the list. What became a case stays with it.
create function settle_fax(p_key text, p_state text, p_why text) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update faxes_in set state = p_state, why = nullif(p_why, ''), handled_by = app_member(),
    handled_at = case when p_state = 'new' then null else now() end
  where key = p_key and app_kind() = 'person' and site_id = app_site() and state <> 'transcribed'
    and p_state in ('new', 'duplicate', 'not-a-referral', 'returned');
  return found;
end $$;

-- In the transaction in which its file goes into a case, a fax is done: it is never on the list and in a case.
create function fax_became_case() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update faxes_in set state = 'transcribed', case_id = new.case_id, why = null, handled_by = app_member(), handled_at = now()
  where attachment_id = new.attachment_id and state <> 'transcribed';
  return null;
end $$;
create trigger fax_became_case after insert on case_attachments for each row execute function fax_became_case();

-- What a paper may ask for here: the site's own services, and those it takes in for others.
create function services_for_papers() returns table (key text, name_en text, name_fr text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select v.key, v.name_en, v.name_fr from services v
  where app_kind() = 'person' and v.kind <> 'econsult' and v.ended_at is null and app_site() in (v.site_id, v.intake_site)
  order by v.name_en limit 500
$$;

revoke all on function fax_became_case() from public;
grant execute on function is_my_fax(bigint), add_fax_in(text, bigint), take_fax_in(text, text, jsonb),
  faxes_of_site(boolean), fax_in(text), faxes_to_do(), settle_fax(text, text, text), services_for_papers()
  to eservices_app;
