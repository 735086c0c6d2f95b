import {
  addBusinessDays,
  atLocal,
  businessDaysBetween,
  dueAfter,
  dueBefore,
  later,
  localDay,
  sooner,
} from '../case/deadline.ts';
import type { Facts } from '../case/facts.ts';
import { holdOf, mainHold, statusHold } from '../case/standing.ts';
import type { Appointment, CaseState, Hold } from '../case/state.ts';
import type { Day, Instant } from '../case/time.ts';
import { type OpenStatus, type Referral, referralStatuses, type Stopped } from './referral.ts';

type Parties = Pick<CaseState, 'requester' | 'receiver' | 'via' | 'patient' | 'urgency'>;

/** Who owes the next step in this status from now on, until when: by the table, or by a shorter promise. */
export function heldIn(
  status: Exclude<OpenStatus, 'booked' | 'confirmed'>,
  parties: Parties,
  facts: Facts,
): Hold {
  return statusHold(referralStatuses[status], parties, facts, facts.promise?.[status]);
}

/** Accepted: 14 days to book, or until the end of the wait that was announced. */
export function heldAccepted(parties: Parties, facts: Facts, anticipated?: Day): Hold {
  if (!anticipated) return heldIn('accepted', parties, facts);
  const due = atLocal(addBusinessDays(anticipated, 0), '17:00', facts.zones.receiver);
  return holdOf(parties, facts, { side: 'receiver', next: 'book', due: later(due, facts.now) });
}

/**
 * Booked: the patient confirms within 3 business days or until one before the visit, whichever is sooner; when even
 * that has passed, until the visit. A patient nobody can reach is the receiver's to call.
 */
export function heldBooked(parties: Parties, facts: Facts, appointment: Appointment): Hold {
  const zone = facts.zones.receiver;
  const eve = dueBefore(appointment.start, 1, zone);
  const latest = eve > facts.now ? eve : appointment.start;
  const due = sooner(dueAfter({ from: facts.now, businessDays: 3, zone }), latest);
  return holdOf(parties, facts, { side: 'patient', next: 'confirm', due });
}

/** From the start of the visit the receiver says within 7 days what happened. */
export function heldForVisit(parties: Parties, facts: Facts, start: Instant): Hold {
  return holdOf(parties, facts, { side: 'receiver', next: 'report-visit', from: start, due: { days: 7 } });
}

/** Declined: the intake it came through has 2 business days to send it on, else the requester 5. */
export function heldDeclined(parties: Parties, facts: Facts): Hold {
  if (!parties.via) return heldIn('declined', parties, facts);
  return holdOf(parties, facts, { side: 'intake', next: 'forward-or-hand-back', due: { businessDays: 2 } });
}

/** The patient chose none of the services on offer, or not in time: the requester sends it on within 5 business days. */
export function heldWithoutChoice(parties: Parties, facts: Facts): Hold {
  const { holder: side, next, due } = referralStatuses.declined;
  return holdOf(parties, facts, { side, next, due: due[parties.urgency] });
}

/** A question stops the receiver's clock; whoever was asked has a clock of their own. */
export function heldAwaiting(parties: Parties, facts: Facts, asked: Stopped['asked']): Hold {
  const { next, due } = referralStatuses['awaiting-reply'];
  return holdOf(parties, facts, { side: asked, next, due: due[parties.urgency] });
}

/** The clock that a question stops. */
export function stoppedClock(state: Referral, facts: Facts, asked: Stopped['asked']): Stopped {
  const status = state.status === 'accepted' ? 'accepted' : 'sent';
  return { status, asked, at: facts.now, due: mainHold(state)?.due ?? facts.now };
}

/** The receiver's clock goes on with the business days it had left, and at least 2. */
export function resumed(state: Referral & { status: 'awaiting-reply' }, facts: Facts): Hold {
  const zone = facts.zones.receiver;
  const { status, at, due } = state.stopped;
  const left = businessDaysBetween(localDay(at, zone), localDay(due, zone));
  const { next } = referralStatuses[status];
  return holdOf(state, facts, { side: 'receiver', next, due: { businessDays: Math.max(2, left) } });
}
