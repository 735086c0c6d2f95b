import type { Urgency } from '../case/state.ts';
import type { Day } from '../case/time.ts';
import type { Ending } from './incidence.ts';
import { ends, type Measure } from './measure.ts';
import { type Away, awayWithin, type Moment, type Spell } from './spell.ts';

/** What waits need of a recorded event. A body that was purged says nothing and changes nothing. */
export interface WaitEvent {
  type: string;
  at: Moment;
  body: Record<string, unknown>;
}

/** Event types that begin, end or stop a wait: all that `spellsOf` looks at. */
export const waitEvents = [
  ...['sent', 'transcribed', 'booked', 'rebooked', 'slot-taken', 'unbooked', 'cannot-come', 'visited'],
  ...['did-not-attend', 'treatment-decided', 'unavailable-set', 'declined', 'forwarded', 'split'],
  ...[
    'advice-taken',
    'managed-elsewhere',
    'completed',
    'cancelled',
    'withdrawn',
    'redirected',
    'shortlisted',
    'resubmitted',
  ],
  ...['reopened', 'voided', 'asked', 'answered', 'turned-back', 'converted'],
] as const;

/** How an event ends a wait that has not reached its end. */
const endingOf: Readonly<Record<string, Ending>> = {
  declined: 'declined',
  'turned-back': 'declined',
  cancelled: 'cancelled',
  withdrawn: 'cancelled',
  redirected: 'cancelled',
  shortlisted: 'cancelled',
  forwarded: 'elsewhere',
  split: 'elsewhere',
  'advice-taken': 'elsewhere',
  'managed-elsewhere': 'elsewhere',
  converted: 'elsewhere',
  completed: 'elsewhere',
};

interface Visit {
  label: string;
  at: Moment;
}

/** What the events of one case say of waiting, as far as they were read. */
interface Told {
  type: 'referral' | 'econsult';
  urgency: Urgency;
  start: Moment;
  /** An intake handed it on: its decision that a specialist is needed. */
  handedOn: Moment | null;
  standing: Visit | null;
  visits: Visit[];
  treatment: Moment | null;
  answered: Moment | null;
  over: { at: Moment; ending: Ending } | null;
  away: Away[];
  /** Since a visit was missed: the patient's time until another is booked. */
  missed: Moment | null;
  void: boolean;
}

const text = (value: unknown) => (typeof value === 'string' ? value : undefined);

function begun(event: WaitEvent): Told {
  const { type, at, body } = event;
  const started = text(body.startedAt);
  return {
    type: type === 'asked' ? 'econsult' : 'referral',
    urgency: body.urgency === 'urgent' ? 'urgent' : 'routine',
    // A transcribed fax and a forwarded request wait since before this case.
    start: started === undefined ? at : Math.min(at, Date.parse(started)),
    handedOn: body.via ? at : null,
    standing: null,
    visits: [],
    treatment: null,
    answered: null,
    over: null,
    away: [],
    missed: null,
    void: false,
  };
}

function booked(told: Told, { body }: WaitEvent, at: Moment): void {
  const { label, start } = (body.appointment ?? {}) as { label?: unknown; start?: unknown };
  if (told.missed !== null) told.away.push([told.missed, at]);
  told.missed = null;
  const begins = text(start);
  told.standing = begins ? { label: text(label) ?? 'appointment', at: Date.parse(begins) } : null;
}

/** A visit counts from when it was to begin, not from when somebody wrote that it had. */
function visited(told: Told, { body }: WaitEvent, at: Moment): void {
  const walkIn = { label: 'appointment', at: Math.min(at, Date.parse(text(body.when) ?? '') || at) };
  told.visits.push(told.standing ?? walkIn);
  told.standing = null;
}

function ended(told: Told, { type, body }: WaitEvent, at: Moment): void {
  const came = type === 'completed' && body.outcome !== 'not-seen' && told.standing;
  if (came && came.at <= at) told.visits.push(came);
  told.standing = null;
  told.over ??= { at, ending: endingOf[type]! };
}

type Reader = (told: Told, event: WaitEvent, at: Moment, midnight: Midnight) => void;
const free: Reader = told => {
  told.standing = null;
};
const goesOn: Reader = told => {
  told.over = null;
};

const readers: Readonly<Record<string, Reader>> = {
  booked,
  rebooked: booked,
  'slot-taken': booked,
  unbooked: free,
  'cannot-come': free,
  visited,
  'did-not-attend': (told, event, at) => {
    told.missed = told.standing?.at ?? at;
    told.standing = null;
    if (event.body.status === 'declined') ended(told, { ...event, type: 'declined' }, at);
  },
  'treatment-decided': (told, { body }, at, midnight) => {
    const on = text(body.on);
    told.treatment ??= on ? Math.min(at, midnight(on)) : at;
  },
  'unavailable-set': (told, { body }, _at, midnight) => {
    const [from, until] = [text(body.from), text(body.until)];
    if (from && until) told.away.push([midnight(from), midnight(dayAfter(until))]);
  },
  resubmitted: goesOn,
  reopened: goesOn,
  answered: (told, _event, at) => {
    told.answered ??= at;
  },
  voided: told => {
    told.void = true;
  },
};

function dayAfter(day: Day): Day {
  return new Date(Date.parse(`${day}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** When a local day begins, where the service is. */
export type Midnight = (day: Day) => Moment;

/**
 * The waits of one case, from its events in order: none when it was entered in error or its beginning was purged. A visit that
 * is booked ends a wait when its time has come, unless somebody says otherwise; one that was missed ends none. Days on which the
 * patient cannot come, and those from a missed visit until another is booked, do not count.
 */
export function spellsOf(events: readonly WaitEvent[], midnight: Midnight): Spell[] {
  let told: Told | undefined;
  for (const event of events) {
    const { type, at } = event;
    if (type === 'sent' || type === 'transcribed' || type === 'asked') told ??= begun(event);
    else if (told && readers[type]) readers[type](told, event, at, midnight);
    else if (told && endingOf[type]) ended(told, event, at);
  }
  if (!told || told.void) return [];
  return told.type === 'econsult' ? [answerOf(told)] : visitsOf(told);
}

/** A patient who is away does not keep a specialist from answering. */
function answerOf(told: Told): Spell {
  const { urgency, start, answered, over } = told;
  const end = answered ?? over?.at ?? null;
  const ending = answered !== null ? 'reached' : (over?.ending ?? null);
  return { measure: 'answer', urgency, label: null, start, end, ending, away: [] };
}

function visitsOf(told: Told): Spell[] {
  if (told.standing) told.visits.push(told.standing);
  if (told.missed !== null) told.away.push([told.missed, Number.POSITIVE_INFINITY]);
  const assessed = told.visits.find(visit => ends('wait1a', visit.label))?.at;
  const chosen = assessed ?? told.handedOn;
  const spells = [spellOf(told, 'wait1', told.start), spellOf(told, 'wait1a', told.start)];
  if (chosen !== null) spells.push(spellOf(told, 'wait1b', chosen));
  if (told.treatment !== null) spells.push(spellOf(told, 'wait2', told.treatment));
  return spells;
}

interface End {
  at: Moment;
  ending: Ending;
  label: string | null;
}

/** What came first: the visit, what ended the case, or for an assessment a visit that makes it needless. */
function endOf({ visits, over }: Told, measure: Measure, start: Moment): End | null {
  let reached: Visit | undefined;
  let needless: Visit | undefined;
  for (const visit of visits) {
    if (visit.at < start) continue;
    if (ends(measure, visit.label)) reached ??= visit;
    else if (measure === 'wait1a' && ends('wait1', visit.label)) needless ??= visit;
  }
  let end: End | null = reached ? { at: reached.at, ending: 'reached', label: reached.label } : null;
  if (over && (!end || over.at < end.at)) end = { at: over.at, ending: over.ending, label: null };
  if (needless && (!end || needless.at < end.at)) end = { at: needless.at, ending: 'elsewhere', label: null };
  return end;
}

const never: readonly Away[] = [];

/** Millions of these are made: nothing is spread. */
function spellOf(told: Told, measure: Measure, start: Moment): Spell {
  const end = endOf(told, measure, start);
  return {
    measure,
    urgency: told.urgency,
    label: end?.label ?? null,
    start,
    end: end && Math.max(start, end.at),
    ending: end?.ending ?? null,
    away: told.away.length === 0 ? never : awayWithin(told.away, start, end?.at ?? Number.POSITIVE_INFINITY),
  };
}
