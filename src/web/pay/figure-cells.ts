import type { Figures } from '../../app/ports/pay.ts';
import type { Ui } from '../../ui/context.ts';
import { monthShort, number, percent } from '../../ui/format.ts';

/** The columns of a table of figures: of how fast answers came, and of what came of them. */
export const columns = {
  speed: ['answered', 'late', 'median', 'ninetieth', 'promised', 'inWeek', 'minutes'],
  results: [
    ...(['surveyed', 'avoided', 'stillNeeded', 'notContemplated', 'confirmed', 'newAdvice'] as const),
    ...(['notUseful', 'valued', 'quality', 'learnt', 'harms'] as const),
  ],
} as const;

export type Column = (typeof columns)[keyof typeof columns][number];

/** What a row of figures is of. */
export function labelOf({ by, of, few }: Figures, ui: Ui): string {
  const { few: others, everything } = ui.words.pay.figures;
  if (few) return others;
  if (by === 'all') return everything;
  return by === 'month' ? monthShort(`${of.en}-01`, ui) : of[ui.lang];
}

/** A stretch of hours: hours up to two days, then days. */
export function span(hours: number, { words, lang }: Ui): string {
  const w = words.pay.figures;
  return hours < 48 ? w.hours(number(hours, lang, 1)) : w.days(number(hours / 24, lang, 1));
}

/** One cell as people read it; "–" for what cannot be said. */
export function cellOf(one: Figures, column: Column, ui: Ui): string {
  const said = <T>(value: T | null, tell: (value: T) => string) => (value === null ? '–' : tell(value));
  switch (column) {
    case 'median':
    case 'ninetieth':
      return said(one.hours[column], hours => span(hours, ui));
    case 'promised':
    case 'inWeek':
      return said(one[column], share => percent(share, ui.lang));
    case 'minutes':
      return said(one.minutesMedian, minutes => number(minutes, ui.lang, 0));
    case 'quality':
    case 'learnt':
      return said(one[column], mean => number(mean, ui.lang, 1));
    case 'answered':
    case 'late':
    case 'surveyed':
    case 'harms':
      return number(one[column], ui.lang);
    default:
      return one.surveyed > 0 ? percent(one[column] / one.surveyed, ui.lang) : '–';
  }
}
