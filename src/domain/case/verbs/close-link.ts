import { z } from 'zod';
import type { Verb } from '../machine.ts';
import { holdOf } from '../standing.ts';
import type { CaseState } from '../state.ts';

const input = z.strictObject({ why: z.literal('not-delivered').optional() });

/**
 * The patient's link was closed, or a message did not arrive (docs/decisions/0023): the requester's office checks the address and gives a new way in, within 2 business
 * days. An errand beside the hold of the case, which goes on. Decision: docs/decisions/0007-errands-beside-the-hold.md
 */
export const closeLink: Verb<CaseState, z.infer<typeof input>> = {
  name: 'close-link',
  who: [{ side: 'system', rank: 'm' }],
  from: 'open',
  to: 'same',
  input,
  decide(state, { why }, facts) {
    const owed = { side: 'requester', next: 'give-link', due: { businessDays: 2 } } as const;
    const errand = state.errand ?? holdOf(state, facts, owed);
    return { events: [{ type: 'link-closed', audience: 'all', body: { errand, ...(why && { why }) } }] };
  },
};
