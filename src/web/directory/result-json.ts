import type { Found } from '../../app/ports/directory.ts';
import type { Ranked } from '../../domain/directory/rank.ts';
import type { Lang } from '../../words/lang.ts';
import { words } from '../../words/words.ts';

/** How many people a wait rests on, roughly: nobody can be told from two lists of different days. */
const bands = [
  [100, '100+'],
  [50, '50-99'],
  [20, '20-49'],
  [6, '6-19'],
] as const;

/** `[6, ...]` people as a band. */
export function peopleBand(people: number): string {
  return bands.find(([from]) => people >= from)![1];
}

/**
 * One entry for a program. `site`: who offers it, null of a facility. `reason`: a line in `lang`, null when there is nothing to say. `wait`: null when not measured or of
 * fewer than six people, which `tooFew` tells apart; `more` flags: not reached yet, so longer. `accepting.now`: of a facility
 * nobody says it, so null.
 */
export function resultJson({ entry, km, reasons }: Ranked<Found>, lang: Lang) {
  return {
    id: entry.key,
    name: entry.name[lang],
    category: entry.category[lang],
    site: entry.siteName?.[lang] ?? null,
    city: entry.city,
    postalCode: entry.postalCode,
    distanceKm: km === null ? null : Math.round(km * 10) / 10,
    url: `/directory/${entry.key}`,
    reason: reasons.length === 0 ? null : words[lang].directory.reasons(reasons),
    wait: waitOf(entry),
    tooFew: entry.tooFew,
    phone: entry.phone,
    accepting: entry.kind === 'facility' ? null : { now: entry.accepting, pausedUntil: entry.pausedUntil },
  };
}

function waitOf({ wait, waitMore, ninetieth, ninetiethMore, people }: Found) {
  if (wait === null || ninetieth === null || people === null) return null;
  return {
    medianDays: rounded(wait),
    medianMore: waitMore === true,
    ninetiethDays: rounded(ninetieth),
    ninetiethMore: ninetiethMore === true,
    people: peopleBand(people),
  };
}

/** Whole days, below two of them tenths: to the minute it would be the wait of one person. */
function rounded(days: number): number {
  return days < 2 ? Math.max(0.1, Math.round(days * 10) / 10) : Math.round(days);
}
