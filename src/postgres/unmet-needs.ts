import type { UnmetNeed, UnmetNeeds } from '../app/ports/unmet-needs.ts';
import type { Querier } from './querier.ts';

/** What nobody offers, in one transaction. */
export function unmetNeedsOf(q: Querier): UnmetNeeds {
  return {
    count: async (patient, words, service) =>
      void (await q.rows('select count_unmet_search($1, $2, $3)', [patient, service, words])),
    since: day =>
      q.rows<UnmetNeed>(
        'select region, category, name_en, name_fr, declines, searches from unmet_needs($1)',
        [day],
      ),
  };
}
