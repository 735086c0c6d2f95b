import type { Flag, Side } from '../case/state.ts';
import type { Instant } from '../case/time.ts';
import type { Referral, ReferralStatus } from './referral.ts';

type Likely = Partial<Record<Side, readonly string[]>>;

/** What a side usually does next in a status, likeliest first. All else the table allows stays possible. */
export const likelyVerbs: Record<ReferralStatus, Likely> = {
  sent: { receiver: ['accept', 'triage', 'ask-info', 'decline'], requester: ['message'] },
  'awaiting-reply': { requester: ['supply-info'], receiver: ['withdraw-question', 'message'] },
  accepted: { receiver: ['book', 'message', 'visited', 'decline'], requester: ['message'] },
  booked: { receiver: ['confirm', 'rebook', 'cannot-come', 'message'], requester: ['message'] },
  confirmed: { receiver: ['rebook', 'cannot-come', 'message'], requester: ['message'] },
  seen: { receiver: ['complete', 'book', 'decide-to-treat'], requester: ['message'] },
  completed: { requester: ['acknowledge', 'message'], receiver: ['message', 'reopen'] },
  advised: { requester: ['take-advice', 'insist', 'message'], receiver: ['message', 'accept'] },
  declined: {
    requester: ['redirect', 'shortlist', 'resubmit', 'close'],
    intake: ['forward', 'hand-back'],
    receiver: ['reopen'],
  },
  shortlisted: { requester: ['redirect', 'shortlist', 'close', 'message'] },
  withdrawn: { requester: ['cancel', 'resubmit'] },
  'managed-elsewhere': { receiver: ['complete', 'manage-elsewhere'], requester: ['message'] },
  closed: { receiver: ['reopen'] },
  cancelled: { requester: ['resubmit', 'redirect'] },
  forwarded: {},
  split: {},
  redirected: {},
  void: {},
};

/** A central intake sends it on: at once, or after its own assessment. */
const intakeVerbs: Partial<Record<ReferralStatus, readonly string[]>> = {
  sent: ['forward', 'triage', 'ask-info', 'split', 'decline'],
  accepted: ['book', 'forward', 'message', 'visited', 'decline'],
  seen: ['forward', 'split', 'complete', 'book'],
};

/** What a flag asks of a side before anything else. */
const flagVerbs: Partial<Record<Flag, Likely>> = {
  'got-worse': { receiver: ['review'], requester: ['review'], intake: ['review'] },
  'other-time-asked': { receiver: ['rebook', 'review'] },
  'call-to-confirm': { receiver: ['confirm'] },
  'tell-by-phone': { receiver: ['review', 'log-contact'], requester: ['review', 'log-contact'] },
  'reply-to-review': { receiver: ['accept', 'book', 'review'] },
};

/** Once a visit has begun, the receiver says what happened. */
const sinceStart = ['visited', 'did-not-attend'];

/** The verbs a side usually uses now, likeliest first; some may not be allowed to this person. */
export function likelyNow(
  state: Pick<Referral, 'status' | 'flag' | 'appointment'> & Partial<Pick<Referral, 'receiver' | 'hold'>>,
  side: Side,
  now: Instant,
): readonly string[] {
  const { status, flag, appointment } = state;
  const begun = side === 'receiver' && appointment && appointment.start <= now && status !== 'seen';
  const first = flag ? (flagVerbs[flag]?.[side] ?? []) : [];
  // Nothing happens at a place off the network before it was sent there.
  const sendOut = side === 'requester' && status === 'sent' && state.receiver?.offNetwork ? ['invite'] : [];
  // What whoever is not here owes comes by phone or on paper.
  const heard =
    state.hold?.next === 'chase-by-phone' && state.hold.accountable.side === side ? ['record'] : [];
  const handsOn = side === 'receiver' && state.receiver?.intake;
  const then = (handsOn && intakeVerbs[status]) || (likelyVerbs[status][side] ?? []);
  return [...new Set([...first, ...sendOut, ...heard, ...(begun ? sinceStart : []), ...then])];
}
