import type { Lang } from '../../words/lang.ts';

/** "October 2026" of `2026-10`. */
export function monthName(month: string, lang: Lang): string {
  return new Intl.DateTimeFormat(`${lang}-CA`, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    Date.parse(`${month}-01T00:00:00Z`),
  );
}

/** An average with one digit behind the point. */
export function meanOf(mean: number, lang: Lang): string {
  return Number(mean).toLocaleString(`${lang}-CA`, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}
