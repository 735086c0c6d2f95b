import { z } from 'zod';
import type { Verb } from '../case/machine.ts';
import { stand } from '../case/standing.ts';
import { heldBooked } from './holds.ts';
import type { Referral } from './referral.ts';
import { event } from './said.ts';

const input = z.strictObject({});

/** The patient takes the slot that was offered. */
export const takeSlot: Verb<Referral, z.infer<typeof input>> = {
  name: 'take-slot',
  who: [{ side: 'patient', rank: 'm' }],
  from: ['accepted', 'booked', 'confirmed'],
  to: ['booked'],
  input,
  can: state => (state.offer ? undefined : 'no-offer'),
  decide(state, _typed, facts) {
    if (!state.offer) return { refusal: 'no-offer' };
    if (facts.now >= state.offer.until) return { refusal: 'offer-over' };
    const { appointment } = state.offer;
    const main = heldBooked(state, facts, appointment);
    const standing = stand(state, facts, { status: 'booked', main, flag: null });
    return { events: [event('slot-taken', 'everyone', { appointment, ...standing })] };
  },
};
