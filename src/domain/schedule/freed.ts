import { addDays, atLocal, later, localDay } from '../case/deadline.ts';
import type { Appointment, CaseState } from '../case/state.ts';
import type { Instant } from '../case/time.ts';

/** A slot that came free; ids are inside ids. */
export interface Freed {
  schedule: number;
  type: number;
  start: Instant;
}

type Holding = CaseState & { offer?: { appointment: Appointment } };

function held(state: Holding | null): Freed[] {
  const standing = state && ['booked', 'confirmed'].includes(state.status) ? state.appointment : undefined;
  return [standing, state?.offer?.appointment].flatMap(one =>
    one?.slot ? [{ schedule: one.slot.schedule, type: one.slot.type, start: one.start }] : [],
  );
}

/** Slots to come that the case had, for itself or on offer, and has no more. */
export function freedBy(before: CaseState | null, after: CaseState, now: Instant): Freed[] {
  const kept = held(after);
  return held(before).filter(
    one =>
      one.start > now && !kept.some(other => other.schedule === one.schedule && other.start === one.start),
  );
}

const opens = '08:00';
const closes = '20:00';

/**
 * Until when somebody may answer who is asked now and has so many minutes: minutes of the night do not count, and the offer ends
 * before the visit begins. Undefined when there is no time to ask.
 */
export function offerUntil(asked: {
  now: Instant;
  minutes: number;
  start: Instant;
  zone: string;
}): Instant | undefined {
  const { now, minutes, start, zone } = asked;
  let left = minutes * 60_000;
  let at = now;
  let day = localDay(now, zone);
  while (left > 0 && at < start) {
    const from = later(at, atLocal(day, opens, zone));
    const here = Date.parse(atLocal(day, closes, zone)) - Date.parse(from);
    if (here >= left) at = new Date(Date.parse(from) + left).toISOString();
    left -= Math.max(0, Math.min(here, left));
    day = addDays(day, 1);
    if (left > 0) at = later(at, atLocal(day, opens, zone));
  }
  return at > now && at < start ? at : undefined;
}
