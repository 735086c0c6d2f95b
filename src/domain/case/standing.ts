import { isSilent, receiverLeft } from './access.ts';
import { dueAfter, type Span, sooner } from './deadline.ts';
import type { Standing } from './events.ts';
import type { Facts } from './facts.ts';
import type { StatusRow } from './machine.ts';
import type { Accountable, CaseState, Flag, Hold, NextStep } from './state.ts';
import type { Instant } from './time.ts';

type Holder = Accountable['side'];
/** What of a case decides who owes something. */
type Parties = Pick<CaseState, 'requester' | 'receiver' | 'via' | 'patient'>;

/** The time zone in which a side's deadlines fall; a patient's are the receiver's. */
export function zoneOf(facts: Pick<Facts, 'zones'>, side: Holder): string {
  if (side === 'requester') return facts.zones.requester;
  return side === 'intake' ? (facts.zones.intake ?? facts.zones.receiver) : facts.zones.receiver;
}

function place(party: { site?: number; unit?: number }, side: Holder, member?: number): Accountable {
  const { site, unit } = party;
  return {
    side,
    ...(site === undefined ? {} : { site }),
    ...(unit === undefined ? {} : { unit }),
    ...(member === undefined ? {} : { member }),
  };
}

/**
 * Who really owes what a side owes: a party off the network is chased by the other side's clerk, a patient nobody can
 * reach is the receiver's to call, and without an intake its part is the requester's.
 */
export function owner(
  parties: Parties,
  side: Holder,
  next: NextStep,
): { accountable: Accountable; next: NextStep } {
  const { requester, receiver, via, patient } = parties;
  const toRequester = () => place(requester, 'requester', requester.clinician);
  const toReceiver = () => place(receiver, 'receiver', receiver.member);
  if (side === 'patient') {
    if (patient.reachable && !patient.deceased) return { accountable: { side }, next };
    if (next === 'choose') return owner(parties, 'requester', 'send-on');
    return owner(parties, 'receiver', next === 'confirm' ? 'call-to-confirm' : 'chase-by-phone');
  }
  if (side === 'intake') {
    return via ? { accountable: place(via, 'intake'), next } : owner(parties, 'requester', next);
  }
  if (side === 'receiver') {
    // Nobody has been asked yet.
    if (receiver.toBeChosen) return { accountable: toRequester(), next };
    if (!receiver.offNetwork) return { accountable: toReceiver(), next };
    return { accountable: toRequester(), next: next === 'decide' ? 'send-by-fax' : 'chase-by-phone' };
  }
  if (isSilent(requester))
    return { accountable: toReceiver(), next: next === 'read-note' ? 'send-by-fax' : 'chase-by-phone' };
  return { accountable: toRequester(), next };
}

/** A hold of a side from now (or `from`), due after the span in that side's zone. */
export function holdOf(
  parties: Parties,
  facts: Pick<Facts, 'now' | 'zones'>,
  owed: { side: Holder; next: NextStep; from?: Instant; due: Span | Instant },
): Hold {
  const { accountable, next } = owner(parties, owed.side, owed.next);
  const from = owed.from ?? facts.now;
  const due =
    typeof owed.due === 'string'
      ? owed.due
      : dueAfter({ from, zone: zoneOf(facts, accountable.side), ...owed.due });
  return { accountable, next, from, due: due < from ? from : due };
}

/** The hold that goes with a status by the table, shortened where the service promises less. */
export function statusHold(
  row: StatusRow & { ended: false },
  parties: Parties & Pick<CaseState, 'urgency'>,
  facts: Pick<Facts, 'now' | 'zones'>,
  promised?: Span,
): Hold {
  const owed = { side: row.holder, next: row.next };
  const hold = holdOf(parties, facts, { ...owed, due: row.due[parties.urgency] });
  if (!promised) return hold;
  return { ...hold, due: sooner(hold.due, holdOf(parties, facts, { ...owed, due: promised }).due) };
}

/** Whose flag it is: the receiver's, or once that has left, of who holds its clock. */
export function flaggedSide(state: Pick<CaseState, 'status' | 'clocks' | 'receiver' | 'requester'>): Holder {
  if (state.receiver.toBeChosen) return 'requester';
  const clock = receiverLeft(state) ? state.clocks?.flag : undefined;
  return clock?.accountable.side ?? 'receiver';
}

/** Flags with a clock of their own: the flagged side answers in time, whoever held the case before. */
const flagSteps: Partial<Record<Flag, NextStep>> = {
  'got-worse': 'review',
  'other-time-asked': 'answer-other-time',
  'tell-by-phone': 'tell-by-phone',
};

/** Whether a flag outlives a move: not one by the receiver, who has seen it, nor one that ends the receiver's part. */
function kept(state: CaseState, facts: Facts, status: string, main: Hold): Flag | undefined {
  if (facts.by.side === 'receiver') return undefined;
  const leaves = status !== state.status && main.accountable.side === 'requester';
  return leaves ? undefined : state.flag;
}

/**
 * Where a move leaves the case. `main` is the hold of the new status (null: ended). Flags, a letter still owed and what
 * was advised have clocks of their own: a flag's clock is on top until reviewed, else the earlier due time wins and names who is
 * accountable. `clocks` is written when there is more than one. `flag: null` drops a flag that the move answers.
 */
export function stand<Status extends string>(
  state: CaseState,
  facts: Facts,
  to: {
    status: Status;
    main: Hold | null;
    flag?: Flag | null;
    letter?: { due: Instant } | null;
    advised?: Hold | null;
  },
): Standing<Status> {
  const { status, main } = to;
  if (!main) return { status, hold: null };
  const before = kept(state, facts, status, main);
  const flag = before === 'got-worse' ? before : to.flag === null ? undefined : (to.flag ?? before);
  const flagClock = flag && clockOf(state, facts, { flag, status, main });
  const letter = to.letter === undefined ? state.letter : (to.letter ?? undefined);
  return {
    status,
    ...(flag ? { flag } : {}),
    ...(letter ? { letter } : {}),
    ...settle(state, main, { flag: flagClock, letter, advised: advisedAfter(state, to) }),
  };
}

/** What was advised stays due while the case stays where it is; a move says itself whether it still is. */
function advisedAfter(state: CaseState, to: { status: string; advised?: Hold | null }): Hold | undefined {
  if (to.advised !== undefined) return to.advised ?? undefined;
  return to.status === state.status ? state.clocks?.advised : undefined;
}

/** Who reviews once the receiver has left: whoever holds the case, and while the patient chooses, the requester. */
function reviewer({ accountable: { side } }: Hold): Holder {
  return side === 'patient' ? 'requester' : side;
}

/** The flag's clock: the one that runs, with whoever holds the case once the receiver has left, else a new one. */
function clockOf(
  state: CaseState,
  facts: Facts,
  { flag, status, main }: { flag: Flag; status: string; main: Hold },
): Hold | undefined {
  const left = receiverLeft({ ...state, status });
  const same = flag === state.flag && left === receiverLeft(state);
  const running = same ? state.clocks?.flag : undefined;
  const side = left ? reviewer(main) : 'receiver';
  if (running) return left ? { ...running, ...owner(state, side, running.next) } : running;
  const next = flagSteps[flag];
  const businessDays = flag === 'tell-by-phone' ? 1 : 2;
  return next && holdOf(state, facts, { side, next, due: { businessDays } });
}

/** The clocks that run beside the status's own. */
interface Beside {
  flag?: Hold | undefined;
  letter?: { due: Instant } | undefined;
  advised?: Hold | undefined;
}

/** Chooses the clock that shows: see `stand`. */
export function settle(
  parties: Parties,
  main: Hold,
  { flag, letter, advised }: Beside,
): { hold: Hold; clocks?: { main: Hold; flag?: Hold; advised?: Hold } } {
  const first = advised && advised.due < main.due ? advised : main;
  const top = flag ? onTop(flag, first) : first;
  const owed = letter && { ...owner(parties, 'requester', 'send-letter'), from: main.from, due: letter.due };
  const hold = owed && owed.due < top.due ? { ...owed, from: sooner(owed.from, owed.due) } : top;
  if (hold === main && !advised) return { hold };
  return { hold, clocks: { main, ...(flag && { flag }), ...(advised && { advised }) } };
}

/** The flag's clock, with the due time of the same party's own clock when that runs out sooner. */
function onTop(flag: Hold, main: Hold): Hold {
  const same = flag.accountable.side === main.accountable.side && main.from <= flag.from;
  return same && main.due < flag.due && main.due >= flag.from ? { ...flag, due: main.due } : flag;
}

/** The status's own hold, under whatever lies on top. Undefined when the case is ended. */
export function mainHold(state: CaseState): Hold | undefined {
  return state.clocks?.main ?? state.hold;
}

/** The same standing with other holds, for what changes neither status nor flag (a transfer, an urgency). */
export function restand(state: CaseState, change: (hold: Hold) => Hold, parties: Parties = state): Standing {
  const { status, flag, letter } = state;
  const main = mainHold(state);
  if (!main) return { status, hold: null };
  const { flag: flagged, advised } = state.clocks ?? {};
  const beside = { flag: flagged && change(flagged), letter, advised: advised && change(advised) };
  return {
    status,
    ...(flag ? { flag } : {}),
    ...(letter ? { letter } : {}),
    ...settle(parties, change(main), beside),
  };
}
