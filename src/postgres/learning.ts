import type { Learning, LearningEntry, LearningYear } from '../app/ports/learning.ts';
import type { Learnt } from '../domain/library/learning.ts';
import type { Querier } from './querier.ts';

/** Most that one person keeps. */
const most = 5_000;
const columns =
  'key, version, on_day as "day", kind, topic, asked, learnt, changed, sources, minutes' as const;

const valuesOf = ({ day, kind, topic, asked, learnt, changed, sources, minutes }: Learnt) => [
  ...[day, kind, topic, asked],
  ...[learnt, changed, sources, minutes],
];

/** One's own learning record, in one transaction; the policy of the table lets nobody at another's. */
export function learningOf(q: Querier): Learning {
  return {
    years: () =>
      q.rows<LearningYear>(
        `select extract(year from on_day)::integer as year, count(*)::integer as entries, sum(minutes)::integer as minutes
         from learning_entries group by 1 order by 1 desc`,
      ),
    between: (from, until) =>
      q.rows<LearningEntry>(
        `select ${columns} from learning_entries where on_day between $1 and $2 order by on_day, id`,
        [from, until],
      ),
    byKey: key => q.one<LearningEntry>(`select ${columns} from learning_entries where key = $1`, [key]),
    keep: async (key, learnt) => {
      const { n } = (await q.one<{ n: number }>('select count(*)::int as n from learning_entries'))!;
      if (n >= most) return false;
      await q.count(
        `insert into learning_entries (key, on_day, kind, topic, asked, learnt, changed, sources, minutes, person_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, app_person())`,
        [key, ...valuesOf(learnt)],
      );
      return true;
    },
    change: async ({ key, version }, learnt) => {
      const changed = await q.count(
        `update learning_entries set on_day = $3, kind = $4, topic = $5, asked = $6, learnt = $7, changed = $8, sources = $9,
           minutes = $10, version = version + 1 where key = $1 and version = $2`,
        [key, version, ...valuesOf(learnt)],
      );
      return changed > 0 ? 'done' : 'stale';
    },
    remove: async key => (await q.count('delete from learning_entries where key = $1', [key])) > 0,
    specialtyOf: service =>
      q.one(
        `select k.name_en as en, k.name_fr as fr from services s join service_categories k on k.code = s.category
         where s.id = $1`,
        [service],
      ),
  };
}
