import type { Actor } from '../actor.ts';
import type { App } from '../app.ts';
import type { TriageChoices } from '../ports/triage-lists.ts';
import type { Folder, WorklistRow } from '../ports/worklists.ts';
import { type FilterAsk, knownIn } from './worklists.ts';

/** Most rows of one file. */
const most = 5_000;

/** The rows of a folder for a file, each written down as exported; `more` when there were too many for one. */
export function exportWorklist(
  app: Pick<App, 'db'>,
  actor: Actor,
  asked: { folder: Folder; filters: FilterAsk },
): Promise<{ rows: WorklistRow[]; triage: TriageChoices; more: boolean }> {
  return app.db.as(actor, async tx => {
    const filters = await knownIn(tx, asked.filters);
    const rows: WorklistRow[] = [];
    let after: string | undefined;
    do {
      const page = await tx.worklists.page(asked.folder, { filters, after, limit: 100, act: 'export' });
      rows.push(...page.rows);
      after = page.next ?? undefined;
    } while (after !== undefined && rows.length < most);
    return { rows, triage: await tx.triageLists.all(), more: after !== undefined };
  });
}
