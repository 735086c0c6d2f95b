-- Faxes that leave. docs/decisions/0034-off-the-network.md
create table faxes_out (
  id bigint generated always as identity primary key,
  -- Its name on the fax line.
  key text not null unique,
  link_id bigint not null references links,
  kind text not null check (kind in ('request', 'code', 'news')),
  -- The sealed document; what says a code or news is written when it goes.
  blob text check ((kind = 'request') = (blob is not null)),
  state text not null default 'waiting' check (state in ('waiting', 'handed', 'delivered', 'failed')),
  tries int not null default 0,
  why text check (char_length(why) <= 200),
  made_at timestamptz not null default now(),
  state_at timestamptz not null default now()
);
create index faxes_out_of_link on faxes_out (link_id);
create index faxes_out_blob on faxes_out (blob) where blob is not null;
call protect('faxes_out');

-- By the office that made the link, or by the job of its case.
create function add_fax(p_key text, p_link bigint, p_kind text, p_blob text) returns table (fax bigint, "case" bigint)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare the_case bigint; made bigint;
begin
  select l.case_id into the_case from links l where l.id = p_link and l.kind = 'guest' and l.channel = 'fax'
    and l.voided_at is null;
  if the_case is null or not (app_kind() in ('person', 'job') and exists (select from case_access a
    where a.case_id = the_case and a.party = app_party() and a.side in ('requester', 'system') and a.until_seq is null))
  then return; end if;
  insert into faxes_out (key, link_id, kind, blob) values (p_key, p_link, p_kind, p_blob) returning id into made;
  return query select made, the_case;
end $$;

-- For the job that hands it over.
create function fax_to_hand(p_fax bigint) returns table (key text, number text, kind text, blob text, link bigint)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select f.key, l.sent_to, f.kind, f.blob, l.id from faxes_out f join links l on l.id = f.link_id
  where app_kind() = 'job' and f.id = p_fax and f.state = 'waiting' and l.case_id = app_case()
    and l.voided_at is null
$$;
create function fax_handed(p_fax bigint) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  update faxes_out set state = 'handed', tries = tries + 1, state_at = now()
  where app_kind() = 'job' and id = p_fax and state = 'waiting'
$$;

-- What the line says became of it. Failed: `again` while there are tries left, else it has failed for good.
create function fax_result(p_key text, p_ok boolean, p_why text)
returns table (fax bigint, kind text, "case" bigint, case_key text, tries integer, again boolean)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare f faxes_out; more boolean;
begin
  if app_kind() is distinct from 'job' then return; end if;
  select * into f from faxes_out o where o.key = p_key and o.state = 'handed' for update;
  if f.id is null then return; end if;
  more := not p_ok and f.kind = 'request' and f.tries < 4
    and exists (select from links l where l.id = f.link_id and l.voided_at is null);
  update faxes_out set why = left(p_why, 200), state_at = now(),
    state = case when p_ok then 'delivered' when more then 'waiting' else 'failed' end where id = f.id;
  return query select f.id, f.kind, c.id, c.key, f.tries, more
    from links l join cases c on c.id = l.case_id where l.id = f.link_id;
end $$;

-- How far the request of a link got, for the site that sent it.
create function fax_of_link(p_link bigint) returns table (state text, tries integer, why text, state_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select f.state, f.tries, f.why, f.state_at from faxes_out f join links l on l.id = f.link_id
  where f.link_id = p_link and f.kind = 'request' and app_kind() = 'person'
    and exists (select from case_access a where a.case_id = l.case_id and a.party = app_party() and a.side = 'requester')
  order by f.id desc limit 1
$$;

-- As 0033: what waits for the fax line is kept until it has gone.
create or replace function blobs_named(p_blobs text[]) returns setof text
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select a.blob from attachments a
  where a.blob = any (p_blobs) and a.scan <> 'infected' and app_kind() = 'job'
  union
  select f.blob from faxes_out f where f.blob = any (p_blobs) and f.state in ('waiting', 'handed') and app_kind() = 'job'
$$;

grant execute on function add_fax(text, bigint, text, text), fax_to_hand(bigint), fax_handed(bigint),
  fax_result(text, boolean, text), fax_of_link(bigint) to eservices_app;
