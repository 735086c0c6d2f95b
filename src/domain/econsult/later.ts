import { addBusinessDays, atLocal, localDay } from '../case/deadline.ts';
import type { RecordedEvent } from '../case/events.ts';
import type { Later, LaterChange, LaterWhat } from '../case/later.ts';
import type { CaseState } from '../case/state.ts';
import type { Instant } from '../case/time.ts';
import { endOf, stillDue } from './advised.ts';

const outcomeAfter = 90 * 86_400_000;
const ended: readonly string[] = ['closed', 'converted'];
const advised: LaterWhat[] = ['advised', 'advised-lead'];

/**
 * What follows later from what has just happened to an eConsult (docs/decisions/0038): 90 days after its end the question
 * what happened, asked until it was answered; each recommendation on its day, and two business days after it of the lead.
 * Null when nothing changes.
 */
export function laterOf(
  { state, recorded }: { state: CaseState; recorded: readonly Pick<RecordedEvent, 'type' | 'at'>[] },
  zone: string,
): LaterChange | null {
  if (state.type !== 'econsult') return null;
  const types = recorded.map(({ type }) => type);
  if (state.status === 'void') return { drop: ['outcome', ...advised], rows: [] };
  if (!ended.includes(state.status)) return null;
  const end = recorded.find(({ type }) => type === 'closed' || type === 'converted');
  const reported = types.includes('outcome-reported');
  if (!end && !reported && !types.includes('ticked') && !types.includes('amended')) return null;
  const again = end || types.includes('ticked') || types.includes('amended');
  // What happened in the end is asked of who asked first.
  const outcome = end && !state.helps ? [{ what: 'outcome' as const, at: after(end.at) }] : [];
  return {
    drop: [...(end || reported ? (['outcome'] as const) : []), ...(again ? advised : [])],
    rows: [...outcome, ...(again ? advisedRows(state, zone) : [])],
  };
}

function after(at: Instant): Instant {
  return new Date(Date.parse(at) + outcomeAfter).toISOString();
}

function advisedRows({ recommendations }: CaseState, zone: string): Later[] {
  const moments = new Set(stillDue(recommendations).map(({ due }) => endOf(due, zone)));
  return [...moments].flatMap((at): Later[] => [
    { what: 'advised', at },
    { what: 'advised-lead', at: atLocal(addBusinessDays(localDay(at, zone), 2), '17:00', zone) },
  ]);
}

/** True when something that was due by then is still to do. */
export function stillOwed(
  { recommendations }: CaseState,
  { by, zone }: { by: Instant; zone: string },
): boolean {
  return stillDue(recommendations).some(({ due }) => endOf(due, zone) <= by);
}
