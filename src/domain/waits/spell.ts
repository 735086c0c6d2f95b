import type { Urgency } from '../case/state.ts';
import type { Ending, Observation } from './incidence.ts';
import type { Measure } from './measure.ts';

/** Milliseconds since 1970. */
export type Moment = number;

/** One person's wait for one thing. */
export interface Spell {
  measure: Measure;
  /** As it was sent; what it became later would tell something of how long it took. */
  urgency: Urgency;
  /** Of the visit that ended it; null otherwise. */
  label: string | null;
  start: Moment;
  /** May lie ahead: a visit that is booked. */
  end: Moment | null;
  ending: Ending | null;
  /** Times on which the patient could not come, first to last, apart from each other and within the wait. */
  away: readonly Away[];
}

export type Away = readonly [from: Moment, until: Moment];

export const day = 86_400_000;

/** What was known of a wait at a moment: its days without those away, and its end when it had come. Null before it began. */
export function observedAt(spell: Spell, at: Moment): Observation | null {
  if (spell.start > at) return null;
  const ended = spell.end !== null && spell.end <= at;
  const until = ended ? spell.end! : at;
  let waited = until - spell.start;
  if (spell.away.length > 0)
    for (const [from, to] of spell.away) waited -= Math.max(0, Math.min(to, until) - from);
  return { days: Math.max(0, waited) / day, ending: ended ? spell.ending : null };
}

/** Times away as they count: within the wait, in order, each moment once. */
export function awayWithin(away: readonly Away[], start: Moment, end: Moment): Away[] {
  const made: Away[] = [];
  let since = start;
  for (const [from, until] of [...away].sort((a, b) => a[0] - b[0])) {
    const [begins, ends] = [Math.max(from, since), Math.min(until, end)];
    if (ends <= begins) continue;
    made.push([begins, ends]);
    since = ends;
  }
  return made;
}
