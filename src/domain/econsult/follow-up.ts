import { z } from 'zod';
import { keys, text } from '../case/input.ts';
import type { Verb } from '../case/machine.ts';
import { papers } from '../case/papers.ts';
import { startClock } from './answer-clock.ts';
import type { EConsult } from './econsult.ts';
import { said } from './said.ts';
import { toSpecialist } from './standing.ts';

const input = z.strictObject({ question: text(), attachments: keys });

/** The requester asks the same specialist again; a new answer is promised from now. */
export const followUp: Verb<EConsult, z.infer<typeof input>> = {
  name: 'follow-up',
  who: [{ side: 'requester', rank: 'm' }],
  from: ['answered'],
  to: ['assigned'],
  input,
  decide(state, { question, attachments }, facts) {
    const ids = papers(facts, attachments);
    if (!ids) return { refusal: 'no-such-attachment' };
    const answerClock = startClock(facts);
    const standing = toSpecialist(state, facts, { clock: answerClock });
    return said('asked-again', 'clinical', { text: question, attachments: ids, answerClock, ...standing });
  },
};
