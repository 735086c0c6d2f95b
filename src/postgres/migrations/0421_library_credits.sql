-- Which answers of the library were read and which settled a matter: for their author, and as saved eConsults in the figures.
-- docs/decisions/0064.

-- Once a day for each reader, as library_uses. Who it was is shown to nobody: it keeps the count honest.
create table library_reads (
  entry_id bigint not null references library_entries,
  member_id bigint not null references members,
  on_day date not null,
  primary key (entry_id, member_id, on_day)
);
call protect('library_reads');
create index library_reads_on on library_reads (on_day);
create index library_uses_on on library_uses (on_day);
create index library_of_author on library_entries (author_member) where published_at is not null;

-- Nobody credits themselves.
delete from library_uses u using library_entries e, members a, members m
where e.id = u.entry_id and a.id = e.author_member and m.id = u.member_id and a.person_id = m.person_id;

-- A public answer that the actor wrote, at whichever place.
create function wrote_entry(p_key text) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select from library_entries e join members m on m.id = e.author_member
    where e.key = p_key and app_kind() = 'person' and m.person_id = app_person())
$$;

create function read_entry_on(p_key text, p_day date) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  insert into library_reads (entry_id, member_id, on_day)
  select id, app_member(), p_day from library_entries
  where key = p_key and app_kind() = 'person' and published_at is not null and withdrawn_at is null and not wrote_entry(p_key)
  on conflict do nothing
$$;

-- As in 0221, and false for one's own.
create or replace function settled_by(p_key text, p_day date) returns boolean
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  with the_entry as (
    select id from library_entries where key = p_key and app_kind() = 'person' and published_at is not null
      and withdrawn_at is null and not wrote_entry(p_key)
  ), added as (
    insert into library_uses (entry_id, member_id, on_day) select id, app_member(), p_day from the_entry on conflict do nothing)
  select exists (select from the_entry)
$$;

-- What became of the public answers of the actor, those that settled most first. Counts and days, and nobody's name.
create function library_credits()
returns table (key text, title text, language text, published_on date, gone boolean, read bigint, settled bigint, last_settled date)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select e.key, e.title, e.language, (e.published_at at time zone 'America/Toronto')::date, e.withdrawn_at is not null,
    (select count(*) from library_reads r where r.entry_id = e.id), u.n, u.latest
  from library_entries e join members m on m.id = e.author_member
    cross join lateral (select count(*) as n, max(on_day) as latest from library_uses where entry_id = e.id) u
  where app_kind() = 'person' and m.person_id = app_person() and e.published_at is not null
  order by u.n desc, u.latest desc nulls last, e.id desc
$$;

create function library_credit_months() returns table (month date, settled bigint)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select date_trunc('month', u.on_day)::date, count(*)
  from library_uses u join library_entries e on e.id = u.entry_id join members m on m.id = e.author_member
  where app_kind() = 'person' and m.person_id = app_person() group by 1 order by 1
$$;

-- Saved eConsults from `p_from` to before `p_until`: how often a public answer settled a matter, and how often one was read. A lead
-- has those of the answers of their group, a steward of the programme all. No patient stands behind them, so no count is too small.
create function saved_report(p_from date, p_until date)
returns table (by_what text, of_en text, of_fr text, saved bigint, read bigint)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with scope as (select figures_for() as sees, app_site() as site), entry as materialized (
    select e.id, v.category, v.site_id from scope, library_entries e join services v on v.id = e.service_id
    where scope.sees = 'all' or scope.sees = 'site' and v.site_id = scope.site
  ), marks as (
    select entry_id, on_day, 1 as saved, 0 as read from library_uses
    union all select entry_id, on_day, 0, 1 from library_reads
  ), rows as (
    select m.*, e.category, e.site_id from marks m join entry e on e.id = m.entry_id
    where m.on_day >= p_from and m.on_day < p_until
  ), cut as (
    select 'all' as by_what, '' as en, '' as fr, r.saved, r.read from rows r
    union all select 'month', to_char(r.on_day, 'YYYY-MM'), to_char(r.on_day, 'YYYY-MM'), r.saved, r.read from rows r
    union all select 'specialty', k.name_en, k.name_fr, r.saved, r.read from rows r
      join service_categories k on k.code = r.category
    union all select 'group', s.name_en, s.name_fr, r.saved, r.read from rows r join sites s on s.id = r.site_id, scope
      where scope.sees = 'all'
  )
  select by_what, en, fr, sum(saved), sum(read) from cut group by by_what, en, fr
  order by by_what, case when by_what = 'month' then en end, 4 desc, 5 desc, en
$$;

revoke execute on function wrote_entry(text), read_entry_on(text, date), library_credits(), library_credit_months(),
  saved_report(date, date) from public;
grant execute on function wrote_entry(text), read_entry_on(text, date), library_credits(), library_credit_months(),
  saved_report(date, date) to eservices_app;
