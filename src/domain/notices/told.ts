import type { CommonEvent, RecordedEvent } from '../case/events.ts';
import type { CaseState, Side } from '../case/state.ts';
import type { EConsultEvent } from '../econsult/econsult.ts';
import type { ReferralEvent } from '../referral/referral.ts';
import type { Template } from './template.ts';

/** Every event that either machine can write. */
export type EventType = (CommonEvent | ReferralEvent | EConsultEvent)['type'];

/** Sides with somebody who works here. */
export type Party = 'requester' | 'receiver' | 'intake';

/**
 * How the patient hears: `asked` when the next step is theirs by it; `moved` also when their request moved on; `heard`
 * always; `to-do` always, as something to answer.
 */
export type ToPatient = 'asked' | 'moved' | 'heard' | 'to-do';

/** Who hears of an event, besides whoever caused it. */
export interface Told {
  /** Whose turn it becomes, in these words. */
  turn?: Template;
  /** The other sides, when the case comes to another status. */
  parties?: true;
  /** Further sides that hear it, and in which words, whatever the status is. */
  also?(event: RecordedEvent, state: CaseState): Partial<Record<Party, Template>>;
  patient?: ToPatient | ((event: RecordedEvent) => ToPatient | undefined);
}

/** Why an event rings nobody. */
export interface Silent {
  nobody: string;
}

const moves: Told = { turn: 'your-turn', parties: true, patient: 'moved' };
const between: Told = { turn: 'your-turn', parties: true };
const brings: Told = { turn: 'answer', parties: true, patient: 'moved' };
const inOther: Silent = { nobody: 'words that go with another event, which tells' };

const to = (who: Partial<Record<Party, Template>>) => () => who;

/** Statuses in which the receiver has given the case back and does nothing with it. */
const given: readonly string[] = ['declined', 'returned', 'withdrawn', 'shortlisted'];
const working = (state: CaseState) => state.hold !== undefined && !given.includes(state.status);
const byPatient = (event: RecordedEvent): boolean => event.by.side === 'patient';
const asSide = (side: unknown): Party | undefined =>
  (['requester', 'receiver', 'intake'] as const).find(one => one === side);

/** To whoever is at work on it, when a patient or the sender did something that changes the work. */
const toWorker = (template: Template) => (_: RecordedEvent, state: CaseState) =>
  working(state) ? { receiver: template } : {};

/** The reason of every notice: a line for every type of event. The compiler asks for the line of a new one. */
export const tellings: Readonly<Record<EventType, Told | Silent>> = {
  // A referral
  sent: moves,
  transcribed: moves,
  proposed: moves,
  accepted: moves,
  declined: moves,
  expected: { also: to({ requester: 'news', intake: 'news' }), patient: 'heard' },
  forwarded: moves,
  'handed-back': between,
  split: moves,
  advised: brings,
  'advice-taken': moves,
  insisted: moves,
  booked: moves,
  rebooked: { ...moves, also: to({ requester: 'news', intake: 'news' }) },
  unbooked: moves,
  offered: { patient: 'to-do' },
  'slot-taken': { ...moves, also: to({ requester: 'news', receiver: 'news' }) },
  'offer-lapsed': {
    nobody: 'the slot goes to the next on the list, or back to the calendar, where the clinic sees it',
  },
  'short-notice-set': { nobody: 'a wish that the list for short notice reads when a slot comes free' },
  'form-answered': { nobody: 'answers that the clinic reads with the visit, which stands without them' },
  confirmed: moves,
  'cannot-come': moves,
  'other-time-asked': { turn: 'review' },
  visited: { ...moves, patient: 'moved' },
  'did-not-attend': moves,
  'treatment-decided': moves,
  completed: brings,
  acknowledged: moves,
  'managed-elsewhere': moves,
  cancelled: moves,
  withdrawn: moves,
  redirected: moves,
  shortlisted: moves,
  chosen: moves,
  'none-chosen': between,
  'choice-lapsed': { ...between, patient: 'moved' },
  resubmitted: between,
  reopened: moves,
  invited: { nobody: 'the invitation itself is sent by its own job' },
  'invitation-closed': { turn: 'your-turn' },
  claimed: { ...moves, also: to({ requester: 'news', receiver: 'new' }) },
  triaged: { nobody: 'the receiver orders its own work' },
  'consult-note': inOther,
  // An eConsult
  asked: moves,
  released: between,
  answered: brings,
  amended: { also: to({ requester: 'answer' }) },
  'asked-again': between,
  'turned-back': moves,
  converted: moves,
  'outcome-reported': { also: to({ receiver: 'news' }) },
  'colleague-asked': { nobody: 'the case that it opens tells the colleague, and its copy' },
  ticked: { nobody: 'a note of the requester on its own list of things to do' },
  surveyed: inOther,
  // Both
  assigned: between,
  'info-asked': { ...between, patient: 'asked' },
  'info-supplied': between,
  'question-withdrawn': between,
  closed: moves,
  question: inOther,
  advice: inOther,
  messaged: { nobody: 'whom it was written to is told by its audience, in ofMessages' },
  attached: {
    also: (event, state) =>
      byPatient(event) || event.body.owedLetter === true ? toWorker('news')(event, state) : {},
  },
  noted: { nobody: 'a note of one side to itself' },
  remarked: inOther,
  'urgency-changed': {
    turn: 'urgency',
    also: (_, state) => (working(state) ? { receiver: 'urgency', intake: 'urgency' } : {}),
  },
  'patient-corrected': {
    turn: 'your-turn',
    // Who has died does not come to a visit.
    also: event =>
      event.body.deceased === true ? { requester: 'review', receiver: 'review', intake: 'news' } : {},
  },
  'unavailable-set': { also: toWorker('news') },
  worsened: { turn: 'review', also: to({ requester: 'news' }) },
  reviewed: {
    turn: 'your-turn',
    also: ({ body }): Partial<Record<Party, Template>> =>
      body.cleared === 'got-worse' ? { requester: 'news' } : {},
    // The clinic has read what the patient wrote.
    patient: ({ body }) =>
      body.cleared === 'got-worse' || body.cleared === 'other-time-asked' ? 'heard' : undefined,
  },
  'contact-logged': { nobody: 'a line about a call; whoever was called knows' },
  struck: { nobody: 'a line stays where something was hidden; nothing is to do' },
  voided: { parties: true },
  transferred: {
    turn: 'your-turn',
    also: ({ body, by }) => {
      const side = asSide(body.side);
      const other: Party = by.side === 'requester' ? 'receiver' : 'requester';
      return { [other]: 'news', ...(side && { [side]: 'new' }) };
    },
  },
  reminded: { nobody: 'lateness has its own ladder, in late' },
  escalated: { nobody: 'lateness has its own ladder, in late' },
  'not-read': { turn: 'your-turn' },
  'passed-on': { turn: 'your-turn', parties: true },
  'link-closed': { nobody: 'the job that writes it down writes to the office that sent it' },
  'link-given': { nobody: 'the office did it, and the patient has the new link in hand' },
  recorded: { nobody: 'the event of the verb that was recorded tells' },
};

/** The line of a type; of one that is in no table, nobody hears. */
export function toldOf(type: string): Told {
  const line: Told | Silent | undefined = Object.hasOwn(tellings, type)
    ? tellings[type as EventType]
    : undefined;
  return line === undefined || 'nobody' in line ? {} : line;
}

/** Sides that hear of these events whatever the status is, each with its words. */
export function alsoTold(recorded: readonly RecordedEvent[], state: CaseState): [Party, Template, number][] {
  return recorded.flatMap(event => {
    const heard: Partial<Record<Side, Template>> = toldOf(event.type).also?.(event, state) ?? {};
    return Object.entries(heard).map(([side, template]): [Party, Template, number] => [
      side as Party,
      template,
      event.seq,
    ]);
  });
}
