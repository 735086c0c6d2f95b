import { z } from 'zod';
import { text } from '../case/input.ts';
import type { Verb } from '../case/machine.ts';
import { stand } from '../case/standing.ts';
import { heldAccepted } from './holds.ts';
import type { Referral } from './referral.ts';
import { event, remark } from './said.ts';

const input = z.strictObject({ reason: text(4000) });

/** The receiver takes it up again, having declined or finished it. */
export const reopen: Verb<Referral, z.infer<typeof input>> = {
  name: 'reopen',
  who: [{ side: 'receiver', rank: 'm' }],
  from: ['declined', 'completed', 'closed'],
  to: ['accepted'],
  input,
  decide(state, typed, facts) {
    const standing = stand(state, facts, {
      status: 'accepted',
      main: heldAccepted(state, facts),
      flag: null,
    });
    return { events: [event('reopened', 'everyone', standing), ...remark('reopened', typed.reason, 'all')] };
  },
};
