import { z } from 'zod';
import { keys, text } from '../case/input.ts';
import type { Verb } from '../case/machine.ts';
import { papers } from '../case/papers.ts';
import { stopClock } from './answer-clock.ts';
import type { EConsult } from './econsult.ts';
import { said } from './said.ts';
import { specialistOnly } from './specialist.ts';
import { toRequester } from './standing.ts';

const input = z.strictObject({ question: text(4000), attachments: keys });

/** The specialist cannot answer yet and asks for more; the answer's clock stops. */
export const askInfo: Verb<EConsult, z.infer<typeof input>> = {
  name: 'ask-info',
  who: [{ side: 'receiver', rank: 'm' }],
  from: ['assigned'],
  to: ['more-info'],
  input,
  can: specialistOnly,
  decide(state, { question, attachments }, facts) {
    const ids = papers(facts, attachments);
    if (!ids) return { refusal: 'no-such-attachment' };
    const answerClock = stopClock(state.answerClock, facts.now);
    const standing = toRequester(state, facts, 'more-info');
    return said('info-asked', 'clinical', { text: question, attachments: ids, answerClock, ...standing });
  },
};
