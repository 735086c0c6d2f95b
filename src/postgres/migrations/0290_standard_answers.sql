-- Texts that specialists put into answers again and again: a member's own, or those of the group. No health information; reached by
-- functions alone.

create table standard_answers (
  id bigint generated always as identity primary key,
  key text not null unique,
  site_id bigint not null references sites,
  -- Of the group in this unit; null: of the whole site.
  unit_id bigint references units,
  -- Whose own it is; null: the group's.
  member_id bigint references members,
  title text not null check (char_length(title) between 1 and 80),
  words text not null check (char_length(words) between 1 and 8000),
  kept_by bigint not null references members,
  kept_at timestamptz not null default now()
);
create index standard_answers_here on standard_answers (site_id, member_id);
call protect('standard_answers');

-- Whom a delegate answers for, else the member; null for anybody who answers nobody.
create function answers_as() returns bigint
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select coalesce(app_acting_for(), app_member()) where app_kind() = 'person'
$$;
revoke execute on function answers_as() from public;

-- The actor's own and those of the group, by title.
create function standard_answers_here() returns table (key text, title text, words text, own boolean)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select a.key, a.title, a.words, a.member_id is not null from standard_answers a
  where app_kind() = 'person' and a.site_id = app_site()
    and (a.member_id = answers_as()
      or a.member_id is null and (a.unit_id is null or app_unit() is null or a.unit_id = app_unit()))
  order by a.member_id is null, a.title, a.id
$$;

-- Keeps one, or changes it. False: not theirs to change, or 200 of them already.
create function keep_standard_answer(p_key text, p_title text, p_words text, p_own boolean) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if app_kind() <> 'person' then return false; end if;
  update standard_answers a set title = p_title, words = p_words, kept_by = app_member(), kept_at = now(),
    member_id = case when p_own then answers_as() end, unit_id = case when p_own then null else app_unit() end
  where a.key = p_key and exists (select from standard_answers_here() h where h.key = p_key);
  if found then return true; end if;
  if exists (select from standard_answers where key = p_key)
    or (select count(*) from standard_answers_here() h where h.own = p_own) >= 200 then return false; end if;
  insert into standard_answers (key, site_id, unit_id, member_id, title, words, kept_by)
    values (p_key, app_site(), case when p_own then null else app_unit() end, case when p_own then answers_as() end,
      p_title, p_words, app_member());
  return true;
end $$;

create function remove_standard_answer(p_key text) returns boolean
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  with gone as (
    delete from standard_answers a
    where a.key = p_key and exists (select from standard_answers_here() h where h.key = p_key) returning 1)
  select exists (select from gone)
$$;

revoke execute on function standard_answers_here(), keep_standard_answer(text, text, text, boolean), remove_standard_answer(text)
  from public;
grant execute on function standard_answers_here(), keep_standard_answer(text, text, text, boolean), remove_standard_answer(text)
  to eservices_app;
