import { z } from 'zod';
import type { NewEvent } from '../case/events.ts';
import type { Facts, ServiceFacts } from '../case/facts.ts';
import { anew, carry, nextCase, saidAnew, serviceFor } from '../case/hand-over.ts';
import { key, optionalOne, optionalText } from '../case/input.ts';
import type { OpenCase, Refusal, SaidAnew, Verb } from '../case/machine.ts';
import { urgencies } from '../case/state.ts';
import { answerInput, answering } from './answer.ts';
import type { EConsult } from './econsult.ts';
import { event, remark } from './said.ts';
import { specialistOnly } from './specialist.ts';
import { ended } from './standing.ts';
import { surveySchema } from './survey.ts';

const input = z.strictObject({
  service: key,
  comment: optionalText(4000),
  urgency: optionalOne(urgencies),
  /** Why it is urgent, where nothing is written anew. */
  reason: optionalText(2000),
  carry,
  anew,
  /** From `answered`, by the requester. */
  survey: surveySchema.optional(),
  /** From `assigned`, by the specialist. */
  answer: answerInput.optional(),
});

/** The final answer that goes before a conversion by the specialist, so that the advice moves along. */
function finalAnswer(state: EConsult, given: z.infer<typeof input>, facts: Facts): NewEvent[] | Refusal {
  if (state.status !== 'assigned') return [];
  if (given.urgency === 'urgent' && !given.reason) return { refusal: 'reason-missing' };
  return given.answer ? answering(state, given.answer, facts) : { refusal: 'answer-missing' };
}

/** The referral that follows, as urgent as its sender says. */
function referralOf(
  state: EConsult,
  service: ServiceFacts,
  { said, ...given }: z.infer<typeof input> & { said?: SaidAnew },
): OpenCase {
  const next = nextCase(state, service, { carry: given.carry, ...(said && { said }) });
  return {
    ...next,
    ...(given.urgency && { urgency: given.urgency }),
    ...(given.reason && { reason: given.reason }),
  };
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
    if (state.helps) return 'helps-another';
    if (by.side !== 'receiver') return undefined;
    return specialistOnly(state, by) ?? (state.mayConvert ? undefined : 'not-authorised-to-convert');
  },
  decide(state, given, facts) {
    const service = serviceFor(state, facts, given.service, 'referral');
    if ('refusal' in service) return service;
    const { survey, comment } = given;
    if (state.status === 'answered' && !survey) return { refusal: 'survey-missing' };
    const before = finalAnswer(state, given, facts);
    if ('refusal' in before) return before;
    const written = saidAnew(given.anew, facts);
    if ('refusal' in written) return written;
    const body = { service: service.service, ...ended(state, facts, 'converted') };
    return {
      events: [
        ...before,
        event('converted', 'everyone', body),
        ...(survey ? [event('surveyed', 'clinical', { survey })] : []),
        ...remark('converted', comment),
      ],
      opens: [referralOf(state, service, { ...given, ...written })],
    };
  },
};
