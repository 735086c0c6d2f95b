import { z } from 'zod';
import { optionalText } from '../case/input.ts';
import type { Verb } from '../case/machine.ts';
import { stand } from '../case/standing.ts';
import { heldWithoutChoice } from './holds.ts';
import type { Referral } from './referral.ts';
import { event } from './said.ts';

const input = z.strictObject({ why: optionalText(2000) });

/** The patient wants none of the services on offer; the requester decides. */
export const chooseNone: Verb<Referral, z.infer<typeof input>> = {
  name: 'choose-none',
  who: [{ side: 'patient', rank: 'm' }],
  from: ['shortlisted'],
  to: 'same',
  input,
  can: state => (state.shortlist ? undefined : 'no-shortlist'),
  decide(state, { why }, facts) {
    const main = heldWithoutChoice(state, facts);
    const standing = stand(state, facts, { status: 'shortlisted', main });
    return { events: [event('none-chosen', 'everyone', { ...(why && { why }), ...standing })] };
  },
};
