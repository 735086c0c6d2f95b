import { z } from 'zod';
import { optionalKey, optionalText } from '../case/input.ts';
import type { Verb } from '../case/machine.ts';
import type { RefusalCode } from '../case/refusals.ts';
import type { By } from '../case/state.ts';
import { resumeClock } from './answer-clock.ts';
import { type EConsult, turnBackReasons } from './econsult.ts';
import { event, remark } from './said.ts';
import { givesOut, isSpecialist } from './specialist.ts';
import { toRequester } from './standing.ts';

const input = z.strictObject({
  reason: z.enum(turnBackReasons),
  text: optionalText(4000),
  /** What to do instead, in words, or a service that fits; one of the two. */
  suggestion: optionalText(4000),
  service: optionalKey,
});

/** The specialist who has it, or whoever gives questions out. Docs/decisions/0083. */
function mayTurnBack(state: EConsult, by: By): RefusalCode | undefined {
  return givesOut(by) || isSpecialist(state, by) ? undefined : 'needs-assigner';
}

/** The group cannot answer and says what to do instead: a refusal to help is a hand-over. */
export const turnBack: Verb<EConsult, z.infer<typeof input>> = {
  name: 'turn-back',
  who: [{ side: 'receiver', rank: 'm' }],
  from: ['asked', 'assigned', 'more-info'],
  to: ['returned'],
  input,
  can: mayTurnBack,
  decide(state, { reason, text, suggestion, service: wanted }, facts) {
    if (reason === 'other' && !text) return { refusal: 'reason-missing' };
    if (!suggestion && !wanted) return { refusal: 'alternative-missing' };
    const service = facts.services?.find(({ key }) => key === wanted)?.service;
    if (wanted && service === undefined) return { refusal: 'no-such-service' };
    if (service !== undefined && service === state.receiver.service) return { refusal: 'same-service' };
    const answerClock = resumeClock(state.answerClock, facts.now);
    const standing = toRequester(state, facts, 'returned');
    return {
      events: [
        event('turned-back', 'everyone', { reason, service, answerClock, ...standing }),
        ...remark('turned-back', text),
        ...remark('turned-back', suggestion),
      ],
    };
  },
};
