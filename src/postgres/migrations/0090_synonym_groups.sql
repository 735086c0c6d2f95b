-- Words that mean the same, in groups a steward of the programme edits. Takes the place of single lines, which nobody could
-- edit; what is shipped is filled in at the next start.
drop table synonyms;

create table synonyms (
  id bigint generated always as identity primary key,
  key text not null unique,
  -- The name of a shipped group in data/synonyms.csv; null for one that a steward added.
  ref text unique,
  english text[] not null,
  french text[] not null,
  -- Words of the directory that these find too.
  also text not null check (char_length(also) <= 300),
  version integer not null default 1,
  -- By a steward; a shipped group that was never touched has neither, and follows the product.
  changed_at timestamptz,
  changed_by bigint references members,
  -- Kept, so that a new version does not bring it back.
  removed_at timestamptz,
  check (cardinality(english) <= 30 and cardinality(french) <= 30 and cardinality(english || french) > 0)
);

-- How the search knows the words of each group: a word is in one group at most.
create table synonym_words (
  word text primary key check (word <> ''),
  synonym_id bigint not null references synonyms on delete cascade
);
create index synonym_words_of on synonym_words (synonym_id);

-- Who and when are the database's word.
create function stamp_synonym() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then new.version := old.version + 1; end if;
  if app_kind() = 'person' then
    new.changed_at := now();
    new.changed_by := app_member();
  end if;
  return new;
end $$;
create trigger stamp before insert or update on synonyms for each row execute function stamp_synonym();

call protect('synonyms');
call protect('synonym_words');
create policy read_all on synonyms for select to eservices_app using (true);
create policy read_all on synonym_words for select to eservices_app using (true);
create policy steward on synonyms to eservices_app
  using (app_kind() = 'person' and (select is_programme_steward()))
  with check (app_kind() = 'person' and (select is_programme_steward()));
create policy steward on synonym_words to eservices_app
  using (app_kind() = 'person' and (select is_programme_steward()))
  with check (app_kind() = 'person' and (select is_programme_steward()));
grant select, insert (key, english, french, also), update (english, french, also, removed_at) on synonyms to eservices_app;
grant select, insert, delete on synonym_words to eservices_app;
