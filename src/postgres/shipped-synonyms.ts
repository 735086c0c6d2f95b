import { key } from '../app/ports/ids.ts';
import type { ShippedSynonyms } from '../app/ports/imports.ts';
import { termKey, termsOf } from '../domain/directory/synonyms.ts';
import type { Querier } from './querier.ts';

interface Here extends ShippedSynonyms {
  /** A steward changed or removed it. */
  touched: boolean;
}

/**
 * Brings the shipped groups to this version of the product. What a steward changed, removed or took into another group
 * stays as it is; what is no longer shipped goes.
 */
export async function saveShipped(q: Querier, list: readonly ShippedSynonyms[]): Promise<void> {
  const here = await q.rows<Here>(
    `select ref, english, french, also, changed_at is not null as touched from synonyms where ref is not null`,
  );
  const taken = await wordsOfStewards(q);
  const touched = new Set(here.filter(one => one.touched).map(one => one.ref));
  const wanted = list.filter(one => !touched.has(one.ref)).map(one => without(one, taken));
  const filled = wanted.filter(one => termsOf(one).length > 0);
  const before = new Map(here.map(one => [one.ref, said(one)]));
  const changed = filled.filter(one => before.get(one.ref) !== said(one));
  const kept = new Set(filled.map(one => one.ref));
  const gone = here.filter(one => !one.touched && !kept.has(one.ref)).map(one => one.ref);
  if (gone.length > 0) await q.count('delete from synonyms where ref = any ($1)', [gone]);
  if (changed.length > 0) await save(q, changed);
}

async function wordsOfStewards(q: Querier): Promise<Set<string>> {
  const rows = await q.rows<{ word: string }>(
    `select w.word from synonym_words w join synonyms s on s.id = w.synonym_id where s.changed_at is not null`,
  );
  return new Set(rows.map(row => row.word));
}

function without(group: ShippedSynonyms, taken: ReadonlySet<string>): ShippedSynonyms {
  const free = (terms: readonly string[]) => terms.filter(term => !taken.has(termKey(term)));
  return { ...group, english: free(group.english), french: free(group.french) };
}

function said({ english, french, also }: ShippedSynonyms): string {
  return JSON.stringify([english, french, also]);
}

async function save(q: Querier, groups: readonly ShippedSynonyms[]): Promise<void> {
  const rows = groups.map(one => ({ ...one, key: key(), words: [...new Set(termsOf(one).map(termKey))] }));
  const given = JSON.stringify(rows);
  await q.count(
    `insert into synonyms as s (key, ref, english, french, also)
     select key, ref, english, french, also
     from jsonb_to_recordset($1) x (key text, ref text, english text[], french text[], also text)
     on conflict (ref) do update set english = excluded.english, french = excluded.french, also = excluded.also`,
    [given],
  );
  await q.count(
    `delete from synonym_words w using synonyms s, jsonb_to_recordset($1) x (ref text)
     where s.ref = x.ref and w.synonym_id = s.id`,
    [given],
  );
  await q.count(
    `insert into synonym_words (word, synonym_id)
     select word, s.id from jsonb_to_recordset($1) x (ref text, words text[]) join synonyms s on s.ref = x.ref,
       unnest(x.words) word where word <> '' on conflict do nothing`,
    [given],
  );
}
