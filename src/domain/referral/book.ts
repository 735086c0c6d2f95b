import type { z } from 'zod';
import type { Verb } from '../case/machine.ts';
import { stand } from '../case/standing.ts';
import { appointmentFor, appointmentInput } from './appointment-input.ts';
import { heldBooked } from './holds.ts';
import type { Referral } from './referral.ts';
import { event } from './said.ts';

const input = appointmentInput({});

/** A time for the visit; the patient confirms it. Where a service allows it, the patient chooses the time. */
export const book: Verb<Referral, z.infer<typeof input>> = {
  name: 'book',
  who: [
    { side: 'receiver', rank: 'm' },
    { side: 'patient', rank: 'm', from: ['accepted'] },
  ],
  from: ['accepted', 'awaiting-reply', 'seen'],
  to: ['booked'],
  input,
  decide(state, typed, facts) {
    const appointment = appointmentFor(state, typed, facts);
    if ('refusal' in appointment) return appointment;
    const standing = stand(state, facts, {
      status: 'booked',
      main: heldBooked(state, facts, appointment),
      flag: null,
    });
    return { events: [event('booked', 'everyone', { appointment, ...standing })] };
  },
};
