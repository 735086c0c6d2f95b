import type { RecordedEvent } from '../case/events.ts';
import type { Facts, MemberFacts } from '../case/facts.ts';
import { begin, type Decision, decide } from '../case/machine.ts';
import type { By } from '../case/state.ts';
import type { Instant } from '../case/time.ts';
import type { EConsult } from './econsult.ts';
import { econsult } from './machine.ts';

/** Keys as they stand in forms: 26 characters each. */
export const keyOf = (letter: string) => letter.repeat(26);

/** Monday, November 16, 2026, 10:00 in Toronto. */
export const monday: Instant = '2026-11-16T15:00:00.000Z';

/** Dr. Okafor-Reid asks from practice 1; group 5 of site 2 answers with Dr. Strandberg (21) or Dr. Achebe (22). */
export const requester: By = {
  side: 'requester',
  person: 1,
  member: 11,
  site: 1,
  clinical: true,
  lead: false,
};
export const clerk: By = { side: 'requester', person: 2, member: 12, site: 1, clinical: false, lead: false };
export const assigner: By = {
  ...{ ...clerk, side: 'receiver', person: 3, member: 23, site: 2, unit: 5 },
  assigner: true,
};
export const specialist: By = { ...requester, side: 'receiver', person: 4, member: 21, site: 2, unit: 5 };
export const colleague: By = { ...specialist, person: 5, member: 22 };
export const system: By = { side: 'system', clinical: false, lead: false };

const strandberg = { key: keyOf('s'), member: 21, site: 2, unit: 5, clinical: true };
const achebe = { key: keyOf('a'), member: 22, site: 2, unit: 5, clinical: true };

/** What the directory and the calendar say; `members` replaces facts of the two specialists. */
export function factsOf(by: By, now: Instant, extra: Partial<Facts> = {}): Facts {
  const clinic = { key: keyOf('c'), service: 70, site: 3, accepting: true, type: 'referral' as const };
  const group = { key: keyOf('g'), service: 71, site: 4, accepting: true, type: 'econsult' as const };
  return {
    now,
    by,
    zones: { requester: 'America/Toronto', receiver: 'America/Toronto' },
    services: [clinic, group],
    members: [strandberg, achebe],
    attachments: [{ key: keyOf('p'), id: 900, side: by.side }],
    opening: {
      requester: { site: 1, clinician: 11 },
      receiver: { site: 2, unit: 5, service: 50 },
      hops: 0,
      patient: { reachable: true },
      accepting: true,
    },
    ...extra,
  };
}

/** Dr. Strandberg with something against them. */
export function strandbergWho(is: Partial<MemberFacts>): Partial<Facts> {
  return { members: [{ ...strandberg, ...is }, achebe] };
}

/** A well-formed input of each verb. */
export const inputs: Record<string, Record<string, unknown>> = {
  open: {
    service: keyOf('x'),
    title: 'Low mood and fatigue since COVID-19',
    question: 'Should I switch or add?',
    attachments: [keyOf('p')],
    mayConvert: true,
  },
  assign: { member: keyOf('s'), why: 'next-in-turn' },
  release: {},
  'ask-info': { question: 'Recent TSH and ferritin?' },
  'ask-colleague': {
    service: keyOf('g'),
    title: 'A rash on sertraline?',
    question: 'Does it fit the drug?',
    attachments: [keyOf('p')],
  },
  'supply-info': { answer: 'Ferritin is low at 11.' },
  'withdraw-question': {},
  answer: {
    kind: 'advice',
    text: 'Treat the iron. Raise sertraline.',
    recommendations: [{ text: 'Oral iron', due: '2027-01-11' }, { text: 'Sertraline to 150 mg' }],
    minutes: '18',
    references: ['CANMAT'],
  },
  amend: { text: 'Treat the iron first.', why: 'Order of steps' },
  'follow-up': { question: 'And if she sleeps badly?' },
  tick: { recommendation: '1', state: 'done' },
  close: { outcome: 'new-advice', referral: 'avoided', patientValue: 5, providerValue: 4 },
  'report-outcome': { outcome: 'as-advised', effect: 'better' },
  'turn-back': { reason: 'not-our-field', suggestion: 'Ask the sleep group.' },
  resubmit: { text: 'Here is the sleep diary.' },
  redirect: { service: keyOf('g') },
  cancel: { reason: 'no-longer-needed' },
  convert: { service: keyOf('c') },
};

/** A case and the log it folds from. */
export interface Played {
  state: EConsult;
  log: RecordedEvent[];
}

/** The case after a decision; throws when it is a refusal, for tests that expect none. */
export function record(before: Played | null, decision: Decision, facts: Facts): Played {
  if ('refusal' in decision) throw new Error(`refused: ${JSON.stringify(decision)}`);
  let state = before?.state ?? null;
  const log = [...(before?.log ?? [])];
  for (const happened of decision.events) {
    const event = { ...happened, seq: log.length + 1, at: facts.now, by: facts.by };
    state = econsult.evolve(state, event);
    log.push(event);
  }
  if (!state) throw new Error('nothing happened');
  return { state, log };
}

/** What comes of one step; `input` goes over the well-formed one. */
export interface Step {
  verb: string;
  by: By;
  at?: Instant;
  input?: Record<string, unknown>;
  facts?: Partial<Facts>;
}

/** Asks the machine. */
export function ask(before: Played | null, { verb, by, at = monday, input, facts: extra }: Step): Decision {
  const facts = factsOf(by, at, extra);
  const request = { verb, input: { ...inputs[verb], ...input } };
  return before ? decide(econsult, before.state, request, facts) : begin(econsult, request, facts);
}

/** The case after these steps, none of them refused. */
export function play(...steps: Step[]): Played {
  return playOn(null, ...steps);
}

/** Further steps on a case. */
export function playOn(before: Played | null, ...steps: Step[]): Played {
  let played = before;
  for (const step of steps)
    played = record(played, ask(played, step), factsOf(step.by, step.at ?? monday, step.facts));
  if (!played) throw new Error('no step');
  return played;
}

const opening: Step = { verb: 'open', by: requester };
const assigning: Step = { verb: 'assign', by: assigner };

/** A case in each open status, all on the same Monday. */
export const asked = () => play(opening);
export const assigned = () => play(opening, assigning);
export const waiting = () => playOn(assigned(), { verb: 'ask-info', by: specialist });
export const answered = () => playOn(assigned(), { verb: 'answer', by: specialist });
export const returned = () => playOn(asked(), { verb: 'turn-back', by: assigner });
