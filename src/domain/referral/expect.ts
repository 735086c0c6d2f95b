import { z } from 'zod';
import { localDay } from '../case/deadline.ts';
import { day, optionalText } from '../case/input.ts';
import type { Verb } from '../case/machine.ts';
import { stand } from '../case/standing.ts';
import { heldAccepted } from './holds.ts';
import type { Referral } from './referral.ts';
import { event, remark } from './said.ts';

const input = z.strictObject({ anticipated: day, comment: optionalText(4000) });

/** The receiver says anew by when it expects to see the patient; requester and patient are told. */
export const expect: Verb<Referral, z.infer<typeof input>> = {
  name: 'expect',
  who: [{ side: 'receiver', rank: 'm' }],
  from: ['accepted'],
  to: ['accepted'],
  input,
  decide(state, { anticipated, comment }, facts) {
    if (anticipated < localDay(facts.now, facts.zones.receiver)) return { refusal: 'start-in-past' };
    if (anticipated === state.anticipated) return { refusal: 'nothing-changed' };
    const standing = stand(state, facts, {
      status: 'accepted',
      main: heldAccepted(state, facts, anticipated),
    });
    return {
      events: [
        event('expected', 'everyone', { anticipated, ...standing }),
        ...remark('expected', comment, 'all'),
      ],
    };
  },
};
