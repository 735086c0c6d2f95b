import { addDays, atLocal, localDay } from '../../domain/case/deadline.ts';
import type { Instant } from '../../domain/case/time.ts';

/** The groups of a list by due time, in order. */
export const stretches = ['overdue', 'today', 'tomorrow', 'week', 'later'] as const;
export type Stretch = (typeof stretches)[number];

/** The ends of today, tomorrow and this week (a week begins on Monday) where the reader works. */
export function stretchEnds(now: Instant, zone: string): Instant[] {
  const today = localDay(now, zone);
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay();
  const monday = addDays(today, weekday === 0 ? 1 : 8 - weekday);
  const tomorrow = atLocal(addDays(today, 1), '00:00', zone);
  const dayAfter = atLocal(addDays(today, 2), '00:00', zone);
  const week = atLocal(monday, '00:00', zone);
  return [tomorrow, dayAfter, week > dayAfter ? week : dayAfter];
}

/** The group of a due time. */
export function stretchOf(due: Instant, now: Instant, ends: readonly Instant[]): Stretch {
  return stretches[[now, ...ends].filter(end => due >= end).length]!;
}
