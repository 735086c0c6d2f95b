import type { Day, Instant } from '../case/time.ts';
import type { Plan } from './plan.ts';
import { type Busy, overlaps, type Slot, slotsOn } from './slots.ts';

/** What stands on a day of a schedule: somebody's visit, or a slot that nobody has. */
export type Entry<V> =
  | { at: Instant; visit: V }
  | { at: Instant; slot: Slot; state: 'free' | 'kept' | 'gone' };

/**
 * A day of a schedule in order of time: every visit, also one outside of the sessions, and the slots that none of them touches.
 * A slot that has begun is gone.
 */
export function dayOf<V extends { start: Instant; end: Instant }>(
  plan: Plan,
  day: Day,
  { visits, busy, now }: { visits: readonly V[]; busy: readonly Busy[]; now: Instant },
): Entry<V>[] {
  const taken = [...busy, ...visits.map(({ start, end }) => ({ start, until: end }))];
  const open = slotsOn(plan, day).filter(slot => !taken.some(one => overlaps(one, slot)));
  const entries: Entry<V>[] = [
    ...visits.map(visit => ({ at: visit.start, visit })),
    ...open.map(slot => ({ at: slot.start, slot, state: stateOf(slot, now) })),
  ];
  return entries.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

function stateOf({ start, keptUntil }: Slot, now: Instant): 'free' | 'kept' | 'gone' {
  if (start <= now) return 'gone';
  return keptUntil !== undefined && now < keptUntil ? 'kept' : 'free';
}
