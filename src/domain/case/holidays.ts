import type { Day } from './time.ts';

const dayLength = 86_400_000;

function utc(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}

function shift(day: Day, days: number): Day {
  return new Date(utc(day).getTime() + days * dayLength).toISOString().slice(0, 10);
}

export function nextDay(day: Day): Day {
  return shift(day, 1);
}

export function previousDay(day: Day): Day {
  return shift(day, -1);
}

function dayOf(year: number, month: number, day: number): Day {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** 0 Sunday to 6 Saturday. */
function weekday(day: Day): number {
  return utc(day).getUTCDay();
}

function nthMonday(year: number, month: number, nth: number): Day {
  const first = weekday(dayOf(year, month, 1));
  return dayOf(year, month, 1 + ((8 - first) % 7) + (nth - 1) * 7);
}

/** Easter Sunday, Gregorian computus (Meeus, Astronomical Algorithms, chapter 8). */
function easter(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return dayOf(year, Math.floor(n / 31), (n % 31) + 1);
}

/** Victoria Day: the Monday before May 25. */
function victoriaDay(year: number): Day {
  const last = dayOf(year, 5, 24);
  return shift(last, -((weekday(last) + 6) % 7));
}

function computed(year: number): ReadonlySet<Day> {
  const days = new Set<Day>([
    nthMonday(year, 2, 3),
    shift(easter(year), -2),
    victoriaDay(year),
    nthMonday(year, 9, 1),
    nthMonday(year, 10, 2),
  ]);
  // Offices close on the next free weekday when a fixed holiday falls on a weekend.
  for (const fixed of [dayOf(year, 1, 1), dayOf(year, 7, 1), dayOf(year, 12, 25), dayOf(year, 12, 26)]) {
    days.add(fixed);
    let observed = fixed;
    while (weekday(observed) % 6 === 0 || (observed !== fixed && days.has(observed)))
      observed = nextDay(observed);
    days.add(observed);
  }
  return days;
}

const years = new Map<number, ReadonlySet<Day>>();

/**
 * Ontario's nine public holidays of a year, with the weekday on which one that falls on a weekend is observed.
 * https://www.ontario.ca/document/your-guide-employment-standards-act-0/public-holidays
 */
export function holidays(year: number): ReadonlySet<Day> {
  const known = years.get(year);
  if (known) return known;
  const made = computed(year);
  years.set(year, made);
  return made;
}

/** Neither Saturday, Sunday nor a public holiday of Ontario. */
export function isBusinessDay(day: Day): boolean {
  return weekday(day) % 6 !== 0 && !holidays(Number(day.slice(0, 4))).has(day);
}
