import { z } from 'zod';
import type { Verb } from '../case/machine.ts';
import { stand } from '../case/standing.ts';
import { appointmentFields, appointmentOf } from './appointment-input.ts';
import { heldBooked } from './holds.ts';
import type { Referral } from './referral.ts';
import { event } from './said.ts';

const input = z.strictObject(appointmentFields);

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
    if (facts.by.side === 'patient' && !facts.patientBooks) return { refusal: 'booking-not-allowed' };
    const appointment = appointmentOf(typed);
    if (appointment.start <= facts.now) return { refusal: 'start-in-past' };
    const standing = stand(state, facts, {
      status: 'booked',
      main: heldBooked(state, facts, appointment),
      flag: null,
    });
    return { events: [event('booked', 'everyone', { appointment, ...standing })] };
  },
};
