import { z } from 'zod';
import type { NewEvent } from '../case/events.ts';
import type { Facts } from '../case/facts.ts';
import {
  keys,
  line,
  optionalDay,
  optionalLine,
  optionalOne,
  optionalText,
  text,
  whole,
} from '../case/input.ts';
import type { Refusal, Verb } from '../case/machine.ts';
import { papers } from '../case/papers.ts';
import { advisedHold } from './advised.ts';
import { resumeClock } from './answer-clock.ts';
import { type Advised, adviceKinds, answerKinds, type EConsult, questionTypes } from './econsult.ts';
import { event } from './said.ts';
import { specialistOnly } from './specialist.ts';
import { toRequester } from './standing.ts';

/** One thing to do, as the specialist writes it. */
export const recommendation = z.strictObject({
  kind: optionalOne(adviceKinds),
  text: line(500),
  condition: optionalLine(500),
  due: optionalDay,
  who: z.enum(['requester', 'patient', 'specialist']).default('requester'),
});

/** A text for each numbered question; '' where the answer as a whole says it. */
export const replies = z
  .array(optionalText(8000).transform(reply => reply ?? ''))
  .max(8)
  .default([]);

/** The formal answer: also what a conversion by the specialist carries. */
export const answerInput = z.strictObject({
  kind: z.enum(answerKinds),
  text: text(),
  replies,
  recommendations: z.array(recommendation).max(30).default([]),
  redFlags: optionalText(2000),
  minutes: whole(1, 600),
  references: z.array(line(500)).max(30).default([]),
  questionType: optionalOne(questionTypes),
  attachments: keys,
});

/** The recommendations as records, numbered on from those this case already has. */
export function advisedAfter(
  state: Pick<EConsult, 'recommendations'>,
  given: readonly z.infer<typeof recommendation>[],
): Advised[] {
  const last = Math.max(0, ...(state.recommendations ?? []).map(({ id }) => id));
  return given.map(({ kind, text: what, condition, due, who }, index) => ({
    id: last + index + 1,
    ...(kind && { kind }),
    text: what,
    ...(condition && { condition }),
    ...(due && { due }),
    who,
  }));
}

/** What the state remembers of recommendations: what the specialist does is not due from the requester. */
export function dueByRequester(advised: readonly Advised[]): Pick<Advised, 'id' | 'due'>[] {
  return advised.map(({ id, due, who }) => ({ id, ...(due && who !== 'specialist' && { due }) }));
}

/** The fact that an answer came, and for clinicians what it says; the answer's clock has run its course. */
export function answering(
  state: EConsult,
  input: z.infer<typeof answerInput>,
  facts: Facts,
): NewEvent[] | Refusal {
  const ids = papers(facts, input.attachments);
  if (!ids) return { refusal: 'no-such-attachment' };
  const recommendations = advisedAfter(state, input.recommendations);
  const answerClock = resumeClock(state.answerClock, facts.now);
  const due = dueByRequester(recommendations);
  const known = [...(state.recommendations ?? []), ...due.map(one => ({ ...one, state: 'open' as const }))];
  const standing = toRequester(state, facts, 'answered', advisedHold(state, facts, known));
  const fact = { kind: input.kind, recommendations: due, answerClock, ...standing };
  return [
    event('answered', 'everyone', fact),
    event('advice', 'clinical', { ...input, recommendations, attachments: ids }),
  ];
}

/** The specialist answers; from here the requester acts, asks again or closes. */
export const answer: Verb<EConsult, z.infer<typeof answerInput>> = {
  name: 'answer',
  who: [{ side: 'receiver', rank: 'c' }],
  from: ['assigned', 'more-info'],
  to: ['answered'],
  input: answerInput,
  can: specialistOnly,
  decide(state, input, facts) {
    const events = answering(state, input, facts);
    return 'refusal' in events ? events : { events };
  },
};
