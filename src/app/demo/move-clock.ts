import { addBusinessDays, localDay } from '../../domain/case/deadline.ts';
import type { Instant } from '../../domain/case/time.ts';
import type { Actor } from '../actor.ts';
import { type Chased, chaseDue } from '../chase.ts';
import type { Acts } from '../run-verb.ts';

/** How far to move the clock of a demonstration. */
export type Step = 'business-day' | 'week' | { hours: number };

const day = 24;
/** What is left then the worker does within the minute. */
const longest = 15_000;

/** Hours to the same time of the next business day of Ontario. */
function hoursOf(step: Step, now: Instant, zone: string): number {
  if (step === 'week') return 7 * day;
  if (step !== 'business-day') return step.hours;
  const today = localDay(now, zone);
  return (Date.parse(addBusinessDays(today, 1)) - Date.parse(today)) / 3_600_000;
}

/** Moves the clock of cases forward and does at once what has come due. Throws when the database is no demo. */
export async function moveClock(app: Acts, actor: Actor, step: Step, zone: string): Promise<Chased> {
  await app.db.as(actor, tx => tx.demo.moveClock(hoursOf(step, tx.now, zone)));
  const end = performance.now() + longest;
  return chaseDue(app, () => performance.now() > end);
}
