-- Standard texts serve consult notes too: a text says what it is put into.

alter table standard_answers add column used_for text not null default 'answer' check (used_for in ('answer', 'note'));

drop function standard_answers_here();
drop function keep_standard_answer(text, text, text, boolean);

-- The actor's own and those of the group, by title.
create function standard_answers_here() returns table (key text, title text, words text, own boolean, used_for text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select a.key, a.title, a.words, a.member_id is not null, a.used_for from standard_answers a
  where app_kind() = 'person' and a.site_id = app_site()
    and (a.member_id = answers_as()
      or a.member_id is null and (a.unit_id is null or app_unit() is null or a.unit_id = app_unit()))
  order by a.member_id is null, a.title, a.id
$$;

-- Keeps one, or changes it. False: not theirs to change, or 200 of them already.
create function keep_standard_answer(p_key text, p_title text, p_words text, p_own boolean, p_used_for text) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if app_kind() <> 'person' then return false; end if;
  update standard_answers a set title = p_title, words = p_words, used_for = p_used_for, kept_by = app_member(), kept_at = now(),
    member_id = case when p_own then answers_as() end, unit_id = case when p_own then null else app_unit() end
  where a.key = p_key and exists (select from standard_answers_here() h where h.key = p_key);
  if found then return true; end if;
  if exists (select from standard_answers where key = p_key)
    or (select count(*) from standard_answers_here() h where h.own = p_own) >= 200 then return false; end if;
  insert into standard_answers (key, site_id, unit_id, member_id, title, words, used_for, kept_by)
    values (p_key, app_site(), case when p_own then null else app_unit() end, case when p_own then answers_as() end,
      p_title, p_words, p_used_for, app_member());
  return true;
end $$;

revoke execute on function standard_answers_here(), keep_standard_answer(text, text, text, boolean, text) from public;
grant execute on function standard_answers_here(), keep_standard_answer(text, text, text, boolean, text) to eservices_app;
