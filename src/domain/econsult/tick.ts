import { z } from 'zod';
import { optionalDay, optionalText, whole } from '../case/input.ts';
import type { Verb } from '../case/machine.ts';
import { standingWith } from './advised.ts';
import type { EConsult } from './econsult.ts';
import { said } from './said.ts';

const input = z
  .strictObject({
    recommendation: whole(1, 10_000),
    state: z.enum(['done', 'not-done', 'later']),
    why: optionalText(1000),
    due: optionalDay,
  })
  .refine(({ state, why }) => state !== 'not-done' || why, { path: ['why'] });

/** The requester says what became of a recommendation: done, not done and why, or later. */
export const tick: Verb<EConsult, z.infer<typeof input>> = {
  name: 'tick',
  who: [{ side: 'requester', rank: 'm' }],
  from: ['answered', 'closed', 'converted'],
  to: 'same',
  input,
  can: ({ recommendations }) => (recommendations?.length ? undefined : 'no-such-recommendation'),
  decide(state, given, facts) {
    const { recommendation, state: became, due } = given;
    const list = state.recommendations ?? [];
    if (!list.some(({ id }) => id === recommendation)) return { refusal: 'no-such-recommendation' };
    const after = list.map(one =>
      one.id === recommendation ? { ...one, state: became, ...(due && { due }) } : one,
    );
    return said('ticked', 'clinical', { ...given, ...standingWith(state, facts, after) });
  },
};
