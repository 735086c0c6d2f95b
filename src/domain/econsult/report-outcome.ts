import { z } from 'zod';
import { optionalText } from '../case/input.ts';
import type { Verb } from '../case/machine.ts';
import { type EConsult, outcomeEffects, outcomes } from './econsult.ts';
import { harmFields, isExplained, isFlagged, unexplained, unflagged } from './harm.ts';
import { said } from './said.ts';

const input = z
  .strictObject({
    outcome: z.enum(outcomes),
    effect: z.enum(outcomeEffects).default('unknown'),
    text: optionalText(4000),
    ...harmFields,
  })
  .refine(isExplained, unexplained)
  .refine(isFlagged, unflagged);

/** About 90 days on the requester says what happened, and the specialist learns from it. */
export const reportOutcome: Verb<EConsult, z.infer<typeof input>> = {
  name: 'report-outcome',
  who: [{ side: 'requester', rank: 'm' }],
  from: ['closed', 'converted'],
  to: 'same',
  input,
  can: state => (state.helps ? 'helps-another' : undefined),
  decide(_state, given) {
    return said('outcome-reported', 'clinical', given);
  },
};
