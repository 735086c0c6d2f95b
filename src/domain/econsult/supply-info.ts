import { z } from 'zod';
import { keys, text } from '../case/input.ts';
import type { Verb } from '../case/machine.ts';
import { papers } from '../case/papers.ts';
import { resumeClock } from './answer-clock.ts';
import type { EConsult } from './econsult.ts';
import { said } from './said.ts';
import { toSpecialist } from './standing.ts';

const input = z.strictObject({ answer: text(), attachments: keys });

/** The requester supplies what was asked; the specialist reviews it and the answer's clock runs on. */
export const supplyInfo: Verb<EConsult, z.infer<typeof input>> = {
  name: 'supply-info',
  who: [{ side: 'requester', rank: 'm' }],
  from: ['more-info'],
  to: ['assigned'],
  input,
  decide(state, { answer, attachments }, facts) {
    const ids = papers(facts, attachments);
    if (!ids) return { refusal: 'no-such-attachment' };
    const answerClock = resumeClock(state.answerClock, facts.now);
    const standing = toSpecialist(state, facts, { clock: answerClock, flag: 'reply-to-review' });
    return said('info-supplied', 'clinical', { text: answer, attachments: ids, answerClock, ...standing });
  },
};
