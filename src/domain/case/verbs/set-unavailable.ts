import { z } from 'zod';
import { day, optionalLine } from '../input.ts';
import type { Verb } from '../machine.ts';
import type { CaseState } from '../state.ts';

const input = z
  .strictObject({ from: day, until: day, why: optionalLine(300) })
  .refine(period => period.until >= period.from, { path: ['until'] });

/** Days on which the patient cannot come; they are taken out of the wait. */
export const setUnavailable: Verb<CaseState, z.infer<typeof input>> = {
  name: 'set-unavailable',
  who: [
    { side: 'patient', rank: 'm' },
    { side: 'requester', rank: 'm' },
    { side: 'receiver', rank: 'm' },
  ],
  from: 'open',
  to: 'same',
  input,
  decide(_state, { from, until, why }) {
    return {
      events: [
        { type: 'unavailable-set', audience: 'everyone', body: { from, until, ...(why ? { why } : {}) } },
      ],
    };
  },
};
