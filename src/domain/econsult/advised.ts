import { addBusinessDays, atLocal, sooner } from '../case/deadline.ts';
import type { Facts } from '../case/facts.ts';
import { holdOf, mainHold, stand } from '../case/standing.ts';
import type { CaseState, Hold, Recommendation } from '../case/state.ts';
import type { Day, Instant } from '../case/time.ts';
import type { EConsult } from './econsult.ts';

type Parties = Pick<CaseState, 'requester' | 'receiver' | 'via' | 'patient'>;

/** What the requester has still to do by a day, the soonest first. */
export function stillDue(list: readonly Recommendation[] = []): (Recommendation & { due: string })[] {
  const open = list.flatMap(one =>
    one.due && (one.state === 'open' || one.state === 'later') ? [{ ...one, due: one.due }] : [],
  );
  return open.sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.id - b.id));
}

/** The end of a day's work in a zone: 17:00, of the next business day where it is none. */
export function endOf(day: Day, zone: string): Instant {
  return atLocal(addBusinessDays(day, 0), '17:00', zone);
}

/** The clock of the recommendation that is due first: see docs/decisions/0038. Null when none has a day. */
export function advisedHold(
  parties: Parties,
  facts: Pick<Facts, 'now' | 'zones'>,
  list: readonly Recommendation[],
): Hold | null {
  const [first] = stillDue(list);
  if (!first) return null;
  const due = endOf(first.due, facts.zones.requester);
  // One that is overdue already stays overdue since then.
  return holdOf(parties, facts, { side: 'requester', next: 'do-advised', from: sooner(facts.now, due), due });
}

/** Where an answered case stands once its recommendations are these; nothing when that changes no clock. */
export function standingWith(state: EConsult, facts: Facts, list: readonly Recommendation[]) {
  const main = mainHold(state);
  if (state.status !== 'answered' || !main) return {};
  const advised = advisedHold(state, facts, list);
  const before = state.clocks?.advised;
  if (before?.due === advised?.due) return {};
  return stand<'answered'>(state, facts, { status: 'answered', main, advised });
}
