import type { z } from 'zod';
import { instant } from '../case/input.ts';
import type { Verb } from '../case/machine.ts';
import { appointmentFor, appointmentInput } from './appointment-input.ts';
import type { Referral } from './referral.ts';
import { event } from './said.ts';

const input = appointmentInput({ until: instant });

/** A slot came free at short notice: the patient may have it until a given moment. The system goes through the list. */
export const offer: Verb<Referral, z.infer<typeof input>> = {
  name: 'offer',
  who: [
    { side: 'receiver', rank: 'm' },
    { side: 'system', rank: 'm' },
  ],
  from: ['accepted', 'booked', 'confirmed'],
  to: 'same',
  input,
  can: state => (state.offer ? 'offer-running' : undefined),
  decide(state, typed, facts) {
    const { until } = typed;
    if (!state.patient.reachable || state.patient.deceased) return { refusal: 'patient-unreachable' };
    const appointment = appointmentFor(state, typed, facts);
    if ('refusal' in appointment) return appointment;
    if (until <= facts.now || appointment.start < until) return { refusal: 'start-in-past' };
    return { events: [event('offered', 'everyone', { offer: { appointment, until } })] };
  },
};
