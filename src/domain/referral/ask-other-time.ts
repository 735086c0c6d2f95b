import { z } from 'zod';
import { text } from '../case/input.ts';
import type { Verb } from '../case/machine.ts';
import { mainHold, stand } from '../case/standing.ts';
import type { Referral } from './referral.ts';
import { event } from './said.ts';

const input = z.strictObject({ times: text(2000) });

/** The patient would rather come at another time; the slot is kept until the receiver answers, in 2 business days. */
export const askOtherTime: Verb<Referral, z.infer<typeof input>> = {
  name: 'ask-other-time',
  who: [{ side: 'patient', rank: 'm' }],
  from: ['booked', 'confirmed'],
  to: 'same',
  input,
  decide(state, typed, facts) {
    if (state.status !== 'booked' && state.status !== 'confirmed') return { refusal: 'wrong-status' };
    const main = mainHold(state) ?? null;
    const standing = stand(state, facts, { status: state.status, main, flag: 'other-time-asked' });
    return { events: [event('other-time-asked', 'everyone', { times: typed.times, ...standing })] };
  },
};
