import { z } from 'zod';
import { keys, text } from '../case/input.ts';
import type { Verb } from '../case/machine.ts';
import { papers } from '../case/papers.ts';
import { startClock } from './answer-clock.ts';
import type { EConsult } from './econsult.ts';
import { said } from './said.ts';
import { toGroup } from './standing.ts';

const input = z.strictObject({ text: text(), attachments: keys });

/** The requester adds what was missing and asks the same group again; a new answer is promised from now. */
export const resubmit: Verb<EConsult, z.infer<typeof input>> = {
  name: 'resubmit',
  who: [{ side: 'requester', rank: 'm' }],
  from: ['returned'],
  to: ['asked'],
  input,
  decide(state, { text: missing, attachments }, facts) {
    const ids = papers(facts, attachments);
    if (!ids) return { refusal: 'no-such-attachment' };
    const standing = toGroup(state, facts, 'sent-again');
    const answerClock = startClock(facts);
    return said('resubmitted', 'clinical', { text: missing, attachments: ids, answerClock, ...standing });
  },
};
