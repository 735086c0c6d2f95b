import { allowed } from '../domain/case/machine.ts';
import type { CaseType, Side } from '../domain/case/state.ts';
import type { Actor } from './actor.ts';
import { knownOf } from './by.ts';
import { machines } from './machines.ts';
import type { CaseAttachment } from './ports/attachments.ts';
import type { ReadCase, ReadRequest } from './ports/cases.ts';
import type { Tx } from './ports/database.ts';
import type { NoticeLine } from './ports/notices.ts';
import type { TriageChoices } from './ports/triage-lists.ts';
import type { GuestName } from './ports/workspaces.ts';
import type { Acts } from './run-verb.ts';

/** A case as its page tells it. */
export interface CaseStory extends ReadCase {
  /** What the actor may do now, by the side it would act for. */
  may: readonly { side: Side; verbs: readonly string[] }[];
  /** Files this party may open, without the struck. */
  attachments: readonly CaseAttachment[];
  notices: readonly NoticeLine[];
}

export interface RequestStory extends Omit<ReadRequest, 'cases'> {
  cases: readonly CaseStory[];
  names: Names;
}

/** Names of everybody the story speaks of, by inside id. */
export interface Names {
  sites: Readonly<
    Record<number, { en: string; fr: string; zone: string; phone: string | null; fax: string | null }>
  >;
  members: Readonly<Record<number, { name: string; title: string | null }>>;
  services: Readonly<
    Record<number, { key: string; en: string; fr: string; site?: { en: string; fr: string } }>
  >;
  /** Who answered in a workspace, by the number of its link. */
  guests?: Readonly<Record<number, GuestName>>;
  /** Priorities and protocols of the reader's site, where the story tells of a triage. */
  triage?: TriageChoices;
}

/**
 * Reads a request as one party may know it, and writes down that it was read. Null, also written down, when there is
 * none of that key or it is not this party's: the two look the same.
 */
export async function readRequest(
  app: Acts,
  actor: Actor,
  requestKey: string,
  why?: string,
): Promise<RequestStory | null> {
  return app.db.as(actor, tx => readRequestIn(tx, requestKey, why));
}

/** `readRequest` inside a transaction that does more. */
export async function readRequestIn(tx: Tx, requestKey: string, why?: string): Promise<RequestStory | null> {
  const read = await tx.cases.readRequest(requestKey);
  if (!read) return notFound(tx, requestKey);
  const ids = read.cases.map(one => one.id);
  const notices = await tx.notices.ofCases(ids);
  const cases: CaseStory[] = [];
  for (const one of read.cases)
    cases.push({
      ...one,
      may: mayOn(tx.actor, one),
      attachments: await tx.attachments.ofCase(one.id),
      notices: notices.filter(notice => notice.caseId === one.id),
    });
  if (read.cases.some(one => one.unread)) await tx.cases.noteOpened(ids);
  const about = { what: 'request', ids: [read.id], patient: read.patientId ?? undefined };
  await tx.audit.add({ act: 'open', ...about, ...(why !== undefined && { why }), result: 'ok' });
  return { ...read, cases, names: await namesIn(tx, read) };
}

/** One case with the request it belongs to, for the page of one verb. */
export interface CaseInStory {
  story: RequestStory;
  one: CaseStory;
}

/** `readRequestIn`, found by the key of one of its cases, which is of that type. */
export async function readCaseIn(tx: Tx, caseKey: string, type: CaseType): Promise<CaseInStory | null> {
  const requestKey = await tx.cases.requestKeyOf(caseKey, type);
  if (requestKey === null) return caseNotFound(tx, caseKey);
  const story = await readRequestIn(tx, requestKey);
  const one = story?.cases.find(each => each.key === caseKey);
  return story && one ? { story, one } : null;
}

async function caseNotFound(tx: Tx, caseKey: string): Promise<null> {
  const found = await tx.cases.lock(caseKey);
  const id = typeof found === 'object' ? found.id : found;
  const [ids, result] = typeof id === 'number' ? [[id], 'denied' as const] : [[], 'missing' as const];
  await tx.audit.add({ act: 'open', what: 'case', ids, result });
  return null;
}

async function notFound(tx: Tx, requestKey: string): Promise<null> {
  const id = await tx.cases.requestNumber(requestKey);
  const [ids, result] = id === null ? [[], 'missing' as const] : [[id], 'denied' as const];
  await tx.audit.add({ act: 'open', what: 'request', ids, result });
  return null;
}

/** A party that has left sees the case as it was; all it may still do is take it back. */
function mayOn(actor: Actor, one: ReadCase): CaseStory['may'] {
  const known = knownOf(actor);
  const left = (verb: string) => one.until === null || verb === 'reopen';
  return one.sides.map(side => {
    const verbs = allowed(machines[one.type], one.state, { ...known, side });
    return { side, verbs: verbs.filter(left) };
  });
}

async function namesIn(tx: Tx, read: ReadRequest): Promise<Names> {
  const { sites, members, services } = idsIn(read);
  const [found, cards, offered] = [
    await tx.sites.byIds(sites),
    await tx.people.cards(members),
    await tx.cases.serviceNames(services),
  ];
  const triaged = read.cases.some(one => one.events.some(({ type }) => type === 'triaged'));
  const guests = await guestsIn(tx, read);
  return {
    ...(guests && { guests }),
    ...(triaged && { triage: await tx.triageLists.all() }),
    sites: Object.fromEntries(
      found.map(({ id, nameEn: en, nameFr: fr, zone, phone, fax }) => [id, { en, fr, zone, phone, fax }]),
    ),
    members: Object.fromEntries(cards.map(({ member, name, title }) => [member, { name, title }])),
    services: Object.fromEntries(offered.map(({ service, ...named }) => [service, named])),
  };
}

/** Undefined where nobody answered in a workspace, as in nearly every story. */
async function guestsIn(tx: Tx, read: ReadRequest): Promise<Names['guests']> {
  const answered = read.cases.filter(one =>
    one.events.some(({ by }) => by.side === 'receiver' && by.link !== undefined && by.link !== null),
  );
  if (answered.length === 0) return undefined;
  const found = await tx.workspaces.names(answered.map(one => one.id));
  return Object.fromEntries(found.map(one => [one.link, one]));
}

/** Every site, member and service that states and events name, wherever in them. */
function idsIn(read: ReadRequest): { sites: number[]; members: number[]; services: number[] } {
  const found = { sites: new Set<number>(), members: new Set<number>(), services: new Set<number>() };
  const kinds: Record<string, keyof typeof found> = {
    site: 'sites',
    member: 'members',
    clinician: 'members',
    actingFor: 'members',
    service: 'services',
    suggested: 'services',
    services: 'services',
    shortlist: 'services',
  };
  const look = (value: unknown, name: string): void => {
    const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
    if (typeof value === 'number' && kind) found[kind].add(value);
    else if (Array.isArray(value)) for (const inner of value) look(inner, name);
    else if (typeof value === 'object' && value !== null)
      for (const [inside, inner] of Object.entries(value)) look(inner, inside);
  };
  for (const { state, events } of read.cases) look([state, events], '');
  return { sites: [...found.sites], members: [...found.members], services: [...found.services] };
}
