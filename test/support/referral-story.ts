import type { NewEvent, RecordedEvent } from '../../src/domain/case/events.ts';
import type { Facts, OpeningFacts } from '../../src/domain/case/facts.ts';
import { begin, type Decision, decide, fold, type OpenCase } from '../../src/domain/case/machine.ts';
import type { RefusalCode } from '../../src/domain/case/refusals.ts';
import type { By, Side } from '../../src/domain/case/state.ts';
import type { Instant } from '../../src/domain/case/time.ts';
import { referral } from '../../src/domain/referral/machine.ts';
import type { OpenStatus, Referral } from '../../src/domain/referral/referral.ts';

/** Keys as a form posts them. */
export const keys = {
  thisClinic: '0'.repeat(26),
  otherClinic: '1'.repeat(26),
  closedClinic: '2'.repeat(26),
  adviceGroup: '3'.repeat(26),
  faxClinic: '4'.repeat(26),
  nurse: '5'.repeat(26),
  awayNurse: '6'.repeat(26),
  strangerMember: '7'.repeat(26),
  letter: '8'.repeat(26),
  room: '9'.repeat(26),
};

export const practice = 1;
export const clinic = 2;
export const centralIntake = 3;

/** Everybody in this story: a family practice asks a clinic, sometimes through a central intake. */
export function by(side: Side, more: Partial<By> = {}): By {
  const base = { side, clinical: true, lead: true };
  if (side === 'requester') return { ...base, person: 11, member: 11, site: practice, ...more };
  if (side === 'receiver') return { ...base, person: 21, member: 21, site: clinic, ...more };
  if (side === 'intake') return { ...base, person: 31, member: 31, site: centralIntake, ...more };
  if (side === 'patient') return { side, link: 7, clinical: false, lead: false, ...more };
  return { ...base, ...more };
}

const zone = 'America/Toronto';

/** What the directory and the members' list know. */
export function facts(now: Instant, who: By, more: Partial<Facts> = {}): Facts {
  const service = (key: string, id: number, site: number) => ({ key, service: id, site, accepting: true });
  return {
    now,
    by: who,
    zones: { requester: zone, receiver: zone, intake: zone },
    services: [
      { ...service(keys.thisClinic, 200, clinic), type: 'referral' },
      { ...service(keys.otherClinic, 201, 4), type: 'referral' },
      { ...service(keys.closedClinic, 202, 5), type: 'referral', accepting: false },
      { ...service(keys.adviceGroup, 203, 6), type: 'econsult' },
      { ...service(keys.faxClinic, 204, 7), type: 'referral', offNetwork: true },
    ],
    members: [
      { key: keys.nurse, member: 22, site: clinic, unit: 9, clinical: false },
      { key: keys.awayNurse, member: 23, site: clinic, clinical: false, away: true },
      { key: keys.strangerMember, member: 99, site: 4, clinical: true },
    ],
    places: [{ key: keys.room, site: clinic, unit: 8 }],
    attachments: [{ key: keys.letter, id: 501, side: who.side }],
    ...more,
  };
}

export const opening: OpeningFacts = {
  requester: { site: practice, clinician: 11 },
  receiver: { site: clinic, service: 200 },
  hops: 0,
  patient: { reachable: true },
  accepting: true,
};

export interface Story {
  state: Referral;
  log: readonly RecordedEvent[];
  /** What the last step opened. */
  opens: readonly OpenCase[];
}

function recorded(log: readonly RecordedEvent[], events: readonly NewEvent[], at: Instant, who: By) {
  return [...log, ...events.map((event, i) => ({ ...event, seq: log.length + i + 1, at, by: who }))];
}

/** Monday morning, in winter. */
export const monday = '2026-11-23T15:00:00.000Z';

/** A referral as it is sent; throws when it is refused. */
export function sent(
  more: { at?: Instant; input?: object; opening?: Partial<OpeningFacts>; facts?: Partial<Facts> } = {},
): Story {
  const at = more.at ?? monday;
  const who = by('requester');
  const input = {
    title: 'Knee pain',
    question: 'A knee?',
    urgency: 'routine',
    mayContact: 'on',
    ...more.input,
  };
  const all = facts(at, who, { opening: { ...opening, ...more.opening }, ...more.facts });
  const decision = begin(referral, { verb: 'send', input }, all);
  if ('refusal' in decision) throw new Error(JSON.stringify(decision));
  const log = recorded([], decision.events, at, who);
  return { state: fold(referral, log), log, opens: [] };
}

/** A referral whose patient chooses before anything is sent; throws when it is refused. */
export function proposed(input: object = {}, more: Partial<OpeningFacts> = {}): Story {
  const who = by('requester');
  const decision = begin(
    referral,
    { verb: 'propose', input: { ...proposal, ...input } },
    facts(monday, who, { opening: { ...beforeChoice, ...more } }),
  );
  if ('refusal' in decision) throw new Error(JSON.stringify(decision));
  const log = recorded([], decision.events, monday, who);
  return { state: fold(referral, log), log, opens: [] };
}

/** What a requester writes who lets the patient choose. */
export const proposal = {
  services: [keys.otherClinic, keys.faxClinic],
  title: 'Knee pain',
  question: 'A knee?',
  urgency: 'routine',
  mayContact: 'on',
};

/** Nobody receives it yet. */
export const beforeChoice: OpeningFacts = { ...opening, receiver: { site: practice, toBeChosen: true } };

/** What came of a verb, without applying it. */
export function outcome(
  story: Story,
  who: Side | By,
  verb: string,
  input: object = {},
  more: Partial<Facts> = {},
): Decision {
  const person = typeof who === 'string' ? by(who) : who;
  const at = more.now ?? story.log.at(-1)!.at;
  return decide(referral, story.state, { verb, input }, facts(at, person, more));
}

/** The refusal of a verb, or undefined when it was allowed. */
export function refused(...step: Parameters<typeof outcome>): RefusalCode | undefined {
  const decision = outcome(...step);
  return 'refusal' in decision ? decision.refusal : undefined;
}

/** The story after one more verb; throws when it is refused. */
export function next(...step: Parameters<typeof outcome>): Story {
  const [story, who, verb, , more] = step;
  const decision = outcome(...step);
  if ('refusal' in decision) throw new Error(`${verb}: ${JSON.stringify(decision)}`);
  const person = typeof who === 'string' ? by(who) : who;
  const at = more?.now ?? story.log.at(-1)!.at;
  const log = recorded(story.log, decision.events, at, person);
  return { state: fold(referral, log), log, opens: decision.opens ?? [] };
}

/** Friday two weeks on, 10:30 in Toronto. */
export const visit = {
  label: 'initial-visit',
  start: '2026-12-11T15:30:00.000Z',
  medium: 'in-person',
  place: 'Room 4',
};

/** A referral in each open status, by the shortest way. */
export const stories: Record<OpenStatus, () => Story> = {
  sent: () => sent(),
  'awaiting-reply': () => next(sent(), 'receiver', 'ask-info', { text: 'Since when?' }),
  accepted: () => next(sent(), 'receiver', 'accept'),
  booked: () => next(stories.accepted(), 'receiver', 'book', visit),
  confirmed: () => next(stories.booked(), 'patient', 'confirm'),
  seen: () => next(stories.accepted(), 'receiver', 'visited'),
  completed: () => next(stories.seen(), 'receiver', 'complete', { outcome: 'discharged', note: 'Exercise.' }),
  advised: () => next(sent(), 'receiver', 'advise', { text: 'Exercise.', minutes: '10' }),
  declined: () =>
    next(sent(), 'receiver', 'decline', { reason: 'out-of-scope', suggested: keys.otherClinic }),
  shortlisted: () =>
    next(stories.declined(), 'requester', 'shortlist', { services: [keys.otherClinic, keys.faxClinic] }),
  withdrawn: () => next(sent(), 'patient', 'withdraw'),
  'managed-elsewhere': () => next(sent(), 'receiver', 'manage-elsewhere', { where: 'In Ottawa' }),
};
