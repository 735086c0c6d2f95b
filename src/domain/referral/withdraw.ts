import { z } from 'zod';
import { optionalText } from '../case/input.ts';
import type { Verb } from '../case/machine.ts';
import { stand } from '../case/standing.ts';
import { heldIn } from './holds.ts';
import type { Referral } from './referral.ts';
import { event } from './said.ts';

const input = z.strictObject({ why: optionalText(2000) });

/** The patient does not want it any more; the requester hears of it and decides. */
export const withdraw: Verb<Referral, z.infer<typeof input>> = {
  name: 'withdraw',
  who: [{ side: 'patient', rank: 'm' }],
  from: 'open',
  to: ['withdrawn'],
  input,
  can: state => (state.status === 'withdrawn' ? 'wrong-status' : undefined),
  decide(state, typed, facts) {
    const main = heldIn('withdrawn', state, facts);
    const standing = stand(state, facts, { status: 'withdrawn', main });
    return {
      events: [event('withdrawn', 'everyone', { ...(typed.why && { why: typed.why }), ...standing })],
    };
  },
};
