import { isBusinessDay, nextDay, previousDay } from './holidays.ts';
import type { Day, Instant } from './time.ts';

/** How long somebody has: calendar days, business days, or business hours (09:00 to 17:00 local). */
export type Span = { days: number } | { businessDays: number } | { businessHours: number };

/** The hour, local time of the accountable site, at which a due day ends; the first hour of a working day. */
const closing = 17;
const opening = 9;
const second = 1_000;
const hour = 3_600_000;

const formats = new Map<string, Intl.DateTimeFormat>();

function format(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formats.set(zone, made);
  return made;
}

/** Milliseconds by which the clock on the wall in `zone` is ahead of UTC at that moment. */
function asked(at: number, zone: string): number {
  const part: Record<string, string> = {};
  for (const { type, value } of format(zone).formatToParts(new Date(at))) part[type] = value;
  const wall = `${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}:${part.second}.000Z`;
  return Date.parse(wall) - Math.floor(at / second) * second;
}

/** By zone and day of UTC; null on a day within which clocks change. Asking costs a hundred times as much as this. */
const offsets = new Map<string, number | null>();
const mostOffsets = 5_000;

function offsetAt(at: number, zone: string): number {
  const day = Math.floor(at / (24 * hour));
  const key = `${zone} ${day}`;
  let known = offsets.get(key);
  if (known === undefined) {
    const [from, to] = [asked(day * 24 * hour, zone), asked((day + 1) * 24 * hour, zone)];
    known = from === to ? from : null;
    if (offsets.size >= mostOffsets) offsets.clear();
    offsets.set(key, known);
  }
  return known ?? asked(at, zone);
}

/** The calendar day it is in `zone` (an IANA name such as `America/Toronto`) at that moment. */
export function localDay(at: Instant, zone: string): Day {
  const moment = Date.parse(at);
  return new Date(moment + offsetAt(moment, zone)).toISOString().slice(0, 10);
}

/**
 * The moment a wall clock in `zone` shows `time` (`HH:MM`) on `day`. A time that a change of clocks skips
 * becomes the moment after the gap; one that happens twice, the first.
 */
export function atLocal(day: Day, time: string, zone: string): Instant {
  const wanted = Date.parse(`${day}T${time}:00.000Z`);
  const shown = (at: number) => at + offsetAt(at, zone);
  const before = wanted - (shown(wanted - 24 * hour) - (wanted - 24 * hour));
  const after = wanted - (shown(wanted + 24 * hour) - (wanted + 24 * hour));
  const fits = [before, after].filter(at => shown(at) === wanted);
  return new Date(fits.length > 0 ? Math.min(...fits) : before).toISOString();
}

/** That many calendar days later (earlier when negative). */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 24 * hour).toISOString().slice(0, 10);
}

/** That many business days later; zero rolls a weekend or holiday forward to the next business day. */
export function addBusinessDays(day: Day, businessDays: number): Day {
  let at = day;
  for (let left = businessDays; left > 0; left--) {
    do at = nextDay(at);
    while (!isBusinessDay(at));
  }
  while (!isBusinessDay(at)) at = nextDay(at);
  return at;
}

/** That many business days earlier. */
export function subtractBusinessDays(day: Day, businessDays: number): Day {
  let at = day;
  for (let left = businessDays; left > 0; left--) {
    do at = previousDay(at);
    while (!isBusinessDay(at));
  }
  return at;
}

/** A due time: 17:00 in `zone` after the span, rolled to a business day. Business hours count exactly. */
export function dueAfter(wanted: { from: Instant; zone: string } & Span): Instant {
  const { from, zone } = wanted;
  if ('businessHours' in wanted) return addBusinessHours(from, wanted.businessHours, zone);
  const day = localDay(from, zone);
  const on =
    'businessDays' in wanted
      ? addBusinessDays(day, wanted.businessDays)
      : addBusinessDays(addDays(day, wanted.days), 0);
  const due = atLocal(on, `${closing}:00`, zone);
  return due < from ? atLocal(addBusinessDays(on, 1), `${closing}:00`, zone) : due;
}

/** 17:00 that many business days before a moment, in `zone`. */
export function dueBefore(moment: Instant, businessDays: number, zone: string): Instant {
  return atLocal(subtractBusinessDays(localDay(moment, zone), businessDays), `${closing}:00`, zone);
}

function addBusinessHours(from: Instant, hours: number, zone: string): Instant {
  let left = hours * hour;
  let day = localDay(from, zone);
  let at = Date.parse(from);
  for (;;) {
    const opens = Date.parse(atLocal(day, `0${opening}:00`, zone));
    const closes = Date.parse(atLocal(day, `${closing}:00`, zone));
    const start = Math.max(at, opens);
    if (isBusinessDay(day) && start < closes) {
      if (start + left <= closes) return new Date(start + left).toISOString();
      left -= closes - start;
    }
    day = nextDay(day);
    at = Number.NEGATIVE_INFINITY;
  }
}

/** Whole business days from one day to a later one; 0 when it is not later. The start is not counted. */
export function businessDaysBetween(from: Day, to: Day): number {
  let count = 0;
  for (let day = from; day < to; ) {
    day = nextDay(day);
    if (isBusinessDay(day)) count++;
  }
  return count;
}

/** The sooner of two moments. */
export function sooner(a: Instant, b: Instant): Instant {
  return a < b ? a : b;
}

/** The later of two moments. */
export function later(a: Instant, b: Instant): Instant {
  return a > b ? a : b;
}
