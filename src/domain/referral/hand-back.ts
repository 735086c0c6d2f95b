import { z } from 'zod';
import { text } from '../case/input.ts';
import type { Verb } from '../case/machine.ts';
import { mainHold, stand } from '../case/standing.ts';
import { heldIn } from './holds.ts';
import type { Referral } from './referral.ts';
import { event, remark } from './said.ts';

const input = z.strictObject({ reason: text(4000) });

/** The intake knows nobody else; the requester decides. */
export const handBack: Verb<Referral, z.infer<typeof input>> = {
  name: 'hand-back',
  who: [{ side: 'intake', rank: 'm' }],
  from: ['declined'],
  to: ['declined'],
  input,
  can: state => (mainHold(state)?.accountable.side === 'intake' ? undefined : 'wrong-status'),
  decide(state, typed, facts) {
    const main = heldIn('declined', { ...state, via: undefined } as Referral, facts);
    const standing = stand(state, facts, { status: 'declined', main });
    return {
      events: [event('handed-back', 'everyone', standing), ...remark('handed-back', typed.reason, 'all')],
    };
  },
};
