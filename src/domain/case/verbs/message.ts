import { z } from 'zod';
import { audiences } from '../events.ts';
import { keys, text, tick } from '../input.ts';
import type { Verb } from '../machine.ts';
import { papers } from '../papers.ts';
import type { CaseState } from '../state.ts';

const input = z.strictObject({ text: text(), to: z.enum(audiences), answerWanted: tick, attachments: keys });

/** Anybody on the case writes to everybody or to one side; who wrote it always reads it. Moves nothing. */
export const message: Verb<CaseState, z.infer<typeof input>> = {
  name: 'message',
  who: [
    { side: 'requester', rank: 'm' },
    { side: 'receiver', rank: 'm' },
    { side: 'intake', rank: 'm' },
    { side: 'copy', rank: 'm' },
    { side: 'patient', rank: 'm' },
  ],
  from: 'open',
  to: 'same',
  input,
  decide(state, { text, to, answerWanted, attachments }, facts) {
    if (to === 'everyone' && state.helps) return { refusal: 'helps-another' };
    const ids = papers(facts, attachments);
    if (!ids) return { refusal: 'no-such-attachment' };
    return {
      events: [{ type: 'messaged', audience: to, body: { text, to, answerWanted, attachments: ids } }],
    };
  },
};
