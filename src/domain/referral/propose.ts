import { z } from 'zod';
import { keys, optionalText, text, tick, title } from '../case/input.ts';
import type { OpeningVerb } from '../case/machine.ts';
import { papers } from '../case/papers.ts';
import { urgencies } from '../case/state.ts';
import { answers, beginning, unopenable, unsendable } from './begin.ts';
import { heldIn } from './holds.ts';
import { event, remark } from './said.ts';
import { idsOf, options } from './shortlist.ts';

const input = z.strictObject({
  services: options,
  title,
  question: text(),
  answers,
  urgency: z.enum(urgencies),
  /** Why it is urgent. */
  reason: optionalText(2000),
  /** The patient agrees to be contacted about it. */
  mayContact: tick,
  attachments: keys,
  /** Words for the patient. */
  comment: optionalText(2000),
});

/** A clinician offers the patient two to five services; the request begins, and goes to the one the patient chooses. */
export const propose: OpeningVerb<z.infer<typeof input>> = {
  name: 'propose',
  who: [{ side: 'requester', rank: 'm' }],
  to: ['shortlisted'],
  input,
  decide(typed, facts) {
    const { opening } = facts;
    const refusal = unopenable(opening) ?? unsendable(typed, opening!, facts);
    if (!opening?.receiver.toBeChosen || refusal) return refusal ?? { refusal: 'no-such-service' };
    if (!opening.patient.reachable) return { refusal: 'patient-unreachable' };
    const services = idsOf(opening, facts, typed.services);
    if ('refusal' in services) return services;
    const attachments = papers(facts, typed.attachments);
    if (!attachments) return { refusal: 'no-such-attachment' };
    const { question, answers, reason, comment } = typed;
    const parties = { ...opening, urgency: typed.urgency };
    const hold = heldIn('shortlisted', parties, facts);
    const begun = { ...beginning(opening, facts, typed), status: 'shortlisted' as const, hold };
    return {
      events: [
        event('proposed', 'everyone', { ...begun, services, mayContact: true }),
        event('question', 'all', { question, answers, reason, attachments }),
        ...remark('proposed', comment, 'everyone'),
      ],
    };
  },
};
