import { addDays, atLocal, localDay } from '../case/deadline.ts';
import { holidays } from '../case/holidays.ts';
import type { Urgency } from '../case/state.ts';
import type { Day, Instant } from '../case/time.ts';
import type { Closure, Pattern, Plan } from './plan.ts';

/** A time at which one patient can be seen. */
export interface Slot {
  /** Inside id of the kind of visit. */
  type: number;
  start: Instant;
  /** When the patient leaves. */
  end: Instant;
  /** When the next visit may begin: the end and what is kept free after it. */
  until: Instant;
  /** Kept for urgent patients up to this moment; absent when it is anybody's from the beginning. */
  keptUntil?: Instant;
}

/** A time in which something else happens. */
export interface Busy {
  start: Instant;
  until: Instant;
}

const minute = 60_000;

/** 1 Monday to 7 Sunday. */
export function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

/** The Monday of the week of a day. */
export function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekdayOf(day));
}

function inTurn(pattern: Pattern, day: Day): boolean {
  if (day < pattern.from || (pattern.until !== undefined && day > pattern.until)) return false;
  if (!pattern.weekdays.includes(weekdayOf(day))) return false;
  const weeks = (Date.parse(mondayOf(day)) - Date.parse(mondayOf(pattern.from))) / (7 * 1440 * minute);
  return weeks % pattern.everyWeeks === 0;
}

/** True when nobody is seen on that day: a statutory holiday that the schedule keeps, or closed from morning to night. */
export function isClosed(plan: Pick<Plan, 'closures' | 'keepsHolidays'>, day: Day): boolean {
  if (plan.keepsHolidays && holidays(Number(day.slice(0, 4))).has(day)) return true;
  return plan.closures.some(one => one.opens === undefined && one.from <= day && day <= one.until);
}

/** `HH:MM` of minutes after midnight. */
export function clockOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

function moment(day: Day, minutes: number, zone: string): number {
  const [on, at] = minutes >= 1440 ? [addDays(day, 1), minutes - 1440] : [day, minutes];
  return Date.parse(atLocal(on, clockOf(at), zone));
}

function closedTimes(closures: readonly Closure[], day: Day, zone: string): Busy[] {
  return closures
    .filter(one => one.opens !== undefined && one.from <= day && day <= one.until)
    .map(one => ({
      start: new Date(moment(day, one.opens!, zone)).toISOString(),
      until: new Date(moment(day, one.closes!, zone)).toISOString(),
    }));
}

/** The visits of one session, one after another in real time: a change of clocks makes it longer or shorter. */
function session(plan: Plan, pattern: Pattern, day: Day): Slot[] {
  const type = plan.types.find(one => one.id === pattern.type);
  if (!type) return [];
  const closes = moment(day, pattern.closes, plan.zone);
  const step = (type.minutes + type.buffer) * minute;
  const slots: Slot[] = [];
  // What is kept free after the last visit may lie beyond the session.
  for (let at = moment(day, pattern.opens, plan.zone); at + type.minutes * minute <= closes; at += step)
    slots.push({
      type: type.id,
      start: new Date(at).toISOString(),
      end: new Date(at + type.minutes * minute).toISOString(),
      until: new Date(at + step).toISOString(),
    });
  return slots.map((slot, i) =>
    i < slots.length - pattern.urgent ? slot : { ...slot, keptUntil: released(slot, pattern) },
  );
}

function released({ start }: Slot, { releaseHours }: Pattern): Instant {
  return new Date(Date.parse(start) - (releaseHours ?? 0) * 60 * minute).toISOString();
}

/**
 * Every slot of a day by the patterns, minus what is closed, in order of time; those of two patterns may overlap, and whoever
 * takes one takes the time of both. The last `urgent` ones of a session are kept for urgent patients.
 */
export function slotsOn(plan: Plan, day: Day): Slot[] {
  if (isClosed(plan, day)) return [];
  const shut = closedTimes(plan.closures, day, plan.zone);
  return plan.patterns
    .filter(pattern => inTurn(pattern, day))
    .flatMap(pattern => session(plan, pattern, day))
    .filter(slot => !shut.some(one => overlaps(one, { start: slot.start, until: slot.end })))
    .sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : a.type - b.type));
}

/** Half-open times: one that ends when the other begins does not touch it. */
export function overlaps(a: Busy, b: Busy): boolean {
  return a.start < b.until && b.start < a.until;
}

/** May a patient of this urgency have it now: a routine one has none that is still kept for urgent ones. */
export function isFor(slot: Pick<Slot, 'keptUntil'>, urgency: Urgency, now: Instant): boolean {
  return urgency === 'urgent' || slot.keptUntil === undefined || now >= slot.keptUntil;
}

/** How far ahead anybody looks for a free time. */
export const horizonDays = 183;

export interface Wanted {
  now: Instant;
  urgency: Urgency;
  /** First day to look at. */
  from: Day;
  limit: number;
}

/** The next free slots for a patient from a day on, at most `limit`, within half a year. */
export function nextFree(plan: Plan, busy: readonly Busy[], wanted: Wanted): Slot[] {
  const { now, urgency, from, limit } = wanted;
  const today = localDay(now, plan.zone);
  const found: Slot[] = [];
  const last = addDays(today, horizonDays);
  for (let day = from < today ? today : from; day <= last && found.length < limit; day = addDays(day, 1))
    found.push(
      ...slotsOn(plan, day).filter(
        slot => slot.start > now && isFor(slot, urgency, now) && !busy.some(one => overlaps(one, slot)),
      ),
    );
  return found.slice(0, limit);
}

/** The slot of that kind that begins then, whoever has it; undefined when the plan has none. */
export function slotAt(plan: Plan, type: number, start: Instant): Slot | undefined {
  return slotsOn(plan, localDay(start, plan.zone)).find(slot => slot.type === type && slot.start === start);
}
