import { z } from 'zod';
import { text } from '../input.ts';
import type { Verb } from '../machine.ts';
import type { CaseState } from '../state.ts';

const input = z.strictObject({ why: text(2000) });

/** Entered in error (the wrong patient): the other parties' access ends and privacy officers are told. */
export const voidCase: Verb<CaseState, z.infer<typeof input>> = {
  name: 'void',
  who: [
    { side: 'requester', rank: 'l' },
    { side: 'requester', rank: 'c' },
  ],
  from: 'any',
  to: ['void'],
  input,
  can: state => (state.status === 'void' ? 'case-ended' : undefined),
  decide: (_state, { why }) => ({
    events: [{ type: 'voided', audience: 'requester', body: { why, status: 'void', hold: null } }],
  }),
};
