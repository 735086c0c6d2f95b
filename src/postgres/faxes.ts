import type { Faxes, FaxSettled, FaxState } from '../app/ports/faxes.ts';
import type { Querier } from './querier.ts';

/** Faxes that leave, in one transaction. */
export function faxesOf(q: Querier): Faxes {
  return {
    add: ({ key, link, kind, blob }) =>
      q.one('select fax, "case" from add_fax($1, $2, $3, $4)', [key, link, kind, blob]),
    toHand: fax => q.one('select key, number, kind, blob, link from fax_to_hand($1)', [fax]),
    handed: async fax => {
      await q.rows('select fax_handed($1)', [fax]);
    },
    settle: (key, ok, why) =>
      q.one<FaxSettled>(
        `select fax, kind, "case", case_key as "caseKey", tries, again from fax_result($1, $2, $3)`,
        [key, ok, why],
      ),
    ofLink: link =>
      q.one<FaxState>(`select state, tries, why, state_at as "stateAt" from fax_of_link($1)`, [link]),
  };
}
