import { addDays, atLocal, localDay } from '../../domain/case/deadline.ts';
import type { Day } from '../../domain/case/time.ts';
import { isClosed } from '../../domain/schedule/slots.ts';
import type { Actor } from '../actor.ts';
import type { Tx } from '../ports/database.ts';
import { key } from '../ports/ids.ts';
import type { Schedule } from '../ports/schedules.ts';
import type { Visit } from '../ports/visits.ts';
import { type Acts, runVerb } from '../run-verb.ts';
import { scheduleOf } from './schedules.ts';

/** A day of a schedule that is to be cancelled, with who is still to come. */
export interface DayToCancel {
  schedule: Schedule;
  day: Day;
  past: boolean;
  visits: readonly Visit[];
}

async function dayIn(tx: Tx, its: string, day: Day): Promise<DayToCancel | null> {
  const schedule = await scheduleOf(tx, its);
  if (!schedule) return null;
  const { zone } = schedule;
  const from = atLocal(day, '00:00', zone);
  const to = atLocal(addDays(day, 1), '00:00', zone);
  const all = await tx.visits.between(from, to, schedule.id);
  const stands = ({ start, status }: Visit) =>
    start > tx.now && (status === 'booked' || status === 'confirmed' || status === 'offered');
  return { schedule, day, past: day < localDay(tx.now, zone), visits: all.filter(stands) };
}

/** Null when there is no such schedule. Audited. */
export function readDayToCancel(
  app: Pick<Acts, 'db'>,
  actor: Actor,
  its: string,
  day: Day,
): Promise<DayToCancel | null> {
  return app.db.as(actor, tx => dayIn(tx, its, day));
}

export interface Cancelled {
  told: number;
  failed: number;
}

/**
 * Closes the day first, so that nobody books it meanwhile, then takes back every visit by itself: each patient is told and each
 * case goes on the list of those to book again. What could not be taken back stands, and the same again goes on with it.
 */
export async function cancelDay(
  app: Acts,
  actor: Actor,
  { key: its, day, why }: { key: string; day: Day; why: string },
): Promise<Cancelled | null> {
  const found = await app.db.as(actor, async tx => {
    const one = await dayIn(tx, its, day);
    if (one && !isClosed(one.schedule, day))
      await tx.schedules.addClosure(one.schedule.id, key(), {
        from: day,
        until: day,
        why: why.slice(0, 200),
      });
    return one;
  });
  if (!found) return null;
  const done = { told: 0, failed: 0 };
  for (const { caseKey, status } of found.visits) {
    const how = status === 'offered' ? { verb: 'lapse', input: {} } : { verb: 'unbook', input: { why } };
    const outcome = await runVerb(app, actor, { caseKey, ...how, side: 'receiver' });
    if (outcome.ok) done.told++;
    else done.failed++;
  }
  return done;
}
