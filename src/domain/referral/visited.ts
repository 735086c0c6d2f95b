import { z } from 'zod';
import { optionalInstant, optionalText } from '../case/input.ts';
import type { Verb } from '../case/machine.ts';
import { stand } from '../case/standing.ts';
import { heldIn } from './holds.ts';
import type { Referral } from './referral.ts';
import { event, remark } from './said.ts';

const input = z.strictObject({ when: optionalInstant, comment: optionalText(4000) });

/** The patient was seen. Not said before the visit began. */
export const visited: Verb<Referral, z.infer<typeof input>> = {
  name: 'visited',
  who: [{ side: 'receiver', rank: 'm' }],
  from: ['accepted', 'booked', 'confirmed'],
  to: ['seen'],
  input,
  decide(state, typed, facts) {
    const when = typed.when ?? facts.now;
    if (when > facts.now) return { refusal: 'in-the-future' };
    const begins = state.status === 'accepted' ? undefined : state.appointment?.start;
    if (begins && facts.now < begins) return { refusal: 'before-the-start' };
    const standing = stand(state, facts, { status: 'seen', main: heldIn('seen', state, facts), flag: null });
    return {
      events: [
        event('visited', 'everyone', { when, ...standing }),
        ...remark('visited', typed.comment, 'clinical'),
      ],
    };
  },
};
