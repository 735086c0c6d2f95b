import type { Facts } from '../case/facts.ts';
import { holdOf, stand, statusHold } from '../case/standing.ts';
import type { CaseState, Flag, Hold, ReceiverParty } from '../case/state.ts';
import { type AnswerClock, answerDue } from './answer-clock.ts';
import { type EConsult, econsultStatuses, type OpenStatus } from './econsult.ts';

type Parties = Pick<CaseState, 'requester' | 'receiver' | 'via' | 'patient' | 'urgency'>;

/** The group without the specialist: what is asked, handed back or returned is the group's again. */
export function groupOf(receiver: ReceiverParty): ReceiverParty {
  const { member: _member, ...group } = receiver;
  return group;
}

/** Who owes the next step in this status from now on, until when: by the table, or by a shorter promise. */
export function heldIn(status: Exclude<OpenStatus, 'assigned'>, parties: Parties, facts: Facts): Hold {
  const row = econsultStatuses[status];
  return statusHold(row, parties, facts, facts.promise?.[status]);
}

/** The specialist owes the answer until its clock runs out; choosing another one does not restart that clock. */
export function heldBySpecialist(parties: Parties, clock: AnswerClock, facts: Facts): Hold {
  const due = answerDue(clock, facts.zones.receiver);
  return holdOf(parties, facts, { side: 'receiver', next: 'answer', due });
}

/** The group has it again and somebody must be chosen. */
export function toGroup(state: EConsult, facts: Facts, flag?: Flag) {
  const parties = { ...state, receiver: groupOf(state.receiver) };
  return stand(parties, facts, {
    status: 'asked' as const,
    main: heldIn('asked', parties, facts),
    ...(flag && { flag }),
  });
}

/** The specialist has it: this one, or who had it before. */
export function toSpecialist(
  state: EConsult,
  facts: Facts,
  to: { member?: number; clock: AnswerClock; flag?: Flag },
) {
  const chosen = to.member === undefined ? {} : { member: to.member };
  const parties = { ...state, receiver: { ...state.receiver, ...chosen } };
  const main = heldBySpecialist(parties, to.clock, facts);
  return stand(parties, facts, {
    status: 'assigned' as const,
    main,
    ...(to.flag && { flag: to.flag }),
  });
}

/** The requester has it: to supply, to act, or to find another way. */
export function toRequester<Status extends 'more-info' | 'answered' | 'returned'>(
  state: EConsult,
  facts: Facts,
  status: Status,
  advised: Hold | null = null,
) {
  return stand<Status>(state, facts, { status, main: heldIn(status, state, facts), advised });
}

/** Nobody owes anything any more. */
export function ended<Status extends 'closed' | 'cancelled' | 'converted' | 'redirected'>(
  state: EConsult,
  facts: Facts,
  status: Status,
) {
  return stand<Status>(state, facts, { status, main: null });
}
