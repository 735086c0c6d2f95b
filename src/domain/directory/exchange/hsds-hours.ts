import type { OpenHours } from '../service.ts';
import type { Row } from './hsds-tables.ts';
import type { ExchangeNote } from './listing.ts';

/** Codes of the days as RFC 5545 has them, Monday first. */
export const dayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** Minutes after midnight as "08:30:00", local time; the end of the day is its last second, for there is no "24:00". */
export function clockTime(minutes: number): string {
  if (minutes === 1440) return '23:59:59';
  return [Math.floor(minutes / 60), minutes % 60, 0].map(part => String(part).padStart(2, '0')).join(':');
}

/** Weekly hours; what comes every second week, or once a month, is not taken and said. */
export function hoursOf(row: Row, notes: ExchangeNote[]): OpenHours[] {
  const [opens, closes] = [minutes(row.opens_at ?? ''), minutes(row.closes_at ?? '')];
  const codes: readonly string[] = dayCodes;
  const days = (row.byday ?? '').split(',').map(code => codes.indexOf(code.trim().toUpperCase()) + 1);
  const weekly = ['WEEKLY', ''].includes(row.freq ?? '') && ['1', ''].includes(row.interval ?? '');
  if (opens === null || closes === null || !weekly || days.includes(0)) {
    notes.push({ code: 'hours-not-taken', text: (row.description ?? '').slice(0, 100) });
    return [];
  }
  return days.map(weekday => ({ weekday, opens, closes }));
}

/** "08:30", "8:30:00" and "08:30-05:00" as minutes: the offset is that of the place. A day ends with its last minute. */
function minutes(text: string): number | null {
  if (/^23:59(?!:00)/.test(text.trim())) return 1440;
  const match = /^(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/.exec(text.trim());
  const of = match ? Number(match[1]) * 60 + Number(match[2]) : null;
  return of === null || of > 1440 ? null : of;
}
