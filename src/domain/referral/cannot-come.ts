import { z } from 'zod';
import { optionalText } from '../case/input.ts';
import type { Verb } from '../case/machine.ts';
import { stand } from '../case/standing.ts';
import { heldAccepted } from './holds.ts';
import type { Referral } from './referral.ts';
import { event } from './said.ts';

const input = z.strictObject({ why: optionalText(2000) });

/** The patient cannot come; the slot is free and the receiver owes another one. */
export const cannotCome: Verb<Referral, z.infer<typeof input>> = {
  name: 'cannot-come',
  who: [
    { side: 'patient', rank: 'm' },
    { side: 'receiver', rank: 'm' },
  ],
  from: ['booked', 'confirmed'],
  to: ['accepted'],
  input,
  decide(state, typed, facts) {
    const main = heldAccepted(state, facts);
    const standing = stand(state, facts, { status: 'accepted', main, flag: null });
    return {
      events: [event('cannot-come', 'everyone', { ...(typed.why && { why: typed.why }), ...standing })],
    };
  },
};
