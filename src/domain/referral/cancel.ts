import { z } from 'zod';
import { optionalText } from '../case/input.ts';
import type { Verb } from '../case/machine.ts';
import { stand } from '../case/standing.ts';
import { cancelReasons, type Referral } from './referral.ts';
import { event, remark } from './said.ts';

const input = z.strictObject({ reason: z.enum(cancelReasons), comment: optionalText(4000) });

/** Only the requester takes a question back. */
export const cancel: Verb<Referral, z.infer<typeof input>> = {
  name: 'cancel',
  who: [{ side: 'requester', rank: 'm' }],
  from: 'open',
  to: ['cancelled'],
  input,
  decide(state, typed, facts) {
    const standing = stand(state, facts, { status: 'cancelled', main: null });
    return {
      events: [
        event('cancelled', 'everyone', { reason: typed.reason, ...standing }),
        ...remark('cancelled', typed.comment, 'all'),
      ],
    };
  },
};
