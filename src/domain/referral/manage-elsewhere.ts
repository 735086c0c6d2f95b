import { z } from 'zod';
import { line, optionalDay } from '../case/input.ts';
import type { Verb } from '../case/machine.ts';
import { stand } from '../case/standing.ts';
import { heldIn } from './holds.ts';
import type { Referral } from './referral.ts';
import { event } from './said.ts';

const input = z.strictObject({ where: line(300), until: optionalDay });

/** Somebody outside the network looks after it; the receiver reports within 90 days, or says again that it goes on. */
export const manageElsewhere: Verb<Referral, z.infer<typeof input>> = {
  name: 'manage-elsewhere',
  who: [{ side: 'receiver', rank: 'm' }],
  from: ['sent', 'accepted', 'managed-elsewhere'],
  to: ['managed-elsewhere'],
  input,
  decide(state, typed, facts) {
    const { where, until } = typed;
    const main = heldIn('managed-elsewhere', state, facts);
    const standing = stand(state, facts, { status: 'managed-elsewhere', main, flag: null });
    return {
      events: [event('managed-elsewhere', 'everyone', { where, ...(until && { until }), ...standing })],
    };
  },
};
