import { addDays, businessDaysBetween, localDay } from '../domain/case/deadline.ts';
import type { Instant } from '../domain/case/time.ts';

/** How near a due time is. `days` are the business days that have gone by since it. */
export type DueLook =
  | { look: 'late'; days: number }
  | { look: 'today' | 'tomorrow' | 'soon' | 'plain' | 'stop' };

/** Counted in the zone of the reader: late from the due moment on, soon within two business days. */
export function dueLook(due: Instant, at: { now: Instant; zone: string; stopped?: boolean }): DueLook {
  if (at.stopped) return { look: 'stop' };
  const today = localDay(at.now, at.zone);
  const dueDay = localDay(due, at.zone);
  if (due <= at.now) return { look: 'late', days: businessDaysBetween(dueDay, today) };
  if (dueDay === today) return { look: 'today' };
  if (dueDay === addDays(today, 1)) return { look: 'tomorrow' };
  return { look: businessDaysBetween(today, dueDay) <= 2 ? 'soon' : 'plain' };
}
