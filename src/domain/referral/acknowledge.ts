import { z } from 'zod';
import type { Verb } from '../case/machine.ts';
import { stand } from '../case/standing.ts';
import type { Referral } from './referral.ts';
import { event } from './said.ts';

const input = z.strictObject({});

/** The requester has read what came of it. */
export const acknowledge: Verb<Referral, z.infer<typeof input>> = {
  name: 'acknowledge',
  who: [{ side: 'requester', rank: 'm' }],
  from: ['completed'],
  to: ['closed'],
  input,
  decide(state, _typed, facts) {
    const standing = stand(state, facts, { status: 'closed', main: null });
    return { events: [event('acknowledged', 'everyone', standing)] };
  },
};
