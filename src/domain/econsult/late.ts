import type { Instant } from '../case/time.ts';
import { type AnswerClock, answerDue } from './answer-clock.ts';

/**
 * When the promise of a question without an answer ran out; null while it can still be kept. Nobody needs to be chosen for it
 * yet: what is promised is an answer. While it waits for the requester it is judged as when its clock was stopped.
 */
export function brokenAt(clock: AnswerClock, zone: string, now: Instant): Instant | null {
  const due = answerDue(clock, zone);
  return Date.parse(due) < Date.parse(clock.stoppedAt ?? now) ? due : null;
}
