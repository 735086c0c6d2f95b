import { z } from 'zod';
import { optionalText } from '../case/input.ts';
import type { Verb } from '../case/machine.ts';
import { stand } from '../case/standing.ts';
import type { Referral } from './referral.ts';
import { event, remark } from './said.ts';

const input = z.strictObject({ comment: optionalText(4000) });

/** The advice answers the question; no visit is needed. */
export const takeAdvice: Verb<Referral, z.infer<typeof input>> = {
  name: 'take-advice',
  who: [{ side: 'requester', rank: 'c' }],
  from: ['advised'],
  to: ['closed'],
  input,
  decide(state, typed, facts) {
    const standing = stand(state, facts, { status: 'closed', main: null });
    return {
      events: [
        event('advice-taken', 'everyone', standing),
        ...remark('advice-taken', typed.comment, 'clinical'),
      ],
    };
  },
};
