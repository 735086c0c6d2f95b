import { key as newKey } from '../app/ports/ids.ts';
import type { UrgentChange, UrgentPhrase, UrgentPhrases } from '../app/ports/urgent-phrases.ts';
import type { Querier } from './querier.ts';

const columns = `p.id, p.key, p.language, p.phrase, p.ref is not null as shipped, p.version,
  p.changed_at as "changedAt", p.removed_at as "removedAt"`;

/** The list of what sounds like an emergency, in one transaction. */
export function urgentPhrasesOf(q: Querier): UrgentPhrases {
  return {
    inUse: async () => {
      const rows = await q.rows<{ phrase: string; used: boolean }>(
        'select phrase, removed_at is null as used from urgent_phrases order by id',
      );
      return rows.length === 0 ? null : rows.filter(row => row.used).map(row => row.phrase);
    },
    all: () =>
      q.rows<UrgentPhrase>(
        `select ${columns} from urgent_phrases p where removed_at is null order by language, phrase`,
      ),
    byKey: key => q.one<UrgentPhrase>(`select ${columns} from urgent_phrases p where key = $1`, [key]),
    add: async (language, phrase) =>
      (await q.count(
        `insert into urgent_phrases as p (key, language, phrase) values ($1, $2, $3)
         on conflict (language, phrase) do update set removed_at = null where p.removed_at is not null`,
        [newKey(), language, phrase],
      )) === 1,
    change: (key, version, phrase) => change(q, { key, version, phrase }),
    remove: async (key, version) =>
      (await q.count(
        `update urgent_phrases set removed_at = now() where key = $1 and version = $2 and removed_at is null`,
        [key, version],
      )) === 1,
    changes: () =>
      q.rows<UrgentChange>(
        'select at, member_id as by, was, now from urgent_phrase_changes order by id desc limit 50',
      ),
    ship: phrases => ship(q, phrases),
  };
}

async function change(
  q: Querier,
  { key, version, phrase }: { key: string; version: number; phrase: string },
): Promise<'done' | 'stale' | 'taken'> {
  const taken = await q.one(
    `select from urgent_phrases p join urgent_phrases me on me.key = $1
     where p.language = me.language and p.phrase = $2 and p.id <> me.id`,
    [key, phrase],
  );
  if (taken) return 'taken';
  const changed = await q.count(
    'update urgent_phrases set phrase = $3, removed_at = null where key = $1 and version = $2',
    [key, version, phrase],
  );
  return changed === 1 ? 'done' : 'stale';
}

async function ship(
  q: Querier,
  phrases: readonly { language: 'en' | 'fr'; phrase: string }[],
): Promise<void> {
  const rows = phrases.map(one => ({ ...one, key: newKey(), ref: `${one.language} ${one.phrase}` }));
  await q.count(
    'delete from urgent_phrases where changed_at is null and ref is not null and ref <> all ($1)',
    [rows.map(row => row.ref)],
  );
  await q.count(
    `insert into urgent_phrases (key, ref, language, phrase)
     select key, ref, language, phrase from jsonb_to_recordset($1) x (key text, ref text, language text, phrase text)
     on conflict do nothing`,
    [JSON.stringify(rows)],
  );
}
