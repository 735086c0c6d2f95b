import { addDays, atLocal, localDay } from '../../domain/case/deadline.ts';
import type { Day, Instant } from '../../domain/case/time.ts';
import { dayOf, type Entry } from '../../domain/schedule/day.ts';
import { isClosed, mondayOf, nextFree, weekdayOf } from '../../domain/schedule/slots.ts';
import type { Actor } from '../actor.ts';
import type { App } from '../app.ts';
import type { Tx } from '../ports/database.ts';
import type { Schedule } from '../ports/schedules.ts';
import type { OnShortNotice, ToRebook, Visit } from '../ports/visits.ts';

type Reads = Pick<App, 'db'>;

/** A schedule in the list. */
export interface ScheduleLine {
  schedule: Schedule;
  /** Visits of today. */
  today: number;
  nextFree: Instant | null;
}

export interface SchedulesView {
  lines: readonly ScheduleLine[];
  /** Today's visits that stand on no schedule. */
  byHand: readonly Visit[];
  toRebook: number;
  shortNotice: number;
}

/** All schedules of the site with today's numbers. Audited. */
export function readSchedules(app: Reads, actor: Actor): Promise<SchedulesView> {
  return app.db.as(actor, async tx => {
    const all = await tx.schedules.all();
    const zone = all[0]?.zone ?? (await siteZone(tx));
    const today = localDay(tx.now, zone);
    const visits = await tx.visits.between(midnight(today, zone), midnight(addDays(today, 1), zone));
    const busy = await busyOf(tx, all, { from: tx.now, to: addDays(today, 200) });
    const ask = { now: tx.now, urgency: 'routine' as const, from: today, limit: 1 };
    return {
      lines: all.map(schedule => ({
        schedule,
        today: visits.filter(one => one.schedule === schedule.id).length,
        nextFree:
          nextFree(
            schedule,
            busy.filter(one => one.schedule === schedule.id),
            ask,
          )[0]?.start ?? null,
      })),
      byHand: visits.filter(one => one.schedule === null),
      toRebook: (await tx.visits.toRebook()).length,
      shortNotice: (await tx.visits.shortNotice()).length,
    };
  });
}

async function siteZone(tx: Tx): Promise<string> {
  const [site] = tx.actor.kind === 'person' ? await tx.sites.byIds([tx.actor.site]) : [];
  return site?.zone ?? 'America/Toronto';
}

const midnight = (day: Day, zone: string) => atLocal(day, '00:00', zone);

function busyOf(tx: Tx, schedules: readonly Schedule[], { from, to }: { from: Instant; to: string }) {
  return schedules.length === 0
    ? []
    : tx.visits.busy(
        schedules.map(one => one.id),
        { from, to },
      );
}

export interface DayView {
  day: Day;
  /** Not a day on which the schedule ever works: a weekend without sessions. */
  idle: boolean;
  closed: 'holiday' | 'closed' | null;
  why: string;
  entries: readonly Entry<Visit>[];
}

export interface WeekView {
  schedule: Schedule;
  days: readonly DayView[];
  today: Day;
  /** On no schedule; of a single day only. */
  byHand: readonly Visit[];
}

/** A week of a schedule from Monday, or one day. Null when there is none of that key. Audited. */
export function readWeek(
  app: Reads,
  actor: Actor,
  asked: { key: string; day?: string; days: 1 | 7 },
): Promise<WeekView | null> {
  return app.db.as(actor, async tx => {
    const schedule = await scheduleOf(tx, asked.key);
    if (!schedule) return null;
    const { zone } = schedule;
    const today = localDay(tx.now, zone);
    const wanted = asked.day ?? (asked.days === 7 ? workDay(schedule, today) : today);
    const first = asked.days === 7 ? mondayOf(wanted) : wanted;
    const [from, to] = [midnight(first, zone), midnight(addDays(first, asked.days), zone)];
    const all = await tx.visits.between(from, to, asked.days === 7 ? schedule.id : undefined);
    const visits = all
      .filter(one => one.schedule === schedule.id)
      .map(visit => ({ visit, day: localDay(visit.start, zone) }));
    const busy = await tx.visits.busy([schedule.id], { from, to });
    const days = Array.from({ length: asked.days }, (_, i) => addDays(first, i)).map(day =>
      viewOf(schedule, day, {
        visits: visits.filter(one => one.day === day).map(one => one.visit),
        ...{ busy, now: tx.now },
      }),
    );
    return { schedule, days, today, byHand: all.filter(one => one.schedule === null) };
  });
}

/** A weekend without sessions is about the week to come. */
function workDay(schedule: Schedule, today: Day): Day {
  const weekday = weekdayOf(today);
  const works = schedule.patterns.some(one => one.weekdays.some(day => day >= weekday));
  return weekday < 6 || works ? today : addDays(today, 8 - weekday);
}

function viewOf(schedule: Schedule, day: Day, having: Parameters<typeof dayOf<Visit>>[2]): DayView {
  const entries = dayOf(schedule, day, having);
  const closed = isClosed(schedule, day);
  const closure = schedule.closures.find(
    one => one.opens === undefined && one.from <= day && day <= one.until,
  );
  const works = schedule.patterns.some(one => one.weekdays.includes(weekdayOf(day)));
  return {
    ...{ day, idle: !works && entries.length === 0 },
    closed: closed && works ? (closure ? 'closed' : 'holiday') : null,
    ...{ why: closure?.why ?? '', entries },
  };
}

/** A schedule of the actor's site; a try for another one is written down. */
export async function scheduleOf(tx: Tx, its: string): Promise<Schedule | null> {
  const found = await tx.schedules.byKey(its);
  if (!found) await tx.audit.add({ act: 'schedule', what: 'schedule', ids: [], result: 'missing' });
  return found;
}

/** Those who lost a visit, longest ago first. Audited. */
export function readToRebook(app: Reads, actor: Actor): Promise<ToRebook[]> {
  return app.db.as(actor, tx => tx.visits.toRebook());
}

/** Those who can come soon, in the order in which they are asked. Audited. */
export function readShortNotice(app: Reads, actor: Actor): Promise<OnShortNotice[]> {
  return app.db.as(actor, tx => tx.visits.shortNotice());
}
