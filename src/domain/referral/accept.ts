import { z } from 'zod';
import { localDay } from '../case/deadline.ts';
import { optionalDay, optionalText, tick } from '../case/input.ts';
import type { Verb } from '../case/machine.ts';
import { stand } from '../case/standing.ts';
import { heldAccepted } from './holds.ts';
import type { Referral } from './referral.ts';
import { event, remark } from './said.ts';

const input = z.strictObject({ anticipated: optionalDay, walkIn: tick, comment: optionalText(4000) });

/** The receiver takes it and says, if it can, when the patient will be seen. */
export const accept: Verb<Referral, z.infer<typeof input>> = {
  name: 'accept',
  who: [{ side: 'receiver', rank: 'm' }],
  from: ['sent', 'awaiting-reply', 'advised'],
  to: ['accepted'],
  input,
  decide(state, typed, facts) {
    const { anticipated, walkIn, comment } = typed;
    if (anticipated && anticipated < localDay(facts.now, facts.zones.receiver))
      return { refusal: 'start-in-past' };
    const main = heldAccepted(state, facts, anticipated);
    const standing = stand(state, facts, { status: 'accepted', main, flag: null });
    return {
      events: [
        event('accepted', 'everyone', { walkIn, ...(anticipated && { anticipated }), ...standing }),
        ...remark('accepted', comment, 'all'),
      ],
    };
  },
};
