import { z } from 'zod';
import type { Verb } from '../case/machine.ts';
import { holdOf, mainHold, stand } from '../case/standing.ts';
import { invitationEnds } from './invitation.ts';
import type { Referral } from './referral.ts';
import { event } from './said.ts';

const input = z.strictObject({ why: z.enum(invitationEnds) });

/** Its link opens nothing any more: taken back, tried with wrong codes, or never delivered. The office sends it anew. */
export const closeInvitation: Verb<Referral, z.infer<typeof input>> = {
  name: 'close-invitation',
  who: [
    { side: 'requester', rank: 'm' },
    { side: 'system', rank: 'm' },
  ],
  from: 'open',
  to: 'same',
  input,
  can: state => (state.guest ? undefined : 'not-due'),
  decide(state, { why }, facts) {
    const main = mainHold(state);
    if (!main) return { refusal: 'case-ended' };
    const again = { side: 'receiver', next: 'decide', due: { businessDays: 2 } } as const;
    const hold = state.status === 'sent' ? holdOf(state, facts, again) : main;
    const standing = stand(state, facts, { status: state.status, main: hold });
    return { events: [event('invitation-closed', 'requester', { why, ...standing })] };
  },
};
