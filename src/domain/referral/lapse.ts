import { z } from 'zod';
import type { Verb } from '../case/machine.ts';
import type { Referral } from './referral.ts';
import { event } from './said.ts';

const input = z.strictObject({});

/** Nobody took the slot in time. */
export const lapse: Verb<Referral, z.infer<typeof input>> = {
  name: 'lapse',
  who: [{ side: 'system', rank: 'm' }],
  from: ['accepted', 'booked'],
  to: 'same',
  input,
  can: state => (state.offer ? undefined : 'no-offer'),
  decide(state, _typed, facts) {
    if (!state.offer || facts.now < state.offer.until) return { refusal: 'not-due' };
    return { events: [event('offer-lapsed', 'everyone', {})] };
  },
};
