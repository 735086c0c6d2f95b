import { z } from 'zod';
import { optionalLine, optionalText } from '../case/input.ts';
import type { Verb } from '../case/machine.ts';
import type { Referral } from './referral.ts';
import { event } from './said.ts';

const input = z.strictObject({
  /** 1 to 4, or a word of the site's own list: docs/decisions/0019. */
  priority: optionalLine(60),
  protocol: optionalLine(200),
  comment: optionalText(4000),
});

/** How pressing it is, by which protocol. A clinical priority is a clinician's to set. */
export const triage: Verb<Referral, z.infer<typeof input>> = {
  name: 'triage',
  who: [{ side: 'receiver', rank: 'm' }],
  from: ['sent', 'accepted', 'awaiting-reply'],
  to: 'same',
  input,
  decide(_state, typed, facts) {
    const { priority, protocol, comment } = typed;
    if (priority && !facts.by.clinical) return { refusal: 'needs-clinician' };
    if (!priority && !protocol && !comment) return { refusal: 'nothing-changed' };
    const body = {
      ...(priority && { priority }),
      ...(protocol && { protocol }),
      ...(comment && { comment }),
    };
    return { events: [event('triaged', 'receiver', body)] };
  },
};
