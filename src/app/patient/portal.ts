import type { Period } from '../../domain/case/state.ts';
import type { Instant } from '../../domain/case/time.ts';
import type { PatientCase } from '../../domain/timeline/patient-steps.ts';
import { type Expected, expectedFor } from '../../domain/waits/expected.ts';
import type { Actor } from '../actor.ts';
import type { App } from '../app.ts';
import type { Tx } from '../ports/database.ts';
import { secret } from '../ports/ids.ts';
import type { Look } from '../ports/patient-links.ts';
import { type CaseStory, type RequestStory, readRequestIn } from '../read-request.ts';
import { type PatientTimes, patientTimes } from '../schedule/patient-times.ts';
import { tokenHash } from '../tokens.ts';
import { type Choice, choicesOf } from './choices.ts';

const visitor: Actor = { kind: 'visitor' };

/** True when the link still opens. Changes nothing, so that mail scanners may follow it. */
export function linkLives(app: App, token: string): Promise<boolean> {
  return app.db.as(visitor, tx => tx.patientLinks.lives(tokenHash(token)));
}

export type Opening =
  | { result: 'opened'; session: string }
  | { result: 'wrong'; triesLeft: number }
  | { result: 'dead' };

/**
 * The birth date at the patient's door. The right one opens a session of its own and ends the one the browser had; the
 * fifth wrong one closes the link and tells the office that sent it. Links that are closed, too old or never made are one
 * answer.
 */
export function openLink(
  app: App,
  given: { token: string; birthDate: string; before?: string },
): Promise<Opening> {
  const session = secret();
  return app.db.as(visitor, async tx => {
    const tried = await tx.patientLinks.open(tokenHash(given.token), given.birthDate, tokenHash(session));
    const about = { act: 'open-link', what: 'link', ids: tried.link === null ? [] : [tried.link] };
    if (tried.result === 'opened') {
      if (given.before !== undefined) await tx.people.closeSession(tokenHash(given.before));
      await tx.audit.add({ ...about, result: 'ok' });
      return { result: 'opened', session };
    }
    await tx.audit.add({ ...about, why: tried.result, result: tried.link === null ? 'missing' : 'denied' });
    if (tried.result === 'wrong') return { result: 'wrong', triesLeft: tried.triesLeft };
    if (tried.told !== null) await tellSender(tx, tried.told);
    return { result: 'dead' };
  });
}

/** "Not for me": the link closes at once and the office that sent it is told. The same for a link that was closed before. */
export function refuseLink(app: App, token: string): Promise<void> {
  return app.db.as(visitor, async tx => {
    const refused = await tx.patientLinks.refuse(tokenHash(token));
    if (refused) await tellSender(tx, refused.told);
    const ids = refused ? [refused.link] : [];
    await tx.audit.add({ act: 'refuse-link', what: 'link', ids, result: refused ? 'ok' : 'missing' });
  });
}

async function tellSender(tx: Tx, caseId: number): Promise<void> {
  await tx.jobs.add({ kind: 'tell-sender', payload: { case: caseId, template: 'link-closed' } });
}

/** The request of a patient's session, read and written down; null when its link is gone. */
export interface PatientPage {
  story: RequestStory;
  /** The one that goes on, else the latest. */
  current: CaseStory;
  /** What the patient may choose from now, in the order of the requester. */
  choices: readonly Choice[];
  /** When most people like this one are seen there, of how many people that is known; absent: nothing is known. */
  expected?: Expected & { people: number };
  /** When an office was told that this request is open, or it was sent beside another; newest first. */
  overlaps: readonly Instant[];
  /** What the schedules of the clinic let the patient do now. */
  times: PatientTimes;
  /** Key of the case with a visit that the patient may speak about. */
  survey: string | null;
}

export function readPatientPage(app: Pick<App, 'db'>, actor: Actor): Promise<PatientPage | null> {
  return app.db.as(actor, async tx => {
    const key = await tx.patientLinks.requestKey();
    const read = key === null ? null : await readRequestIn(tx, key);
    const story = read && { ...read, cases: toldCases(read.cases) };
    const current = story?.cases.findLast(one => one.state.hold) ?? story?.cases.at(-1);
    if (!story || !current) return null;
    const [choices, overlaps] = [await choicesOf(tx, current), await tx.overlaps.told()];
    const [expected, times] = [await expectedOf(tx, current), await patientTimes(tx, current)];
    const survey = await tx.visitSurveys.open();
    return { story, current, choices, overlaps, times, survey, ...(expected && { expected }) };
  });
}

/** The patient was told of the case: as it went, or by what the requester wrote. Docs/decisions/0062. */
export function isTold({ state, events }: Pick<CaseStory, 'state' | 'events'>): boolean {
  const shown = events.some(
    ({ type, by, audience }) => type === 'messaged' && by.side === 'requester' && audience === 'everyone',
  );
  return shown || !state.untold;
}

/**
 * All of them, when none was told: the office gave this very link into the patient's hand. What a specialist asked another is
 * among none of these (docs/decisions/0063).
 */
function toldCases(cases: RequestStory['cases']): RequestStory['cases'] {
  const own = cases.filter(({ state }) => !state.helps);
  const told = own.filter(isTold);
  return told.length === 0 ? own : told;
}

/** By the public figures of the service; a figure of few people is none. */
async function expectedOf(tx: Tx, { state, type }: CaseStory): Promise<PatientPage['expected']> {
  const { service } = state.receiver;
  if (service === undefined || !state.hold) return undefined;
  const { lines } = await tx.waits.of(service);
  const measure = type === 'econsult' ? 'answer' : 'wait1';
  const mine = lines.filter(one => one.measure === measure && one.label === '' && one.people !== null);
  const wait = mine.find(one => one.urgency === state.urgency) ?? mine.find(one => one.urgency === '');
  if (!wait?.people) return undefined;
  const away = state.unavailable.reduce((days, one) => days + daysIn(one), 0);
  const expected = expectedFor(wait, { startedAt: state.startedAt, away, now: tx.now });
  return expected && { ...expected, people: wait.people };
}

function daysIn({ from, until }: Period): number {
  return Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000) + 1;
}

/** The latest hundred lines of who opened or changed the patient's request. */
export function whoLooked(app: Pick<App, 'db'>, actor: Actor): Promise<Look[]> {
  return app.db.as(actor, async tx => {
    await tx.audit.add({ act: 'read-record', what: 'request', ids: [], result: 'ok' });
    return tx.patientLinks.looks(100);
  });
}

/** When each status was first reached, by the events this patient may read. */
export function patientCase(one: CaseStory): PatientCase {
  const reached: Record<string, string> = {};
  for (const { at, body } of one.events)
    if (typeof body === 'object' && typeof body.status === 'string') reached[body.status] ??= at;
  const { type, state, openedAt } = one;
  const start = state.appointment?.start;
  const choosing = 'shortlist' in state;
  const { toBeChosen } = state.receiver;
  const visit = start === undefined ? {} : { visit: start };
  return {
    type,
    status: state.status,
    openedAt,
    reached,
    ...visit,
    ...(choosing && { choosing }),
    ...(toBeChosen && { toBeChosen }),
  };
}

/** Words of the case that are for the patient: what the clinic asks, and messages to everyone. */
export function saidToPatient(one: CaseStory): Said[] {
  return one.events.flatMap(({ type, by, at, body }): Said[] => {
    if (typeof body !== 'object' || typeof body.text !== 'string') return [];
    const mine = by.side === 'patient';
    if (mine) return type === 'messaged' ? [{ at, text: body.text, kind: 'mine' }] : [];
    const kind = type === 'info-asked' ? 'question' : type === 'messaged' ? 'message' : undefined;
    return kind ? [{ at, text: body.text, kind }] : [];
  });
}

export interface Said {
  at: Instant;
  text: string;
  /** `mine`: what the patient answered. */
  kind: 'question' | 'message' | 'mine';
}
