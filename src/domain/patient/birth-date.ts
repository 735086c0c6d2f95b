/** A day without a zone, `YYYY-MM-DD`. */
export type BirthDate = string;

export type BirthDateProblem = 'missing' | 'not-a-date' | 'in-the-future' | 'too-long-ago';

const earliest = '1880-01-01';

/** True for a day of the Gregorian calendar written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!parts) return false;
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day <= days[month - 1]!;
}

/** `typed` as `1980-03-11`, or with slashes, dots or spaces, or one-digit months and days. `today` is the site's day. */
export function birthDate(
  typed: string,
  today: string,
): { value: BirthDate } | { problem: BirthDateProblem } {
  const text = typed.trim();
  if (text === '') return { problem: 'missing' };
  const parts = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/.exec(text);
  const value = parts ? `${parts[1]}-${parts[2]!.padStart(2, '0')}-${parts[3]!.padStart(2, '0')}` : '';
  if (!isDay(value)) return { problem: 'not-a-date' };
  if (value > today) return { problem: 'in-the-future' };
  return value < earliest ? { problem: 'too-long-ago' } : { value };
}

/** Days lived on `day`, 0 on the day of birth or before it. The first month of life is told in days. */
export function daysLived(born: BirthDate, day: string): number {
  return Math.max(0, Math.round((Date.parse(day) - Date.parse(born)) / 86_400_000));
}

/** Whole years and months lived on `day`. Somebody born on Feb 29 is a year older on Mar 1 of a common year. */
export function ageOn(born: BirthDate, day: string): { years: number; months: number } {
  const [by, bm, bd] = born.split('-').map(Number) as [number, number, number];
  const [y, m, d] = day.split('-').map(Number) as [number, number, number];
  const months = Math.max(0, (y - by) * 12 + (m - bm) - (d < bd ? 1 : 0));
  return { years: Math.floor(months / 12), months: months % 12 };
}
