import { z } from 'zod';
import { text } from '../case/input.ts';
import type { Verb } from '../case/machine.ts';
import { stand } from '../case/standing.ts';
import { heldIn } from './holds.ts';
import type { Referral } from './referral.ts';
import { event } from './said.ts';

const input = z.strictObject({ reason: text(4000) });

/** The requester still wants the visit. Once, and both see why. */
export const insist: Verb<Referral, z.infer<typeof input>> = {
  name: 'insist',
  who: [{ side: 'requester', rank: 'c' }],
  from: ['advised'],
  to: ['sent'],
  input,
  can: state => (state.insisted ? 'already-insisted' : undefined),
  decide(state, typed, facts) {
    const standing = stand(state, facts, {
      status: 'sent',
      main: heldIn('sent', state, facts),
      flag: 'sent-again',
    });
    return { events: [event('insisted', 'clinical', { reason: typed.reason, ...standing })] };
  },
};
