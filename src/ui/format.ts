import type { Day, Instant } from '../domain/case/time.ts';
import type { Lang } from '../words/lang.ts';
import { words } from '../words/words.ts';

/** In whose language and where a time is shown: a `Ui` is one. */
export interface Place {
  lang: Lang;
  /** IANA zone. */
  zone: string;
  /** Present: a day of another year than this is told with its year. */
  now?: Instant;
}

type Parts = Intl.DateTimeFormatOptions;
const formats = new Map<string, Intl.DateTimeFormat>();

const shortDay: Parts = { weekday: 'short', month: 'short', day: 'numeric' };
const longDay: Parts = { weekday: 'long', month: 'long', day: 'numeric', year: 'numeric' };
const clock: Parts = { hour: 'numeric', minute: '2-digit', hourCycle: 'h23' };

/** The year of a day, where it is not the present one. */
function yearOf(at: Instant | Day, { zone, now }: Place): Parts {
  if (now === undefined) return {};
  const year = (of: Instant | Day) => written(of, { lang: 'en', zone }, { year: 'numeric' });
  return year(at) === year(now) ? {} : { year: 'numeric' };
}

/** "Wed, Dec 9", "mer. 9 déc."; with the year where it is another one. */
export const dayShort = (at: Instant | Day, place: Place) =>
  written(at, place, { ...shortDay, ...yearOf(at, place) });

/** "Dec 9", "9 déc."; with the year where it is another one. */
export const monthDayShort = (at: Instant | Day, place: Place) =>
  written(at, place, { month: 'short', day: 'numeric', ...yearOf(at, place) });

/** "Dec 9, 2026", "9 déc. 2026" */
export const dayWithYear = (at: Instant | Day, place: Place) =>
  written(at, place, { month: 'short', day: 'numeric', year: 'numeric' });

/** "Dec 2026", "déc. 2026" */
export const monthShort = (at: Day, place: Place) => written(at, place, { month: 'short', year: 'numeric' });

/** "84%", "84 %"; `share` from 0 to 1. */
export const percent = (share: number, lang: Lang) =>
  new Intl.NumberFormat(`${lang}-CA`, { style: 'percent' }).format(share);

/** "December 9", "9 décembre"; with the year where it is another one. */
export const monthDay = (at: Instant | Day, place: Place) =>
  written(at, place, { month: 'long', day: 'numeric', ...yearOf(at, place) });

/** "Wednesday, December 9, 2026", "mercredi 9 décembre 2026" */
export const dayLong = (at: Instant | Day, place: Place) => written(at, place, longDay);

/** "10:30", "10 h 30" */
export const time = (at: Instant, place: Place) => written(at, place, clock);

/** "Wed, Dec 9, 10:30", "mer. 9 déc., 10 h 30" */
export const momentShort = (at: Instant, place: Place) => `${dayShort(at, place)}, ${time(at, place)}`;

/** "Wednesday, December 9, 2026, 10:30", "le mercredi 9 décembre 2026 à 10 h 30" */
export const momentLong = (at: Instant, place: Place) =>
  words[place.lang].time.dayAtTime(dayLong(at, place), time(at, place));

/** For patients: "Wednesday, December 9, 2026, at 10:30 in the morning", "le mercredi 9 décembre 2026 à 10 h 30". */
export const momentPlain = (at: Instant, place: Place) =>
  words[place.lang].time.dayAtClock(dayLong(at, place), timePlain(at, place));

/** For patients: "10:30 in the morning", "12 noon", "17 h". */
export function timePlain(at: Instant, { lang, zone }: Place): string {
  const [hour = 0, minute = 0] = written(at, { lang: 'en', zone }, clock).split(':').map(Number);
  return words[lang].time.clock(hour, minute);
}

/** "Eastern Time", "heure de l’Est" */
export function zoneInWords({ lang, zone }: Place): string {
  const parts = format(lang, zone, { timeZoneName: 'longGeneric' }).formatToParts(new Date(0));
  return parts.find(part => part.type === 'timeZoneName')?.value ?? zone;
}

/** Whole days from one calendar day to another; negative when `to` is before `from`. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** "12,345.6", "12 345,6" */
export const number = (value: number, lang: Lang, digits = 1) =>
  new Intl.NumberFormat(`${lang}-CA`, { maximumFractionDigits: digits }).format(value);

/** A size in bytes: "214 kB", "2.1 MB", "2,1 Mo". */
export function fileSize(bytes: number, lang: Lang): string {
  const mega = bytes >= 1_000_000;
  return new Intl.NumberFormat(`${lang}-CA`, {
    style: 'unit',
    unit: mega ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: mega ? 1 : 0,
  }).format(Math.max(bytes / (mega ? 1_000_000 : 1_000), mega ? 0 : 1));
}

/** A distance in kilometres: "24 km", "3.5 km" below ten. */
export const distance = (km: number, lang: Lang) => `${number(km, lang, km < 10 ? 1 : 0)} km`;

/** Whole years from a birth date to a day. */
export function age(birth: Day, on: Day): number {
  const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4));
  return on.slice(5) < birth.slice(5) ? years - 1 : years;
}

function written(at: Instant | Day, { lang, zone }: Place, parts: Parts): string {
  // A calendar day has no zone: it is read and written in UTC.
  const isDay = at.length === 10;
  const written = format(lang, isDay ? 'UTC' : zone, parts).formatToParts(new Date(at));
  return written
    .map(part => (lang === 'fr' && part.type === 'day' && part.value === '1' ? '1er' : part.value))
    .join('');
}

function format(lang: Lang, zone: string, parts: Parts): Intl.DateTimeFormat {
  const key = `${lang} ${zone} ${JSON.stringify(parts)}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(`${lang}-CA`, { timeZone: zone, ...parts });
  formats.set(key, made);
  return made;
}

/** One sentence of several: a capital at its beginning alone. */
export function listed(parts: readonly string[]): string {
  const [first = '', ...others] = parts;
  const begin = first.charAt(0).toUpperCase() + first.slice(1);
  return [begin, ...others.map(text => text.charAt(0).toLowerCase() + text.slice(1))].join(', ');
}
