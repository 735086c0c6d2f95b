import { z } from 'zod';
import { dueAfter, later, sooner } from '../deadline.ts';
import type { Facts } from '../facts.ts';
import { text } from '../input.ts';
import type { Machine, Verb } from '../machine.ts';
import { restand, zoneOf } from '../standing.ts';
import { type CaseState, type Hold, type Urgency, urgencies } from '../state.ts';

const input = z.strictObject({ urgency: z.enum(urgencies), reason: text(2000) });

/** More urgent: due no later than the urgent time from now. Less urgent: the routine time from when it began. */
function redue(
  hold: Hold,
  urgency: Urgency,
  facts: Facts,
  row: Machine['statuses'][string] | undefined,
): Hold {
  if (!row || row.ended || JSON.stringify(row.due.urgent) === JSON.stringify(row.due.routine)) return hold;
  if (hold.accountable.side !== row.holder) return hold;
  const zone = zoneOf(facts, hold.accountable.side);
  const due =
    urgency === 'urgent'
      ? sooner(hold.due, dueAfter({ from: facts.now, zone, ...row.due.urgent }))
      : later(hold.due, dueAfter({ from: hold.from, zone, ...row.due.routine }));
  return { ...hold, due };
}

/** The requester's clinician says it is more, or less, pressing than when it was sent. */
export const changeUrgency: Verb<CaseState, z.infer<typeof input>> = {
  name: 'change-urgency',
  who: [{ side: 'requester', rank: 'c' }],
  from: 'open',
  to: 'same',
  input,
  decide(state, { urgency, reason }, facts, machine) {
    if (urgency === state.urgency) return { refusal: 'nothing-changed' };
    const row = machine.statuses[state.status];
    const standing = restand(state, hold => redue(hold, urgency, facts, row));
    return { events: [{ type: 'urgency-changed', audience: 'all', body: { urgency, reason, ...standing } }] };
  },
};
