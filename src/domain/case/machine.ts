import type { ZodError, ZodType } from 'zod';
import { maySee, receiverLeft, type Withheld } from './access.ts';
import type { Span } from './deadline.ts';
import type { NewEvent, RecordedEvent } from './events.ts';
import type { Facts, Promised } from './facts.ts';
import { problemsOf } from './problems.ts';
import type { RefusalCode } from './refusals.ts';
import type {
  By,
  CaseState,
  CaseType,
  Intake,
  NextStep,
  Rank,
  ReceiverParty,
  RequesterParty,
  Side,
  Urgency,
} from './state.ts';
import type { Instant } from './time.ts';

/** A further case of the same request, opened in the same transaction by `app/open-case.ts`. */
export interface OpenCase {
  type: CaseType;
  /** The directory's service, absent when a named group or member is asked. */
  service?: number;
  receiver: Omit<ReceiverParty, 'service'>;
  /** The intake that hands it on and stays responsible when the next receiver declines. */
  via?: Intake;
  /** How many times the question was forwarded, this one included; at most 5. */
  hops: number;
  title: string;
  urgency: Urgency;
  /** Why it is urgent, as whoever hands it on says. */
  reason?: string;
  /** Waits count from the first case, also after a forward. */
  startedAt?: string;
  /** What its service promises. */
  promise?: Promised;
  carried: Carried;
  said?: SaidAnew;
  /** A colleague is asked: by whom, as the how-many-eth of that case, and who reads along. */
  helping?: { requester: RequesterParty; copy?: RequesterParty; nth: number };
}

/** What the sender wrote anew for the next case, on a form that was filled with what was known. */
export interface SaidAnew {
  title: string;
  question: string;
  answers?: unknown;
  urgency?: Urgency;
  reason?: string;
  /** Inside ids of files added to those that move along. */
  attachments: readonly number[];
}

/** What moves along with a hand-over; the thread never does. Each is a tick the sender may remove. */
export interface Carried {
  question: boolean;
  answers: boolean;
  /** The final advice of an eConsult. */
  advice: boolean;
  /** Inside ids of attachments, or 'all'. */
  attachments: readonly number[] | 'all';
}

export interface Refusal {
  refusal: RefusalCode;
  detail?: Record<string, unknown>;
}

/** What a verb leads to: events (and cases they open), or a named refusal. Nothing is ever thrown. */
export type Decision = { events: NewEvent[]; opens?: OpenCase[] } | Refusal;

/** A side that may use a verb; `from` narrows the verb's statuses for it. Ranks mean nothing for patient and system. */
export interface Who {
  side: Side;
  rank: Rank;
  from?: readonly string[];
}

/** One row of the table: who moves the case from where to where, carrying what. */
export interface Verb<S extends CaseState = CaseState, I = unknown> {
  name: string;
  who: readonly Who[];
  from: readonly string[] | 'open' | 'any';
  to: readonly string[] | 'same';
  /** What a form, FHIR or the API must carry. Parsed once, here. */
  input: ZodType<I>;
  /** What the table cannot say ("insist once"): a refusal hides the button as well. */
  can?(state: S, by: By): RefusalCode | undefined;
  decide(state: S, input: I, facts: Facts, machine: Machine<S>): Decision;
}

/** A verb that begins a case: there is no state yet, so the facts say who asks whom. */
export interface OpeningVerb<I = unknown> {
  name: string;
  who: readonly Who[];
  to: readonly string[];
  input: ZodType<I>;
  decide(input: I, facts: Facts): Decision;
}

/** What a status means for whoever holds the case; `due` is the promise nobody may exceed. */
export type StatusRow =
  | { ended: true }
  | {
      ended: false;
      holder: Exclude<Side, 'system' | 'copy'>;
      next: NextStep;
      due: { routine: Span; urgent: Span };
    };

/** All there is to know about one type of case. Pages, API, refusals and diagrams are read from it. */
export interface Machine<S extends CaseState = CaseState> {
  type: CaseType;
  statuses: Readonly<Record<string, StatusRow>>;
  opens: Readonly<Record<string, OpeningVerb>>;
  verbs: Readonly<Record<string, Verb<S>>>;
  /** Types of all events of this machine. */
  events: readonly string[];
  evolve(state: S | null, event: RecordedEvent): S;
  /** What the system does at a given moment unless something happens first (pass on, lapse). */
  timers?(state: S): readonly Timer[];
}

/** A system verb of the machine and the moment from which it is due. */
export interface Timer {
  verb: string;
  at: Instant;
}

/** True for a status in which nobody owes anything any more. */
export function isEnded(machine: Pick<Machine, 'statuses'>, status: string): boolean {
  return machine.statuses[status]?.ended === true;
}

function inFrom(from: Verb['from'], machine: Pick<Machine, 'statuses'>, status: string): boolean {
  if (from === 'any') return true;
  return from === 'open' ? !isEnded(machine, status) : from.includes(status);
}

function ranks(who: Who, by: By): RefusalCode | undefined {
  if (by.side === 'patient' || by.side === 'system') return undefined;
  if (who.rank === 'c' && !by.clinical) return 'needs-clinician';
  if (who.rank === 'l' && !by.lead) return 'needs-lead';
  return undefined;
}

interface Asker {
  by: By;
  withheld?: Withheld;
}

/** Why the table refuses, or undefined: side, then status, then rank, then the verb's own condition. */
function barred<S extends CaseState>(machine: Machine<S>, state: S, verb: Verb<S>, who: Asker) {
  const { by, withheld } = who;
  if (!maySee(state, by, withheld)) return 'not-your-case';
  const mine = verb.who.filter(who => who.side === by.side);
  if (mine.length === 0) return 'wrong-side';
  const here = mine.filter(who => !who.from || who.from.includes(state.status));
  if (verb.from === 'open' && by.side === 'receiver' && receiverLeft(state)) return 'wrong-side';
  if (here.length === 0 || !inFrom(verb.from, machine, state.status))
    return isEnded(machine, state.status) ? 'case-ended' : 'wrong-status';
  const refusals = here.map(who => ranks(who, by));
  if (!refusals.includes(undefined)) return refusals[0];
  return verb.can?.(state, by);
}

/**
 * What comes of a verb on a case in this state. Asks the table, parses the input (refused as `bad-input` with
 * `detail.issues: FieldProblem[]`), then asks the verb. Pure, and never throws.
 */
export function decide<S extends CaseState>(
  machine: Machine<S>,
  state: S,
  request: { verb: string; input: unknown },
  facts: Facts,
): Decision {
  const verb = Object.hasOwn(machine.verbs, request.verb) ? machine.verbs[request.verb] : undefined;
  if (!verb) return { refusal: 'no-such-verb' };
  const refusal = barred(machine, state, verb, facts);
  if (refusal) return { refusal };
  const parsed = verb.input.safeParse(request.input, { reportInput: true });
  if (!parsed.success) return badInput(parsed.error);
  return verb.decide(state, parsed.data, facts, machine);
}

function outranked(verb: OpeningVerb, by: By): RefusalCode | undefined {
  const mine = verb.who.filter(who => who.side === by.side);
  if (mine.length === 0) return 'wrong-side';
  const refusals = mine.map(who => ranks(who, by));
  return refusals.includes(undefined) ? undefined : refusals[0];
}

/** What comes of beginning a case: `send`, `transcribe`, `open`. Needs `facts.opening`. Pure, and never throws. */
export function begin<S extends CaseState>(
  machine: Machine<S>,
  request: { verb: string; input: unknown },
  facts: Facts,
): Decision {
  const verb = Object.hasOwn(machine.opens, request.verb) ? machine.opens[request.verb] : undefined;
  if (!verb) return { refusal: 'no-such-verb' };
  const refusal = facts.opening?.handedOver ? undefined : outranked(verb, facts.by);
  if (refusal) return { refusal };
  const parsed = verb.input.safeParse(request.input, { reportInput: true });
  return parsed.success ? verb.decide(parsed.data, facts) : badInput(parsed.error);
}

function badInput(error: ZodError): Refusal {
  return { refusal: 'bad-input', detail: { issues: problemsOf(error.issues) } };
}

/** The verbs this person may use now, in the table's order: what a page may draw. */
export function allowed<S extends CaseState>(
  machine: Machine<S>,
  state: S,
  by: By,
  withheld?: Withheld,
): string[] {
  return Object.values(machine.verbs)
    .filter(verb => barred(machine, state, verb, { by, withheld }) === undefined)
    .map(verb => verb.name);
}

/** The case after these events, from its first. Throws when there are none: a case begins with an event. */
export function fold<S extends CaseState>(machine: Machine<S>, events: readonly RecordedEvent[]): S {
  let state: S | null = null;
  for (const event of events) state = machine.evolve(state, event);
  if (!state) throw new RangeError('a case begins with an event');
  return state;
}
