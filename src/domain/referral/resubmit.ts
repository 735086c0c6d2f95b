import { z } from 'zod';
import { text } from '../case/input.ts';
import type { Verb } from '../case/machine.ts';
import { stand } from '../case/standing.ts';
import { heldIn } from './holds.ts';
import type { Referral } from './referral.ts';
import { event, remark } from './said.ts';

const input = z.strictObject({ changed: text(4000) });

/** The requester asks the same receiver again and says what changed. */
export const resubmit: Verb<Referral, z.infer<typeof input>> = {
  name: 'resubmit',
  who: [{ side: 'requester', rank: 'm' }],
  from: ['declined', 'shortlisted', 'cancelled', 'withdrawn'],
  to: ['sent'],
  input,
  can: ({ receiver }) => (receiver.toBeChosen ? 'wrong-status' : undefined),
  decide(state, typed, facts) {
    const standing = stand(state, facts, {
      status: 'sent',
      main: heldIn('sent', state, facts),
      flag: 'sent-again',
    });
    return {
      events: [event('resubmitted', 'everyone', standing), ...remark('resubmitted', typed.changed, 'all')],
    };
  },
};
