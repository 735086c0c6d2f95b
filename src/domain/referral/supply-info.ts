import { z } from 'zod';
import { keys, text } from '../case/input.ts';
import type { Verb } from '../case/machine.ts';
import { papers } from '../case/papers.ts';
import { stand } from '../case/standing.ts';
import { resumed } from './holds.ts';
import type { Referral } from './referral.ts';
import { event } from './said.ts';

const input = z.strictObject({ text: text(), attachments: keys });

/** The question is answered; the receiver's clock goes on and it reviews the reply. */
export const supplyInfo: Verb<Referral, z.infer<typeof input>> = {
  name: 'supply-info',
  who: [
    { side: 'requester', rank: 'm' },
    { side: 'patient', rank: 'm' },
  ],
  from: ['awaiting-reply'],
  to: ['sent', 'accepted'],
  input,
  decide(state, typed, facts) {
    if (state.status !== 'awaiting-reply') return { refusal: 'wrong-status' };
    const attachments = papers(facts, typed.attachments);
    if (!attachments) return { refusal: 'no-such-attachment' };
    const standing = stand(state, facts, {
      status: state.stopped.status,
      main: resumed(state, facts),
      flag: 'reply-to-review',
    });
    const audience = facts.by.side === 'patient' || state.stopped.asked === 'patient' ? 'everyone' : 'all';
    return { events: [event('info-supplied', audience, { text: typed.text, attachments, ...standing })] };
  },
};
