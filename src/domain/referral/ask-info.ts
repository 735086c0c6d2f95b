import { z } from 'zod';
import { text } from '../case/input.ts';
import type { Verb } from '../case/machine.ts';
import { stand } from '../case/standing.ts';
import { heldAwaiting, stoppedClock } from './holds.ts';
import type { Referral } from './referral.ts';
import { event } from './said.ts';

const input = z.strictObject({ text: text(), of: z.enum(['requester', 'patient']).default('requester') });

/** The receiver needs to know more; its clock stops until it is told. */
export const askInfo: Verb<Referral, z.infer<typeof input>> = {
  name: 'ask-info',
  who: [{ side: 'receiver', rank: 'm' }],
  from: ['sent', 'accepted'],
  to: ['awaiting-reply'],
  input,
  decide(state, typed, facts) {
    const { text, of } = typed;
    if (of === 'patient' && (!state.patient.reachable || state.patient.deceased))
      return { refusal: 'patient-unreachable' };
    const standing = stand(state, facts, {
      status: 'awaiting-reply',
      main: heldAwaiting(state, facts, of),
      flag: null,
    });
    const body = { text, of, stopped: stoppedClock(state, facts, of), ...standing };
    return { events: [event('info-asked', of === 'patient' ? 'everyone' : 'all', body)] };
  },
};
