import { z } from 'zod';
import { text } from '../case/input.ts';
import type { Verb } from '../case/machine.ts';
import { stand } from '../case/standing.ts';
import type { Referral } from './referral.ts';
import { event, remark } from './said.ts';

const input = z.strictObject({ why: text(4000) });

/** After a refusal nothing more is needed, and the requester says why. */
export const close: Verb<Referral, z.infer<typeof input>> = {
  name: 'close',
  who: [{ side: 'requester', rank: 'm' }],
  from: ['declined', 'shortlisted'],
  to: ['closed'],
  input,
  decide(state, typed, facts) {
    const standing = stand(state, facts, { status: 'closed', main: null });
    return { events: [event('closed', 'everyone', standing), ...remark('closed', typed.why, 'all')] };
  },
};
