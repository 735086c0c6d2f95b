import type { Day, Instant } from '../case/time.ts';
import type { Percentile } from './incidence.ts';

/** What can honestly be said of when somebody who waits will be seen. */
export type Expected =
  /** Half of the people are seen by `from`, 9 in 10 by `until`; no `until`: so many were not seen yet. */
  | { kind: 'between'; from: Day; until?: Day }
  /** More than half were seen by now. */
  | { kind: 'by'; until: Day }
  /** This wait is longer than that of 9 in 10. */
  | { kind: 'longer' };

const day = 86_400_000;

/**
 * Puts the wait of others at the start of one's own. `away` are days on which this patient could not come: their wait is
 * longer by them. Undefined when nothing is known: then a page says that, and no date.
 */
export function expectedFor(
  wait: { median: Percentile | null; ninetieth: Percentile | null },
  own: { startedAt: Instant; away: number; now: Instant },
): Expected | undefined {
  const { median, ninetieth } = wait;
  if (median === null || median.more) return undefined;
  const after = (days: number) =>
    new Date(Date.parse(own.startedAt) + (days + own.away) * day).toISOString().slice(0, 10);
  const today = own.now.slice(0, 10);
  const from = after(median.days);
  const until = ninetieth === null || ninetieth.more ? undefined : after(ninetieth.days);
  if (from >= today) return { kind: 'between', from, ...(until !== undefined && { until }) };
  if (until === undefined) return undefined;
  return until >= today ? { kind: 'by', until } : { kind: 'longer' };
}
