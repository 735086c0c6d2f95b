/**
 * How a wait ended: `reached` what was waited for, or something that came in between: the receiver `declined`, somebody
 * `cancelled`, it was settled `elsewhere`.
 */
export const endings = ['reached', 'declined', 'cancelled', 'elsewhere'] as const;
export type Ending = (typeof endings)[number];

/** One person's wait as it is known now: its days so far, and how it ended; null while it goes on. */
export interface Observation {
  days: number;
  ending: Ending | null;
}

/** A moment at which a wait ended, and how things stood after it; shares are of all people, 0 to 1. */
export interface Step {
  days: number;
  /** People who still waited just before it. */
  atRisk: number;
  /** Share that reached what they waited for, by then. */
  reached: number;
  /** Share that still waits. */
  waiting: number;
}

/** A curve as its steps, and how long the longest wait is that was watched, days. */
export interface Curve {
  steps: readonly Step[];
  longest: number;
}

type Class = 'reached' | 'competing' | 'waiting';

/** Days in order, by what their end counts as; typed arrays, since a province sorts millions of them. */
function sorted(observed: readonly Observation[], counts: (ending: Ending | null) => Class) {
  const days: Record<Class, number[]> = { reached: [], competing: [], waiting: [] };
  for (const one of observed) days[counts(one.ending)].push(one.days);
  const inOrder = (list: number[]) => new Float64Array(list).sort();
  return {
    reached: inOrder(days.reached),
    competing: inOrder(days.competing),
    waiting: inOrder(days.waiting),
  };
}

/** The first place from `from` on that is not below `days`. */
function pass(list: Float64Array, from: number, days: number): number {
  let i = from;
  while (i < list.length && list[i]! < days) i++;
  return i;
}

/**
 * One pass for both estimators: they differ in what counts as an end. Who was last seen waiting on the day another's wait
 * ended was there when it did.
 */
function curveOf(observed: readonly Observation[], counts: (ending: Ending | null) => Class): Curve {
  const { reached: seen, competing: others, waiting: still } = sorted(observed, counts);
  const steps: Step[] = [];
  let [reached, waiting] = [0, 1];
  for (let [i, j, k] = [0, 0, 0]; i < seen.length || j < others.length; ) {
    const days = Math.min(seen[i] ?? Number.POSITIVE_INFINITY, others[j] ?? Number.POSITIVE_INFINITY);
    k = pass(still, k, days);
    const atRisk = observed.length - i - j - k;
    const [before, here] = [i + j, i];
    while (seen[i] === days) i++;
    while (others[j] === days) j++;
    reached += (waiting * (i - here)) / atRisk;
    waiting *= 1 - (i + j - before) / atRisk;
    steps.push({ days, atRisk, reached, waiting });
  }
  const longest = Math.max(seen.at(-1) ?? 0, others.at(-1) ?? 0, still.at(-1) ?? 0);
  return { steps, longest };
}

/**
 * Aalen-Johansen: the share of all people that reached it by each moment, where other endings compete and who still waits
 * counts for as long as it was watched (Aalen, Johansen, Scand J Statist 1978;5:141-150). Checked in `incidence.test.ts`
 * against table 2 of Satagopan et al., Br J Cancer 2004;91:1229-1235 (doi 10.1038/sj.bjc.6602102). O(n log n).
 */
export function cumulativeIncidence(observed: readonly Observation[], of: Ending = 'reached'): Curve {
  return curveOf(observed, ending => (ending === null ? 'waiting' : ending === of ? 'reached' : 'competing'));
}

/**
 * Kaplan-Meier, for comparison: as if who was declined or cancelled would have waited on like the others. It says more
 * people reach it than do. Checked against the remission times of Freireich et al. 1963 (Gehan, Biometrika 1965;52:203-223).
 */
export function kaplanMeier(observed: readonly Observation[], of: Ending = 'reached'): Curve {
  return curveOf(observed, ending => (ending === of ? 'reached' : 'waiting'));
}

/** Share that ended in another way, as far as was watched; the rest reached it or still waits. */
export function competing({ steps }: Curve): number {
  const last = steps.at(-1);
  return last ? Math.max(0, 1 - last.waiting - last.reached) : 0;
}

/** The share that had reached it by that many days, 0 to 1. */
export function shareBy({ steps }: Curve, days: number): number {
  let share = 0;
  for (const step of steps) {
    if (step.days > days) break;
    share = step.reached;
  }
  return share;
}

/** Days; `more`: not reached as far as was watched, so longer than these. */
export interface Percentile {
  days: number;
  more: boolean;
}

/** What adding up shares may lose. */
const rounding = 1e-9;

/**
 * The days within which `share` of the people who are not declined, cancelled or sent elsewhere reach it: the answer to
 * "how long until we are seen, if they take us?". **Everybody who still waits counts as somebody who will be seen**, since
 * nobody knows better, so that a growing pile makes the wait longer and never shorter; a percentile that the curve does
 * not reach is "more than" the longest wait that was watched. The plain percentile of the whole curve would never be reached by a
 * service that declines one in five, and the one of those already seen forgets the pile. Null when nobody is left to reach it.
 */
export function percentile(curve: Curve, share: number): Percentile | null {
  const taken = 1 - competing(curve);
  if (taken <= rounding) return null;
  const goal = share * taken - rounding;
  const step = curve.steps.find(one => one.reached >= goal);
  return step ? { days: step.days, more: false } : { days: curve.longest, more: true };
}
