import { z } from 'zod';
import { optionalText, tick } from '../case/input.ts';
import type { Verb } from '../case/machine.ts';
import { stand } from '../case/standing.ts';
import { heldAccepted, heldDeclined } from './holds.ts';
import type { Referral } from './referral.ts';
import { event, remark } from './said.ts';

const input = z.strictObject({ decline: tick, comment: optionalText(4000) });

/** The patient did not come. It is counted; from the second time the receiver may decline. */
export const didNotAttend: Verb<Referral, z.infer<typeof input>> = {
  name: 'did-not-attend',
  who: [{ side: 'receiver', rank: 'm' }],
  from: ['booked', 'confirmed'],
  to: ['accepted', 'declined'],
  input,
  decide(state, typed, facts) {
    if (!state.appointment || facts.now < state.appointment.start) return { refusal: 'before-the-start' };
    const count = (state.missed ?? 0) + 1;
    if (typed.decline && count < 2) return { refusal: 'not-yet-twice' };
    const to = typed.decline
      ? { status: 'declined' as const, main: heldDeclined(state, facts) }
      : { status: 'accepted' as const, main: heldAccepted(state, facts), flag: null };
    return {
      events: [
        event('did-not-attend', 'everyone', { count, ...stand<'accepted' | 'declined'>(state, facts, to) }),
        ...remark('did-not-attend', typed.comment, 'all'),
      ],
    };
  },
};
