-- Answers that others may learn from: docs/decisions/0027. A text here has been read by two people after the assistant marked it.
-- Reached by functions alone; nothing in it names a patient or a request.

create table library_entries (
  id bigint generated always as identity primary key,
  key text not null unique,
  -- Of which eConsult: for those who may see that anyway.
  case_id bigint not null unique references cases,
  service_id bigint not null references services,
  title text not null check (char_length(title) between 1 and 120),
  question text not null check (char_length(question) between 1 and 8000),
  answer text not null check (char_length(answer) between 1 and 12000),
  question_type text check (question_type in ('diagnosis', 'management', 'drug-treatment', 'procedure')),
  language text not null check (language in ('en', 'fr')),
  -- Who answered, for the credit.
  author_member bigint not null references members,
  proposed_by bigint not null references members,
  proposed_at timestamptz not null,
  -- Approved by the group and public since; reviewed last; taken out.
  published_at timestamptz,
  published_by bigint references members,
  reviewed_on date,
  withdrawn_at timestamptz,
  version integer not null default 1,
  -- The words of title, question and answer as the search compares them.
  words tsvector generated always as (to_tsvector('simple', searchable(title || ' ' || question || ' ' || answer))) stored
);
create index library_words on library_entries using gin (words) where published_at is not null and withdrawn_at is null;
create index library_of_service on library_entries (service_id, proposed_at);
call protect('library_entries');

-- "This settles it": an eConsult that nobody had to ask. No patient.
create table library_uses (
  entry_id bigint not null references library_entries,
  member_id bigint not null references members,
  on_day date not null,
  primary key (entry_id, member_id, on_day)
);
call protect('library_uses');

-- The group approves: its leads, assigners and clinicians.
create function approves_for(p_service bigint) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select from services v join members m on m.id = app_member() and m.site_id = v.site_id
    join people p on p.id = m.person_id
    where v.id = p_service and app_kind() = 'person' and m.person_id = app_person() and m.site_id = app_site()
      and m.roles && array['lead', 'clinician', 'assigner'] and m.suspended_at is null and p.suspended_at is null)
$$;
revoke execute on function approves_for(bigint) from public;

-- A requester or receiver of a closed eConsult proposes it, with the words as a person has left them. False: not theirs, not
-- closed, or proposed before.
create function propose_entry(p_case text, p jsonb, p_now timestamptz) returns boolean
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  with added as (
    insert into library_entries (key, case_id, service_id, title, question, answer, question_type, language, author_member,
      proposed_by, proposed_at)
    select p->>'key', c.id, (c.state#>>'{receiver,service}')::bigint, p->>'title', p->>'question', p->>'answer',
      p->>'questionType', p->>'language', (c.state#>>'{answer,member}')::bigint, app_member(), p_now
    from cases c
    where c.key = p_case and app_kind() = 'person' and c.type = 'econsult' and c.state->>'status' = 'closed'
      and c.state#>>'{receiver,service}' is not null and c.state#>>'{answer,member}' is not null
      and exists (select from case_access a where a.case_id = c.id and a.party = app_party()
        and a.side in ('requester', 'receiver') and a.until_seq is null)
    on conflict (case_id) do nothing returning 1)
  select exists (select from added)
$$;

-- Whether an eConsult that the actor's site holds was proposed.
create function proposed_of(p_case text) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select from library_entries e join cases c on c.id = e.case_id
    join case_access a on a.case_id = c.id and a.party = app_party() where c.key = p_case)
$$;

-- What waits for the actor's group: proposed and not public, or reviewed two years ago.
create function library_to_approve(p_today date) returns setof library_entries
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select e.* from library_entries e where e.withdrawn_at is null and approves_for(e.service_id)
    and (e.published_at is null or e.reviewed_on <= (p_today - interval '2 years')::date)
  order by e.proposed_at, e.id
$$;

-- The group publishes, with its own corrections, confirms again after two years, or takes out. 'own': whoever proposed it does not
-- approve it too. Null: there is none for the actor.
create function decide_entry(p_key text, p jsonb, p_now timestamptz) returns text
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
    question_type = p->>'questionType', published_at = coalesce(published_at, p_now),
    published_by = coalesce(published_by, app_member()), reviewed_on = p_now::date, version = version + 1
  where id = e.id;
  return 'done';
end $$;

-- For everybody who works here: what is public, not past its two years, and holds any of the words, most of them first.
create function find_in_library(p_words text[], p_today date, p_limit integer)
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

create function library_entry(p_key text)
returns table (key text, title text, question text, answer text, question_type text, language text, reviewed_on date,
  specialty_en text, specialty_fr text, author text, group_en text, group_fr text, used bigint, total bigint)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select h.key, h.title, h.question, h.answer, h.question_type, h.language, h.reviewed_on, coalesce(k.name_en, ''),
    coalesce(k.name_fr, ''), p.name, v.name_en, v.name_fr,
    (select count(*) from library_uses u where u.entry_id = h.id), 1::bigint
  from library_entries h join services v on v.id = h.service_id left join service_categories k on k.code = v.category
    join members m on m.id = h.author_member join people p on p.id = m.person_id
  where h.key = p_key and app_kind() = 'person' and h.published_at is not null and h.withdrawn_at is null
$$;

-- Says that an answer settled the matter: once a day for each person. False: there is none.
create function settled_by(p_key text, p_day date) returns boolean
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  with the_entry as (
    select id from library_entries where key = p_key and app_kind() = 'person' and published_at is not null
      and withdrawn_at is null
  ), added as (
    insert into library_uses (entry_id, member_id, on_day) select id, app_member(), p_day from the_entry on conflict do nothing)
  select exists (select from the_entry)
$$;

grant execute on function propose_entry(text, jsonb, timestamptz), proposed_of(text), library_to_approve(date),
  decide_entry(text, jsonb, timestamptz), find_in_library(text[], date, integer), library_entry(text), settled_by(text, date)
  to eservices_app;
