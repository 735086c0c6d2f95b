import type { z } from 'zod';
import type { Verb } from '../case/machine.ts';
import { stand } from '../case/standing.ts';
import { addedPapers, appointmentFor, appointmentInput, withPapers } from './appointment-input.ts';
import { heldBooked } from './holds.ts';
import type { Referral } from './referral.ts';
import { event } from './said.ts';

const input = appointmentInput(addedPapers);

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
    const meant = appointmentFor(state, typed, facts);
    if ('refusal' in meant) return meant;
    const booked = withPapers(meant, typed.attachments, { facts, before: state.appointment?.papers });
    if ('refusal' in booked) return booked;
    const { appointment } = booked;
    const standing = stand(state, facts, {
      status: 'booked',
      main: heldBooked(state, facts, appointment),
      flag: null,
    });
    return { events: [event('rebooked', 'everyone', { ...booked, ...standing })] };
  },
};
