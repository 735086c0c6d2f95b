import { z } from 'zod';
import type { Verb } from '../case/machine.ts';
import { stand } from '../case/standing.ts';
import { heldForVisit } from './holds.ts';
import type { Referral } from './referral.ts';
import { event } from './said.ts';

const input = z.strictObject({});

/** The patient will come; the receiver may say so for them. */
export const confirm: Verb<Referral, z.infer<typeof input>> = {
  name: 'confirm',
  who: [
    { side: 'patient', rank: 'm' },
    { side: 'receiver', rank: 'm' },
  ],
  from: ['booked'],
  to: ['confirmed'],
  input,
  decide(state, _typed, facts) {
    if (state.status !== 'booked') return { refusal: 'wrong-status' };
    const main = heldForVisit(state, facts, state.appointment.start);
    const standing = stand(state, facts, { status: 'confirmed', main, flag: null });
    return { events: [event('confirmed', 'everyone', standing)] };
  },
};
