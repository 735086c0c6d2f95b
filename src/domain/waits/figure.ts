import {
  type Curve,
  cumulativeIncidence,
  kaplanMeier,
  type Observation,
  type Percentile,
  percentile,
  shareBy,
} from './incidence.ts';
import { day, type Moment, observedAt, type Spell } from './spell.ts';

/** Of fewer people nothing can be said, and they might be known. */
export const fewest = 6;

/** Waits that began in the last year speak of today; where they are few or long, those of three years do. */
const windows = [365, 1096] as const;

export const trends = ['longer', 'shorter', 'steady'] as const;
export type Trend = (typeof trends)[number];

/** How long people wait, days. */
export interface Figure {
  median: Percentile | null;
  ninetieth: Percentile | null;
  /** The same by Kaplan-Meier, for comparison. */
  kaplanMeier: { median: Percentile | null; ninetieth: Percentile | null };
  /** How many people it rests on, those who still wait included; with a label, how many had that visit. */
  people: number;
  /** How many wait now, whenever they began. */
  waiting: number;
  /** When the first wait began on which it rests; null when none did. */
  oldest: Moment | null;
  /** Share of all people that reached it within 7 days, 0 to 1. */
  within7: number;
  /** Against half a year ago, by the same method and what was known then; null when one of the two is not known. */
  trend: Trend | null;
  /** Fewer than 6 people: nothing of it may be shown but this. */
  tooFew: boolean;
}

/** What is asked of the past too. */
type Summary = Omit<Figure, 'trend' | 'kaplanMeier' | 'waiting'>;

/** What counts as reached: every visit that ends the wait, or one of a label alone; the other labels compete then. */
function observed(spells: readonly Spell[], at: Moment, label?: string): Observation[] {
  const found: Observation[] = [];
  for (const spell of spells) {
    const one = observedAt(spell, at);
    if (!one) continue;
    const other = label !== undefined && one.ending === 'reached' && spell.label !== label;
    found.push(other ? { days: one.days, ending: 'elsewhere' } : one);
  }
  return found;
}

function began(spells: readonly Spell[], at: Moment, days: number): Spell[] {
  return spells.filter(({ start }) => start <= at && start > at - days * day);
}

function percentiles(curve: Curve) {
  return { median: percentile(curve, 0.5), ninetieth: percentile(curve, 0.9) };
}

function restsOn(seen: readonly Observation[], label?: string): number {
  return label === undefined ? seen.length : seen.filter(one => one.ending === 'reached').length;
}

type Looked = Summary & { seen: readonly Observation[] };

/** What the figure would have been at that moment, and on what it rests. */
function summaryAt(spells: readonly Spell[], at: Moment, label?: string): Looked {
  let summary: Looked | undefined;
  for (const length of windows) {
    const recent = began(spells, at, length);
    const seen = observed(recent, at, label);
    const curve = cumulativeIncidence(seen);
    const people = restsOn(seen, label);
    const found: Looked = {
      ...percentiles(curve),
      seen,
      people,
      oldest: recent.length === 0 ? null : recent.reduce((first, one) => Math.min(first, one.start), at),
      within7: shareBy(curve, 7),
      tooFew: people < fewest,
    };
    summary = summary && !summary.tooFew && found.tooFew ? summary : found;
    if (!found.tooFew && found.ninetieth?.more === false) break;
  }
  return summary!;
}

const halfYear = 183 * day;

/** How long people wait now, from the waits of one kind; `label`: for a visit of that label. `at` is now. */
export function figureOf(spells: readonly Spell[], at: Moment, label?: string): Figure {
  const { seen, ...now } = summaryAt(spells, at, label);
  return {
    ...now,
    kaplanMeier: percentiles(kaplanMeier(seen)),
    waiting: spells.filter(one => one.start <= at && (one.end === null || one.end > at)).length,
    trend: now.tooFew ? null : trendOf(summaryAt(spells, at - halfYear, label), now),
  };
}

/** A fifth more or less, and at least a day, is a change; less is chance. */
function trendOf(before: Summary, now: Summary): Trend | null {
  const [was, is] = [before.median, now.median];
  if (before.tooFew || !was || !is || (was.more && is.more)) return null;
  const least = Math.max(1, was.days * 0.2);
  if (is.days - was.days >= least) return was.more ? null : 'longer';
  if (was.days - is.days >= least) return is.more ? null : 'shorter';
  return was.more || is.more ? null : 'steady';
}

/** The figure as it was at one moment of the past. */
export interface Point {
  at: Moment;
  median: Percentile;
  ninetieth: Percentile;
  people: number;
}

const month = 30.4375 * day;

/** A point for each of the last twelve months, oldest first, the last one now; months with too few people are left out. */
export function historyOf(spells: readonly Spell[], at: Moment): Point[] {
  const points: Point[] = [];
  for (let back = 11; back >= 0; back--) {
    const then = Math.round(at - back * month);
    const { median, ninetieth, people, tooFew } = summaryAt(spells, then);
    if (!tooFew && median && ninetieth) points.push({ at: then, median, ninetieth, people });
  }
  return points;
}
