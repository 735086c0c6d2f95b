import { z } from 'zod';
import { optionalLine } from '../case/input.ts';
import type { Verb } from '../case/machine.ts';
import { stand } from '../case/standing.ts';
import { heldAccepted } from './holds.ts';
import type { Referral } from './referral.ts';
import { event } from './said.ts';

const input = z.strictObject({ why: optionalLine(300) });

/** The receiver takes the time back and owes another one. */
export const unbook: Verb<Referral, z.infer<typeof input>> = {
  name: 'unbook',
  who: [{ side: 'receiver', rank: 'm' }],
  from: ['booked', 'confirmed'],
  to: ['accepted'],
  input,
  decide(state, typed, facts) {
    const main = heldAccepted(state, facts);
    const standing = stand(state, facts, { status: 'accepted', main, flag: null });
    return { events: [event('unbooked', 'everyone', { ...(typed.why && { why: typed.why }), ...standing })] };
  },
};
