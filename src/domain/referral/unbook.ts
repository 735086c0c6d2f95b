import { z } from 'zod';
import { optionalLine } from '../case/input.ts';
import type { Verb } from '../case/machine.ts';
import { stand } from '../case/standing.ts';
import { heldAccepted } from './holds.ts';
import type { Referral } from './referral.ts';
import { event } from './said.ts';

const input = z.strictObject({ why: optionalLine(300), told: z.boolean().optional() });

/** The receiver takes the time back and owes another one. */
export const unbook: Verb<Referral, z.infer<typeof input>> = {
  name: 'unbook',
  who: [{ side: 'receiver', rank: 'm' }],
  from: ['booked', 'confirmed'],
  to: ['accepted'],
  input,
  decide(state, { why, told }, facts) {
    const main = heldAccepted(state, facts);
    const standing = stand(state, facts, { status: 'accepted', main, flag: null });
    const said = { ...(why && { why }), ...(told && { told: true as const }) };
    return { events: [event('unbooked', 'everyone', { ...said, ...standing })] };
  },
};
