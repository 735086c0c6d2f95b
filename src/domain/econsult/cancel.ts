import { z } from 'zod';
import { optionalText } from '../case/input.ts';
import type { Verb } from '../case/machine.ts';
import { cancelReasons, type EConsult } from './econsult.ts';
import { event, remark } from './said.ts';
import { ended } from './standing.ts';

const input = z
  .strictObject({ reason: z.enum(cancelReasons), text: optionalText(1000) })
  .refine(({ reason, text }) => reason !== 'other' || text, { path: ['text'] });

/**
 * The requester no longer wants an answer. Only the requester cancels; and the system what a colleague was asked, when nobody is
 * to give the answer that it was for.
 */
export const cancel: Verb<EConsult, z.infer<typeof input>> = {
  name: 'cancel',
  who: [
    { side: 'requester', rank: 'm' },
    { side: 'system', rank: 'm' },
  ],
  from: ['asked', 'assigned', 'more-info', 'returned'],
  to: ['cancelled'],
  input,
  can: ({ helps }, { side }) => (side === 'system' && !helps ? 'wrong-side' : undefined),
  decide(state, { reason, text }, facts) {
    const body = { reason, ...ended(state, facts, 'cancelled') };
    return { events: [event('cancelled', 'everyone', body), ...remark('cancelled', text)] };
  },
};
