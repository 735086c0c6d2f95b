import { dueAfter, type Span, sooner } from '../case/deadline.ts';
import type { Facts } from '../case/facts.ts';
import type { Instant } from '../case/time.ts';
import { econsultStatuses } from './econsult.ts';

/**
 * The specialist group's promise to the requester. It runs from the latest ask or follow-up, whoever is assigned, and
 * stands still while the requester owes information.
 */
export interface AnswerClock {
  from: Instant;
  /** Less than the table allows, when the service promised so at that moment. */
  promise?: Span;
  /** Milliseconds it has stood still since `from`. */
  stopped: number;
  /** Since when it stands still. */
  stoppedAt?: Instant;
}

/** A clock that starts now, with what the service promises now. */
export function startClock(facts: Facts): AnswerClock {
  const promise = facts.promise?.assigned;
  return { from: facts.now, stopped: 0, ...(promise && { promise }) };
}

/** The clock stands still from now. */
export function stopClock(clock: AnswerClock, now: Instant): AnswerClock {
  return clock.stoppedAt ? clock : { ...clock, stoppedAt: now };
}

/** The clock runs again; what it stood still is not counted. */
export function resumeClock(clock: AnswerClock, now: Instant): AnswerClock {
  const { stoppedAt, ...running } = clock;
  if (!stoppedAt) return running;
  return { ...running, stopped: clock.stopped + Math.max(0, Date.parse(now) - Date.parse(stoppedAt)) };
}

/** When the answer is due, in the zone of the group: seven days, or the promise when it is sooner. */
export function answerDue(clock: AnswerClock, zone: string): Instant {
  const from = new Date(Date.parse(clock.from) + clock.stopped).toISOString();
  const most = dueAfter({ from, zone, ...econsultStatuses.assigned.due.routine });
  return clock.promise ? sooner(most, dueAfter({ from, zone, ...clock.promise })) : most;
}
