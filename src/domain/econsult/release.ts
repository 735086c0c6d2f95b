import { z } from 'zod';
import { optionalText, tick } from '../case/input.ts';
import type { Verb } from '../case/machine.ts';
import { resumeClock } from './answer-clock.ts';
import type { EConsult } from './econsult.ts';
import { event, remark } from './said.ts';
import { specialistOnly } from './specialist.ts';
import { toGroup } from './standing.ts';

const input = z.strictObject({
  why: optionalText(1000),
  /** By the system: whoever has it is away until after it is due; else they work there no more. */
  away: tick,
});

/**
 * The specialist hands the question back to the assigner; the system does for one who works there no more, or is away until after
 * it is due. The answer's clock goes on.
 */
export const release: Verb<EConsult, z.infer<typeof input>> = {
  name: 'release',
  who: [
    { side: 'receiver', rank: 'm' },
    { side: 'system', rank: 'm' },
  ],
  from: ['assigned', 'more-info'],
  to: ['asked'],
  input,
  can: (state, by) => (by.side === 'system' ? undefined : specialistOnly(state, by)),
  decide(state, { why, away }, facts) {
    const answerClock = resumeClock(state.answerClock, facts.now);
    const gone = away ? { away: true as const } : { left: true as const };
    const bySystem = facts.by.side === 'system' ? gone : {};
    const body = { answerClock, ...bySystem, ...toGroup(state, facts) };
    return { events: [event('released', 'everyone', body), ...remark('released', why)] };
  },
};
