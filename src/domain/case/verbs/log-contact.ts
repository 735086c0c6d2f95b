import { z } from 'zod';
import { instant, optionalText } from '../input.ts';
import type { Verb } from '../machine.ts';
import type { CaseState } from '../state.ts';

export const contactWays = ['phone', 'text', 'email', 'letter', 'fax', 'in-person'] as const;
export const contactOutcomes = ['reached', 'left-message', 'no-answer', 'wrong-number', 'returned'] as const;

const input = z.strictObject({
  when: instant,
  how: z.enum(contactWays),
  outcome: z.enum(contactOutcomes),
  comment: optionalText(4000),
});

/** A call or letter that happened elsewhere is written down. */
export const logContact: Verb<CaseState, z.infer<typeof input>> = {
  name: 'log-contact',
  who: [
    { side: 'requester', rank: 'm' },
    { side: 'receiver', rank: 'm' },
    { side: 'intake', rank: 'm' },
  ],
  from: 'open',
  to: 'same',
  input,
  decide(_state, { when, how, outcome, comment }, { now }) {
    if (when > now) return { refusal: 'in-the-future' };
    const body = { when, how, outcome, ...(comment ? { comment } : {}) };
    return { events: [{ type: 'contact-logged', audience: 'all', body }] };
  },
};
