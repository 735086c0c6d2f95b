import { key as newKey } from '../app/ports/ids.ts';
import type { KeptSynonyms, SynonymList } from '../app/ports/synonyms.ts';
import type { Querier } from './querier.ts';

const columns = `s.id, s.key, s.english, s.french, s.also, s.ref is not null as shipped, s.version,
  s.changed_at as "changedAt", s.changed_by as "changedBy", s.removed_at as "removedAt"`;

/** The list of synonyms, in one transaction. */
export function synonymsOf(q: Querier): SynonymList {
  return {
    lock: async () => void (await q.rows(`select pg_advisory_xact_lock(7261, 4)`)),
    all: () =>
      q.rows<KeptSynonyms>(
        `select ${columns} from synonyms s where s.removed_at is null
         order by lower(coalesce(s.english[1], s.french[1])), s.id`,
      ),
    byKey: key => q.one<KeptSynonyms>(`select ${columns} from synonyms s where s.key = $1`, [key]),
    holders: async words => {
      const rows = await q.rows<KeptSynonyms & { word: string }>(
        `select w.word, ${columns} from synonym_words w join synonyms s on s.id = w.synonym_id
         where w.word = any ($1) and s.removed_at is null order by w.word`,
        [words],
      );
      return rows.map(({ word, ...group }) => ({ word, group }));
    },
    add: async ({ english, french, also }, words) => {
      const added = await q.one<KeptSynonyms>(
        `insert into synonyms as s (key, english, french, also) values ($1, $2, $3, $4) returning ${columns}`,
        [newKey(), english, french, also],
      );
      await setWords(q, added!.id, words);
      return added!;
    },
    change: async (id, { english, french, also }, words) => {
      await q.count(
        'update synonyms set english = $2, french = $3, also = $4, removed_at = null where id = $1',
        [id, english, french, also],
      );
      await setWords(q, id, words);
    },
    remove: async id => {
      await q.count('update synonyms set removed_at = now() where id = $1', [id]);
      await setWords(q, id, []);
    },
  };
}

async function setWords(q: Querier, id: number, words: readonly string[]): Promise<void> {
  await q.count('delete from synonym_words where synonym_id = $1', [id]);
  await q.count('insert into synonym_words (word, synonym_id) select unnest($2::text[]), $1', [id, words]);
}
