import { addDays, atLocal, localDay } from './deadline.ts';
import type { Instant } from './time.ts';

/** Why a typed day and time are no moment to come; `field` is where to say it. */
export interface MomentProblem {
  field: 'day' | 'time';
  code:
    | 'day-missing'
    | 'day-unreadable'
    | 'time-missing'
    | 'time-unreadable'
    | 'time-skipped'
    | 'past'
    | 'too-far';
}

export type TypedMoment = { at: Instant } | { problem: MomentProblem };

/** A visit is planned at most this many days ahead. */
const furthest = 731;

/**
 * The moment that somebody at a place in `zone` means by a day (`YYYY-MM-DD`) and a time (`9:30`, `09:30`, `14 h 30`), which
 * must be to come and within two years. A time that the change of clocks skips there is refused; one that comes twice is
 * the first.
 */
export function momentToCome(typed: { day: string; time: string }, zone: string, now: Instant): TypedMoment {
  const moment = momentOf(typed, zone);
  if ('problem' in moment) return moment;
  if (moment.at <= now) return no(localDay(moment.at, zone) < localDay(now, zone) ? 'day' : 'time', 'past');
  return localDay(moment.at, zone) > addDays(localDay(now, zone), furthest) ? no('day', 'too-far') : moment;
}

/** The moment that a day and a time mean in `zone`, whenever it is. */
export function momentOf(typed: { day: string; time: string }, zone: string): TypedMoment {
  const day = typed.day.trim();
  if (day === '') return no('day', 'day-missing');
  if (!isDay(day)) return no('day', 'day-unreadable');
  if (typed.time.trim() === '') return no('time', 'time-missing');
  const time = timeOf(typed.time);
  if (!time) return no('time', 'time-unreadable');
  const at = atLocal(day, time, zone);
  return wallClock(at, zone) === `${day} ${time}` ? { at } : no('time', 'time-skipped');
}

/** Day and time as a wall clock in `zone` shows a moment, for the two fields of a form. */
export function typedOf(at: Instant, zone: string): { day: string; time: string } {
  const [day = '', time = ''] = wallClock(at, zone).split(' ');
  return { day, time };
}

function no(field: MomentProblem['field'], code: MomentProblem['code']): TypedMoment {
  return { problem: { field, code } };
}

/** A day of the calendar in a year of four digits. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < '1900') return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** `HH:MM`, from what people write in both languages; seconds of a browser are left out. */
function timeOf(text: string): string | undefined {
  const found = /^(\d{1,2})\s*(?::|h)\s*(\d{2})?(?::\d{2})?$/i.exec(text.trim());
  if (!found || (found[2] === undefined && !/h/i.test(text))) return undefined;
  const [hour, minute] = [Number(found[1]), Number(found[2] ?? 0)];
  if (hour > 23 || minute > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

function wallClock(at: Instant, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(at));
  return `${localDay(at, zone)} ${parts}`;
}
