-- Of a word that very many entries say, a search reads the loudest only, and those entries that say all of the words.
create index directory_postings_loud on directory_postings (stem, field desc, entry);

alter table directory_texts add column said tsvector
  generated always as (array_to_tsvector(name_stems || term_stems || text_stems)) stored;
create index directory_texts_said on directory_texts using gin (said) with (fastupdate = off);

-- For windows of a map.
create index directory_entries_place on directory_entries (latitude, longitude);
