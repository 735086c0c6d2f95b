import { birthDate } from '../patient/birth-date.ts';
import { type Found, valuesOf } from './lines.ts';

/** Beginnings of months in both languages; the first that fits. */
const months: readonly (readonly [number, string])[] = [
  ...([
    [1, 'jan'],
    [2, 'feb'],
    [2, 'f[ée]v'],
    [3, 'mar'],
    [4, 'apr'],
    [4, 'avr'],
    [5, 'may'],
    [5, 'mai'],
  ] as const),
  ...([
    [6, 'jun'],
    [6, 'juin'],
    [7, 'jul'],
    [7, 'juil'],
    [8, 'aug'],
    [8, 'ao[uû]'],
    [9, 'sep'],
    [10, 'oct'],
  ] as const),
  ...([
    [11, 'nov'],
    [12, 'dec'],
    [12, 'd[ée]c'],
  ] as const),
];
const monthNames = months.map(([, name]) => name).join('|');
const inWords = new RegExp(
  `(?:(\\d{1,2})(?:st|nd|rd|th|er)?[ ./-]*)?(${monthNames})[a-zéû]*\\.?[ ./,-]*(?:(\\d{1,2})(?:st|nd|rd|th)?[ ,./-]+)?(\\d{4})`,
  'iu',
);

/**
 * A birth date however it is written, `YYYY-MM-DD`. `03/04/1980` may be two days, and then it is none: whoever writes it in
 * looks.
 */
export function dayIn(text: string, today: string): string | undefined {
  const typed = isoIn(text) ?? wordsIn(text) ?? numbersIn(text);
  const checked = typed === undefined ? undefined : birthDate(typed, today);
  return checked && 'value' in checked ? checked.value : undefined;
}

function isoIn(text: string): string | undefined {
  const found = /(?<!\d)((?:18|19|20)\d{2}) ?[-/. ] ?(\d{1,2}) ?[-/. ] ?(\d{1,2})(?!\d)/u.exec(text);
  return found ? found.slice(1).join('-') : undefined;
}

function wordsIn(text: string): string | undefined {
  const found = inWords.exec(text);
  if (!found) return undefined;
  const [, before, name, after, year] = found;
  const month = months.find(([, begins]) => new RegExp(`^${begins}`, 'iu').test(name!))?.[0];
  const day = before ?? after;
  return day && month ? `${year}-${month}-${day}` : undefined;
}

function numbersIn(text: string): string | undefined {
  const found = /(?<!\d)(\d{1,2}) ?[-/.] ?(\d{1,2}) ?[-/.] ?((?:18|19|20)\d{2})(?!\d)/u.exec(text);
  if (!found) return undefined;
  const [one, two, year] = found.slice(1).map(Number) as [number, number, number];
  if (one > 12 && two <= 12) return `${year}-${two}-${one}`;
  if (two > 12 && one <= 12) return `${year}-${one}-${two}`;
  return one === two ? `${year}-${one}-${two}` : undefined;
}

/** Behind its label. */
export function birthDateIn(lines: readonly string[], today: string): Found | undefined {
  for (const { value, line } of valuesOf(lines, 'born', false)) {
    const day = dayIn(value, today);
    if (day) return { value: day, line };
  }
  return undefined;
}
