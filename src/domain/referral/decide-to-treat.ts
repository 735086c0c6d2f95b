import { z } from 'zod';
import { localDay } from '../case/deadline.ts';
import { optionalDay, optionalText } from '../case/input.ts';
import type { Verb } from '../case/machine.ts';
import { stand } from '../case/standing.ts';
import { heldAccepted } from './holds.ts';
import type { Referral } from './referral.ts';
import { event, remark } from './said.ts';

const input = z.strictObject({ on: optionalDay, comment: optionalText(4000) });

/** A treatment will follow: Wait 2 begins and the receiver owes its date. */
export const decideToTreat: Verb<Referral, z.infer<typeof input>> = {
  name: 'decide-to-treat',
  who: [{ side: 'receiver', rank: 'c' }],
  from: ['seen'],
  to: ['accepted'],
  input,
  decide(state, typed, facts) {
    const today = localDay(facts.now, facts.zones.receiver);
    const on = typed.on ?? today;
    if (on > today) return { refusal: 'in-the-future' };
    const standing = stand(state, facts, {
      status: 'accepted',
      main: heldAccepted(state, facts),
      flag: null,
    });
    return {
      events: [
        event('treatment-decided', 'everyone', { on, ...standing }),
        ...remark('treatment-decided', typed.comment, 'clinical'),
      ],
    };
  },
};
