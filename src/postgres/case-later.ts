import type { CaseLater, DueLater } from '../app/ports/case-later.ts';
import type { Querier } from './querier.ts';

/** What is asked after the end, over the functions of the database. */
export function caseLaterOf(q: Querier): CaseLater {
  return {
    change: async (caseId, { drop, rows }) => {
      await q.rows('select set_later($1, $2, $3)', [caseId, drop, JSON.stringify(rows)]);
    },
    take: limit => q.rows<DueLater>('select case_id as "caseId", what, at from take_later($1)', [limit]),
    caseKey: async caseId =>
      (await q.one<{ key: string | null }>('select later_case($1) as key', [caseId]))?.key ?? null,
    newsUnread: async caseId =>
      (await q.one<{ unread: boolean }>('select visit_off_unread($1) as unread', [caseId]))!.unread,
  };
}
