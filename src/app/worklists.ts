import type { Instant } from '../domain/case/time.ts';
import type { Actor } from './actor.ts';
import type { App } from './app.ts';
import type { DraftLine } from './ports/drafts.ts';
import type { Filters, Folder, FolderCounts, StatusCount, WorklistPage } from './ports/worklists.ts';

/** Rows of one page of a worklist. */
export const pageLength = 50;

export interface WorklistAsk {
  folder: Folder;
  filters: Filters;
  /** Where the page before ended. */
  after?: string;
  /** The ends of today, tomorrow and this week, for the groups of a folder sorted by due time. */
  ends: readonly Instant[];
  /** Also the first of what waits on others. */
  waiting?: boolean;
}

export interface WorklistView {
  page: WorklistPage;
  counts: FolderCounts;
  ended: readonly StatusCount[];
  drafts: number;
  /** How many are overdue, due before each of `ends`, and later. */
  due: readonly number[];
  waiting: WorklistPage | null;
}

/** One page of a folder with the counts of all folders, as the actor's site may see them. */
export function readWorklist(app: Pick<App, 'db'>, actor: Actor, ask: WorklistAsk): Promise<WorklistView> {
  const { folder, filters, after, ends, waiting } = ask;
  return app.db.as(actor, async tx => ({
    page: await tx.worklists.page(folder, { filters, after, limit: pageLength }),
    counts: await tx.worklists.counts(),
    ended: await tx.worklists.endedCounts(),
    drafts: (await tx.drafts.mine()).length,
    due: await tx.worklists.dueCounts(folder, [tx.now, ...ends], filters),
    waiting: waiting ? await tx.worklists.page('waits-on-others', { limit: 5 }) : null,
  }));
}

export interface DraftsView {
  drafts: readonly DraftLine[];
  counts: FolderCounts;
  ended: readonly StatusCount[];
}

/** The requests that are not sent yet, with the counts of all folders. */
export function readDrafts(app: Pick<App, 'db'>, actor: Actor): Promise<DraftsView> {
  return app.db.as(actor, async tx => {
    const drafts = await tx.drafts.mine();
    await tx.audit.add({ act: 'worklist', what: 'draft', ids: [], result: 'ok' });
    return { drafts, counts: await tx.worklists.counts(), ended: await tx.worklists.endedCounts() };
  });
}

/**
 * The key of the request to do next: the first of a folder by due time that is not the one just decided; null when there
 * is none. For the link "Next in Needs me now" to `/requests/:key`.
 */
export function nextInFolder(
  app: Pick<App, 'db'>,
  actor: Actor,
  not?: string,
  folder: Folder = 'needs-me',
): Promise<string | null> {
  return app.db.as(actor, async tx => {
    const { rows } = await tx.worklists.page(folder, { limit: 5 });
    return rows.find(row => row.requestKey !== not)?.requestKey ?? null;
  });
}
