import { z } from 'zod';
import { optionalText } from '../case/input.ts';
import type { Verb } from '../case/machine.ts';
import { resumeClock } from './answer-clock.ts';
import type { EConsult } from './econsult.ts';
import { event, remark } from './said.ts';
import { specialistOnly } from './specialist.ts';
import { toGroup } from './standing.ts';

const input = z.strictObject({ why: optionalText(1000) });

/** The specialist hands the question back to the assigner. The answer's clock goes on. */
export const release: Verb<EConsult, z.infer<typeof input>> = {
  name: 'release',
  who: [{ side: 'receiver', rank: 'm' }],
  from: ['assigned', 'more-info'],
  to: ['asked'],
  input,
  can: specialistOnly,
  decide(state, { why }, facts) {
    const answerClock = resumeClock(state.answerClock, facts.now);
    const body = { answerClock, ...toGroup(state, facts) };
    return { events: [event('released', 'everyone', body), ...remark('released', why)] };
  },
};
