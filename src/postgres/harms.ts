import type { HarmCounts, Harms } from '../app/ports/harms.ts';
import type { Querier } from './querier.ts';

/** Answers that could have harmed, over the functions of the database. */
export function harmsOf(q: Querier): Harms {
  return {
    ofGroup: key =>
      q.rows(
        `select case_id as "caseId", patient_id as "patientId", key, seq, reference, cause, said, said_at as at
         from group_harms($1)`,
        [key],
      ),
    groups: () => q.rows('select key, name from harmed_groups()'),
    settle: async (group, { key, seq }) => {
      const values = [group, key, seq];
      return (await q.one<{ done: boolean }>('select settle_harm($1, $2, $3) as done', values))!.done;
    },
    counts: async (from, until) =>
      (await q.one<HarmCounts>('select advice, delay, open from harm_counts($1, $2)', [from, until]))!,
  };
}
