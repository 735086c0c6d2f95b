import type { CaseType } from '../../domain/case/state.ts';
import type { Instant } from '../../domain/case/time.ts';
import type { Actor } from '../actor.ts';
import type { App } from '../app.ts';
import type { Tx } from '../ports/database.ts';
import type { DraftLine } from '../ports/drafts.ts';
import type { ListSettings, SavedView } from '../ports/my-lists.ts';
import type { MemberCard } from '../ports/people.ts';
import type { TriageChoices } from '../ports/triage-lists.ts';
import type {
  Facets,
  Filters,
  Folder,
  FolderCounts,
  Neighbours,
  StatusCount,
  WorklistPage,
} from '../ports/worklists.ts';
import { isEndedFolder } from './worklist-folders.ts';

type Reads = Pick<App, 'db'>;

/** Rows of one page of a worklist. */
export const pageLength = 50;

/** Filters as an address has them: keys, never numbers. */
export interface FilterAsk {
  type?: CaseType;
  service?: string;
  assigned?: string;
  urgent?: boolean;
  priority?: string;
  protocol?: string;
  language?: string;
  region?: string;
  /** Key of the site on the other side. */
  other?: string;
  /** Key of the member in whose name it was asked. */
  clinician?: string;
  search?: string;
}

export interface WorklistAsk {
  folder: Folder;
  filters: FilterAsk;
  /** Where the page before ended. */
  after?: string;
  /** The ends of today, tomorrow and this week, for the groups of a folder sorted by due time. */
  ends: readonly Instant[];
}

/** What the rail shows beside every list. */
export interface FolderNumbers {
  counts: FolderCounts;
  ended: readonly StatusCount[];
  drafts: number;
  /** Of these, written by others for the actor's signature. */
  toSign: number;
  /** Answers that wait for a group of the actor to publish them. */
  toPublish: number;
  /** Faxes of the site that wait to be written in. */
  faxes: number;
}

export interface WorklistView extends FolderNumbers {
  page: WorklistPage;
  /** How many are overdue, due before each of `ends`, and later; null for a folder of ended cases, which has no due times. */
  due: readonly number[] | null;
  /** Under the first page of what needs me: the first five that wait on others. */
  waiting: WorklistPage | null;
  facets: Facets;
  colleagues: readonly MemberCard[];
  /** Priorities and protocols of the site. */
  triage: TriageChoices;
  settings: ListSettings;
  views: readonly SavedView[];
  /** Names of colleagues who look at a request now, by its key. */
  looking: Readonly<Record<string, string>>;
}

/** One page of a folder with the counts of all folders, as the actor's site may see them. */
export function readWorklist(app: Reads, actor: Actor, ask: WorklistAsk): Promise<WorklistView> {
  const { folder, after, ends } = ask;
  const plain = Object.values(ask.filters).every(value => value === undefined);
  return app.db.as(actor, async tx => {
    const facets = await tx.worklists.facets();
    const colleagues = actor.kind === 'person' ? await tx.people.colleagues(actor.site) : [];
    const filters = known(ask.filters, { facets, colleagues });
    return {
      ...(await numbersIn(tx)),
      page: await tx.worklists.page(folder, { filters, after, limit: pageLength }),
      due: isEndedFolder(folder) ? null : await tx.worklists.dueCounts(folder, [tx.now, ...ends], filters),
      waiting:
        folder === 'needs-me' && plain && !after
          ? await tx.worklists.page('waits-on-others', { limit: 5 })
          : null,
      facets,
      colleagues,
      triage: await tx.triageLists.all(),
      settings: await tx.myLists.settings(),
      views: await tx.myLists.views(),
      looking: Object.fromEntries((await tx.looks.here()).map(one => [one.requestKey, one.name])),
    };
  });
}

/** Where a request stands in the list it was opened from; null when it is not there, and for lists of what has ended. */
export function readNeighbours(
  app: Reads,
  actor: Actor,
  asked: { folder: Folder; filters: FilterAsk; requestKey: string },
): Promise<Neighbours | null> {
  const { folder, requestKey } = asked;
  if (isEndedFolder(folder)) return Promise.resolve(null);
  return app.db.as(actor, async tx => {
    const filters = await knownIn(tx, asked.filters);
    return tx.worklists.neighbours(folder, { requestKey, filters });
  });
}

/** Filters by inside ids; looks up only what is asked for. */
export async function knownIn(tx: Tx, asked: FilterAsk): Promise<Filters> {
  const { service, other, clinician, assigned } = asked;
  const facets = service || other || clinician ? await tx.worklists.facets() : null;
  const site = assigned && tx.actor.kind === 'person' ? tx.actor.site : undefined;
  const colleagues = site === undefined ? [] : await tx.people.colleagues(site);
  return known(asked, { facets, colleagues });
}

interface Known {
  facets: Facets | null;
  colleagues: readonly MemberCard[];
}

/** Keys of what the site does not have fit nothing, rather than everything. */
function known(asked: FilterAsk, { facets, colleagues }: Known): Filters {
  const { type, service, assigned, urgent, search, other, clinician, ...plain } = asked;
  const member = colleagues.find(one => one.key === assigned)?.member ?? 0;
  const idOf = (list: readonly { id: number; key: string }[] | undefined, key: string) =>
    list?.find(one => one.key === key)?.id ?? 0;
  return {
    ...plain,
    ...(type && { type }),
    ...(service && { service: idOf(facets?.services, service) }),
    ...(other && { other: idOf(facets?.others, other) }),
    ...(clinician && { clinician: idOf(facets?.clinicians, clinician) }),
    ...(assigned && { assigned: assigned === 'me' ? 'me-or-none' : member }),
    ...(urgent && { urgent }),
    ...(search && { search }),
  };
}

async function numbersIn(tx: Tx): Promise<FolderNumbers> {
  const drafts = await tx.drafts.mine();
  return {
    counts: await tx.worklists.counts(),
    ended: await tx.worklists.endedCounts(),
    drafts: drafts.length,
    toSign: drafts.filter(one => one.sign === 'mine').length,
    toPublish: await tx.library.waitingCount(),
    faxes: await tx.faxesIn.toDo(),
  };
}

/** The requests that are not sent yet, with the counts of all folders. */
export function readDrafts(app: Reads, actor: Actor): Promise<FolderNumbers & { lines: DraftLine[] }> {
  return app.db.as(actor, async tx => {
    const lines = await tx.drafts.mine();
    await tx.audit.add({ act: 'worklist', what: 'draft', ids: [], result: 'ok' });
    return { ...(await numbersIn(tx)), lines };
  });
}

/**
 * The key of the request to do next: the first of a folder by due time that is not the one just decided; null when there
 * is none. For the link "Next in Needs me now" to `/requests/:key`.
 */
export function nextInFolder(
  app: Reads,
  actor: Actor,
  not?: string,
  folder: Folder = 'needs-me',
): Promise<string | null> {
  return app.db.as(actor, async tx => {
    const { rows } = await tx.worklists.page(folder, { limit: 5 });
    return rows.find(row => row.requestKey !== not)?.requestKey ?? null;
  });
}
