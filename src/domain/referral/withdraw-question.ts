import { z } from 'zod';
import { optionalText } from '../case/input.ts';
import type { Verb } from '../case/machine.ts';
import { stand } from '../case/standing.ts';
import { resumed } from './holds.ts';
import type { Referral } from './referral.ts';
import { event, remark } from './said.ts';

const input = z.strictObject({ comment: optionalText(4000) });

/** The receiver needs no reply after all; its clock goes on. */
export const withdrawQuestion: Verb<Referral, z.infer<typeof input>> = {
  name: 'withdraw-question',
  who: [{ side: 'receiver', rank: 'm' }],
  from: ['awaiting-reply'],
  to: ['sent', 'accepted'],
  input,
  decide(state, typed, facts) {
    if (state.status !== 'awaiting-reply') return { refusal: 'wrong-status' };
    const standing = stand(state, facts, { status: state.stopped.status, main: resumed(state, facts) });
    return {
      events: [
        event('question-withdrawn', 'everyone', standing),
        ...remark('question-withdrawn', typed.comment, 'all'),
      ],
    };
  },
};
