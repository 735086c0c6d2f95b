import { z } from 'zod';
import type { Facts } from '../case/facts.ts';
import type { Decision, Verb } from '../case/machine.ts';
import { mainHold, stand } from '../case/standing.ts';
import { heldWithoutChoice } from './holds.ts';
import type { Referral } from './referral.ts';
import { event } from './said.ts';

const input = z.strictObject({});

/** True while a patient has a shortlist and time to choose. */
export function mayStillChoose(state: Referral): boolean {
  return state.shortlist !== undefined && mainHold(state)?.accountable.side === 'patient';
}

/** The patient may still choose, but the requester owes the next step. */
function choiceLapsed(state: Referral, facts: Facts): Decision {
  if (facts.now < mainHold(state)!.due) return { refusal: 'not-due' };
  const main = heldWithoutChoice(state, facts);
  const standing = stand(state, facts, { status: 'shortlisted', main });
  return { events: [event('choice-lapsed', 'everyone', standing)] };
}

/** Nobody took the slot in time, the patient said no to it, the receiver took it back; or the patient did not choose. */
export const lapse: Verb<Referral, z.infer<typeof input>> = {
  name: 'lapse',
  who: [
    { side: 'system', rank: 'm' },
    { side: 'patient', rank: 'm', from: ['accepted', 'booked', 'confirmed'] },
    { side: 'receiver', rank: 'm', from: ['accepted', 'booked', 'confirmed'] },
  ],
  from: ['accepted', 'booked', 'confirmed', 'shortlisted'],
  to: 'same',
  input,
  can: state => (state.offer || mayStillChoose(state) ? undefined : 'no-offer'),
  decide(state, _typed, facts) {
    const { side } = facts.by;
    if (side !== 'system')
      return {
        events: [event('offer-lapsed', 'everyone', { how: side === 'patient' ? 'refused' : 'taken-back' })],
      };
    if (mayStillChoose(state)) return choiceLapsed(state, facts);
    if (!state.offer || facts.now < state.offer.until) return { refusal: 'not-due' };
    return { events: [event('offer-lapsed', 'everyone', {})] };
  },
};
