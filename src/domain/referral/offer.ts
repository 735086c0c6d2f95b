import { z } from 'zod';
import { instant } from '../case/input.ts';
import type { Verb } from '../case/machine.ts';
import { appointmentFields, appointmentOf } from './appointment-input.ts';
import type { Referral } from './referral.ts';
import { event } from './said.ts';

const input = z.strictObject({ ...appointmentFields, until: instant });

/** A slot came free at short notice: the patient may have it until a given moment. */
export const offer: Verb<Referral, z.infer<typeof input>> = {
  name: 'offer',
  who: [{ side: 'receiver', rank: 'm' }],
  from: ['accepted', 'booked'],
  to: 'same',
  input,
  can: state => (state.offer ? 'offer-running' : undefined),
  decide(state, typed, facts) {
    const { until, ...rest } = typed;
    const appointment = appointmentOf(rest);
    if (!state.patient.reachable || state.patient.deceased) return { refusal: 'patient-unreachable' };
    if (until <= facts.now || appointment.start < until) return { refusal: 'start-in-past' };
    return { events: [event('offered', 'everyone', { offer: { appointment, until } })] };
  },
};
