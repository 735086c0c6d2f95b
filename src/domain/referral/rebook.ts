import { z } from 'zod';
import type { Verb } from '../case/machine.ts';
import { stand } from '../case/standing.ts';
import { appointmentFields, appointmentOf } from './appointment-input.ts';
import { heldBooked } from './holds.ts';
import type { Referral } from './referral.ts';
import { event } from './said.ts';

const input = z.strictObject(appointmentFields);

/** Another time; the earlier one stays as history. */
export const rebook: Verb<Referral, z.infer<typeof input>> = {
  name: 'rebook',
  who: [
    { side: 'receiver', rank: 'm' },
    { side: 'patient', rank: 'm' },
  ],
  from: ['booked', 'confirmed'],
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
    return { events: [event('rebooked', 'everyone', { appointment, ...standing })] };
  },
};
