import type { LateCase, Programme } from '../app/ports/programme.ts';
import type { Querier } from './querier.ts';

/** The programme's view, in one transaction. */
export function programmeOf(q: Querier): Programme {
  return {
    late: limit => q.rows<LateCase>('select * from late_in_network($1, $2)', [q.now, limit]),
    countLate: async () =>
      (await q.one<{ count: number }>('select count_late($1) as count', [q.now]))?.count ?? 0,
  };
}
