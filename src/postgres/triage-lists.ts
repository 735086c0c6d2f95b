import type { TriageChoice, TriageKind, TriageLists } from '../app/ports/triage-lists.ts';
import type { Querier } from './querier.ts';

/** Priorities and protocols of the actor's site, in one transaction. */
export function triageListsOf(q: Querier): TriageLists {
  return {
    all: async () => {
      const rows = await q.rows<TriageChoice & { kind: TriageKind }>(
        'select kind, name_en as en, name_fr as fr from triage_choices order by position, id',
      );
      const of = (kind: TriageKind) =>
        rows.filter(row => row.kind === kind).map(({ en, fr }) => ({ en, fr }));
      return { priority: of('priority'), protocol: of('protocol') };
    },
    replace: async (kind, choices) => {
      // The walls would hide that nothing was deleted for somebody who may not.
      const may = await q.one<{ keeps: boolean }>('select keeps_listings(app_site()) as keeps');
      if (!may?.keeps) throw new Error('a list that the actor does not keep was to be changed');
      await q.count('delete from triage_choices where kind = $1', [kind]);
      await q.count(
        `insert into triage_choices (site_id, kind, position, name_en, name_fr)
         select app_site(), $1, n, en, fr from unnest($2::text[], $3::text[]) with ordinality as t (en, fr, n)`,
        [kind, choices.map(one => one.en), choices.map(one => one.fr)],
      );
    },
  };
}
