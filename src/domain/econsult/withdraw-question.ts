import { z } from 'zod';
import { optionalText } from '../case/input.ts';
import type { Verb } from '../case/machine.ts';
import { resumeClock } from './answer-clock.ts';
import type { EConsult } from './econsult.ts';
import { event, remark } from './said.ts';
import { specialistOnly } from './specialist.ts';
import { toSpecialist } from './standing.ts';

const input = z.strictObject({ why: optionalText(1000) });

/** The specialist no longer needs what was asked; the answer's clock runs on. */
export const withdrawQuestion: Verb<EConsult, z.infer<typeof input>> = {
  name: 'withdraw-question',
  who: [{ side: 'receiver', rank: 'm' }],
  from: ['more-info'],
  to: ['assigned'],
  input,
  can: specialistOnly,
  decide(state, { why }, facts) {
    const answerClock = resumeClock(state.answerClock, facts.now);
    const standing = toSpecialist(state, facts, { clock: answerClock });
    return {
      events: [
        event('question-withdrawn', 'everyone', { answerClock, ...standing }),
        ...remark('question-withdrawn', why),
      ],
    };
  },
};
