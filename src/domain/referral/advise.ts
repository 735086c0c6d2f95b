import { z } from 'zod';
import { keys, text, whole } from '../case/input.ts';
import type { Verb } from '../case/machine.ts';
import { papers } from '../case/papers.ts';
import { stand } from '../case/standing.ts';
import { heldIn } from './holds.ts';
import type { Referral } from './referral.ts';
import { event } from './said.ts';

const input = z.strictObject({ text: text(), minutes: whole(1, 600), attachments: keys });

/** Advice may spare the visit; the requester takes it or insists. */
export const advise: Verb<Referral, z.infer<typeof input>> = {
  name: 'advise',
  who: [{ side: 'receiver', rank: 'c' }],
  from: ['sent', 'accepted', 'awaiting-reply'],
  to: ['advised'],
  input,
  decide(state, typed, facts) {
    const attachments = papers(facts, typed.attachments);
    if (!attachments) return { refusal: 'no-such-attachment' };
    const { text, minutes } = typed;
    const standing = stand(state, facts, { status: 'advised', main: heldIn('advised', state, facts) });
    return {
      events: [
        event('advised', 'everyone', standing),
        event('advice', 'clinical', { text, minutes, attachments }),
      ],
    };
  },
};
