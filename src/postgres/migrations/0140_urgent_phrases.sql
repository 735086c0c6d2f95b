-- What sounds like an emergency: an open list that stewards of the programme edit. What is shipped is filled in at the next
-- start; what a steward changed or removed stays as it is.
create table urgent_phrases (
  id bigint generated always as identity primary key,
  key text not null unique,
  -- Language and words as shipped; null for one that a steward added.
  ref text unique,
  language text not null check (language in ('en', 'fr')),
  phrase text not null check (char_length(phrase) between 1 and 80),
  version integer not null default 1,
  -- By a steward; a shipped phrase that was never touched has neither.
  changed_at timestamptz,
  changed_by bigint references members,
  -- Kept, so that a new version does not bring it back.
  removed_at timestamptz,
  unique (language, phrase)
);

-- Every edit of a steward, for good.
create table urgent_phrase_changes (
  id bigint generated always as identity primary key,
  phrase_id bigint not null references urgent_phrases,
  at timestamptz not null default now(),
  member_id bigint not null references members,
  -- '' where there was none, or is none any more.
  was text not null,
  now text not null
);
create index urgent_phrase_changes_at on urgent_phrase_changes (at desc);
create trigger append_only before update or delete or truncate on urgent_phrase_changes
  for each statement execute function forbid_change();

-- Who, when and what it was are the database's word.
create function stamp_urgent_phrase() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then new.version := old.version + 1; end if;
  if app_kind() = 'person' then
    new.changed_at := now();
    new.changed_by := app_member();
  end if;
  return new;
end $$;
create trigger stamp before insert or update on urgent_phrases for each row execute function stamp_urgent_phrase();

create function note_urgent_phrase() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if app_kind() = 'person' then
    insert into urgent_phrase_changes (phrase_id, member_id, was, now) values (new.id, app_member(),
      case when tg_op = 'INSERT' or old.removed_at is not null then '' else old.phrase end,
      case when new.removed_at is not null then '' else new.phrase end);
  end if;
  return null;
end $$;
create trigger note after insert or update on urgent_phrases for each row execute function note_urgent_phrase();

call protect('urgent_phrases');
call protect('urgent_phrase_changes');
create policy read_all on urgent_phrases for select to eservices_app using (true);
create policy steward_adds on urgent_phrases for insert to eservices_app
  with check (app_kind() = 'person' and (select is_programme_steward()));
create policy steward_changes on urgent_phrases for update to eservices_app
  using (app_kind() = 'person' and (select is_programme_steward()));
create policy steward on urgent_phrase_changes for select to eservices_app
  using (app_kind() = 'person' and (select is_programme_steward()));
grant select, insert (key, language, phrase), update (phrase, removed_at) on urgent_phrases to eservices_app;
grant select on urgent_phrase_changes to eservices_app;
