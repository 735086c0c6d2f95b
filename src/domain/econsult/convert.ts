import { z } from 'zod';
import type { NewEvent } from '../case/events.ts';
import type { Facts } from '../case/facts.ts';
import { key, optionalOne, optionalText } from '../case/input.ts';
import type { Refusal, Verb } from '../case/machine.ts';
import { urgencies } from '../case/state.ts';
import { answerBody, answerInput } from './answer.ts';
import type { EConsult } from './econsult.ts';
import { carry, nextCase, serviceFor } from './hand-over.ts';
import { event } from './said.ts';
import { specialistOnly } from './specialist.ts';
import { ended, toRequester } from './standing.ts';
import { surveySchema } from './survey.ts';

const input = z.strictObject({
  service: key,
  why: optionalText(1000),
  urgency: optionalOne(urgencies),
  carry,
  /** From `answered`, by the requester. */
  survey: surveySchema.optional(),
  /** From `assigned`, by the specialist. */
  answer: answerInput.optional(),
});

/** The final answer that goes before a conversion by the specialist, so that the advice moves along. */
function finalAnswer(state: EConsult, given: z.infer<typeof input>, facts: Facts): NewEvent[] | Refusal {
  if (state.status !== 'assigned') return [];
  if (!given.answer) return { refusal: 'answer-missing' };
  const body = answerBody(state, given.answer, facts);
  if ('refusal' in body) return body;
  return [event('answered', 'clinical', { ...body, ...toRequester(state, facts, 'answered') })];
}

/**
 * The question becomes a referral of the same request, prefilled; whoever converts, the requester stays the requester.
 */
export const convert: Verb<EConsult, z.infer<typeof input>> = {
  name: 'convert',
  who: [
    { side: 'requester', rank: 'c', from: ['answered', 'returned', 'closed'] },
    { side: 'receiver', rank: 'c', from: ['assigned'] },
  ],
  from: ['assigned', 'answered', 'returned', 'closed'],
  to: ['converted'],
  input,
  can(state, by) {
    if (by.side !== 'receiver') return undefined;
    return specialistOnly(state, by) ?? (state.mayConvert ? undefined : 'not-authorised-to-convert');
  },
  decide(state, given, facts) {
    const service = serviceFor(state, facts, given.service);
    if ('refusal' in service) return service;
    if (service.type !== 'referral') return { refusal: 'no-such-service' };
    const { why, survey, urgency } = given;
    if (state.status === 'answered' && !survey) return { refusal: 'survey-missing' };
    const before = finalAnswer(state, given, facts);
    if ('refusal' in before) return before;
    const body = { service: service.service, why, survey, ...ended(state, facts, 'converted') };
    const answered = state.answer !== undefined || before.length > 0;
    return {
      events: [...before, event('converted', 'clinical', body)],
      opens: [nextCase(state, service, { carry: given.carry, answered, urgency })],
    };
  },
};
