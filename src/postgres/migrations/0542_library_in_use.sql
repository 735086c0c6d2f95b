-- The library as it is used. An answer that was last reviewed two years ago is nobody's to be settled by until its group has read it
-- again: who opens it is told so. Lists have pages. The group says in which language an answer is. docs/decisions/0087.

drop function find_in_library(text[], date, integer);
create function find_in_library(p_words text[], p_today date, p_limit integer, p_skip integer)
returns table (key text, title text, question text, answer text, question_type text, language text, reviewed_on date,
  specialty_en text, specialty_fr text, author text, group_en text, group_fr text, used bigint, total bigint)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with wanted as (
    select to_tsquery('simple', string_agg(quote_literal(w) || ':*', ' | ')) as any_word, count(*) as n
    from unnest(p_words) w where w ~ '^[[:alnum:]]+$'
  ), hits as (
    select e.*, (select count(*) from unnest(p_words) w
      where w ~ '^[[:alnum:]]+$' and e.words @@ to_tsquery('simple', quote_literal(w) || ':*')) as matched
    from library_entries e, wanted
    where app_kind() = 'person' and e.published_at is not null and e.withdrawn_at is null
      and e.reviewed_on > (p_today - interval '2 years')::date and (wanted.n = 0 or e.words @@ wanted.any_word)
  )
  select h.key, h.title, h.question, h.answer, h.question_type, h.language, h.reviewed_on, coalesce(k.name_en, ''),
    coalesce(k.name_fr, ''), p.name, v.name_en, v.name_fr,
    (select count(*) from library_uses u where u.entry_id = h.id), count(*) over ()
  from hits h join services v on v.id = h.service_id left join service_categories k on k.code = v.category
    join members m on m.id = h.author_member join people p on p.id = m.person_id, wanted
  -- A whole letter has words that everybody uses: then three of them must be there.
  where h.matched >= case when wanted.n <= 3 then (wanted.n + 1) / 2 when wanted.n <= 12 then 2 else 3 end
  order by h.matched desc, h.reviewed_on desc, h.id desc limit p_limit offset p_skip
$$;

drop function library_entry(text);
create function library_entry(p_key text, p_today date)
returns table (key text, title text, question text, answer text, question_type text, language text, reviewed_on date,
  specialty_en text, specialty_fr text, author text, group_en text, group_fr text, used bigint, total bigint,
  due boolean, reviews boolean)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select h.key, h.title, h.question, h.answer, h.question_type, h.language, h.reviewed_on, coalesce(k.name_en, ''),
    coalesce(k.name_fr, ''), p.name, v.name_en, v.name_fr,
    (select count(*) from library_uses u where u.entry_id = h.id), 1::bigint,
    h.reviewed_on <= (p_today - interval '2 years')::date, approves_for(h.service_id)
  from library_entries h join services v on v.id = h.service_id left join service_categories k on k.code = v.category
    join members m on m.id = h.author_member join people p on p.id = m.person_id
  where h.key = p_key and app_kind() = 'person' and h.published_at is not null and h.withdrawn_at is null
$$;

create or replace function settled_by(p_key text, p_day date) returns boolean
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  with the_entry as (
    select id from library_entries where key = p_key and app_kind() = 'person' and published_at is not null
      and withdrawn_at is null and not wrote_entry(p_key) and reviewed_on > (p_day - interval '2 years')::date
  ), added as (
    insert into library_uses (entry_id, member_id, on_day) select id, app_member(), p_day from the_entry on conflict do nothing)
  select exists (select from the_entry)
$$;

create or replace function read_entry_on(p_key text, p_day date) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  insert into library_reads (entry_id, member_id, on_day)
  select id, app_member(), p_day from library_entries
  where key = p_key and app_kind() = 'person' and published_at is not null and withdrawn_at is null and not wrote_entry(p_key)
    and reviewed_on > (p_day - interval '2 years')::date
  on conflict do nothing
$$;

create or replace function decide_entry(p_key text, p jsonb, p_now timestamptz) returns text
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare e library_entries;
begin
  select * into e from library_entries where key = p_key and withdrawn_at is null for update;
  if e.id is null or not approves_for(e.service_id) then return null; end if;
  if e.version <> (p->>'version')::integer then return 'stale'; end if;
  if p->>'act' = 'withdraw' then
    update library_entries set withdrawn_at = p_now, version = version + 1 where id = e.id;
    return 'done';
  end if;
  if e.published_at is null and e.proposed_by = app_member() then return 'own'; end if;
  update library_entries set title = p->>'title', question = p->>'question', answer = p->>'answer',
    question_type = p->>'questionType', language = coalesce(p->>'language', language), published_at = coalesce(published_at, p_now),
    published_by = coalesce(published_by, app_member()), reviewed_on = p_now::date, version = version + 1
  where id = e.id;
  return 'done';
end $$;

-- For everybody who works here: what is public, not past its two years, and holds any of the words, most of them first.
create or replace function find_in_library(p_words text[], p_today date, p_limit integer)
returns table (key text, title text, question text, answer text, question_type text, language text, reviewed_on date,
  specialty_en text, specialty_fr text, author text, group_en text, group_fr text, used bigint, total bigint)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with wanted as (
    select to_tsquery('simple', string_agg(quote_literal(w) || ':*', ' | ')) as any_word, count(*) as n
    from unnest(p_words) w where w ~ '^[[:alnum:]]+$'
  ), hits as (
    select e.*, (select count(*) from unnest(p_words) w
      where w ~ '^[[:alnum:]]+$' and e.words @@ to_tsquery('simple', quote_literal(w) || ':*')) as matched
    from library_entries e, wanted
    where app_kind() = 'person' and e.published_at is not null and e.withdrawn_at is null
      and e.reviewed_on > (p_today - interval '2 years')::date and (wanted.n = 0 or e.words @@ wanted.any_word)
  )
  select h.key, h.title, h.question, h.answer, h.question_type, h.language, h.reviewed_on, coalesce(k.name_en, ''),
    coalesce(k.name_fr, ''), p.name, v.name_en, v.name_fr,
    (select count(*) from library_uses u where u.entry_id = h.id), count(*) over ()
  from hits h join services v on v.id = h.service_id left join service_categories k on k.code = v.category
    join members m on m.id = h.author_member join people p on p.id = m.person_id, wanted
  where h.matched * 2 >= least(wanted.n, 4)
  order by h.matched desc, h.reviewed_on desc, h.id desc limit p_limit
$$;

-- For the job: whose proposal of a case was decided, by the group, and when it was not by themselves. 'published' or 'withdrawn'.
create function proposal_decided(p_case bigint) returns table (member bigint, act text)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if app_kind() is distinct from 'job' then
    raise exception 'a job asks' using errcode = 'insufficient_privilege';
  end if;
  return query select e.proposed_by, case when e.withdrawn_at is null then 'published' else 'withdrawn' end
    from library_entries e
    where e.case_id = p_case and (e.published_at is not null or e.withdrawn_at is not null);
end $$;

create function case_of_entry(p_key text) returns bigint
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select e.case_id from library_entries e where e.key = p_key and app_kind() = 'person' and approves_for(e.service_id) and e.proposed_by <> app_member()
$$;

revoke execute on function find_in_library(text[], date, integer, integer), library_entry(text, date), proposal_decided(bigint),
  case_of_entry(text) from public;
grant execute on function find_in_library(text[], date, integer, integer), library_entry(text, date), proposal_decided(bigint),
  case_of_entry(text) to eservices_app;
