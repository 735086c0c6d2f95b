import { z } from 'zod';
import { atLocal } from '../case/deadline.ts';
import type { Facts } from '../case/facts.ts';
import { keys, optionalDay, optionalKey, optionalText, text, tick, title } from '../case/input.ts';
import type { OpeningVerb } from '../case/machine.ts';
import { papers } from '../case/papers.ts';
import { type RequesterParty, urgencies } from '../case/state.ts';
import { answers, beginning, unopenable, unsendable } from './begin.ts';
import { event } from './said.ts';

const input = z.strictObject({
  title,
  question: text(),
  answers,
  urgency: z.enum(urgencies),
  /** Why it is urgent. */
  reason: optionalText(2000),
  /** The patient agrees to be contacted about it. */
  mayContact: tick,
  attachments: keys,
  /** A letter follows by this day. */
  letterDue: optionalDay,
  /** Key of the clinician who reads along: the patient's family physician. */
  copy: optionalKey,
});

/** Whoever reads along; undefined for who asks anyway, or is nobody here. */
function readsAlong(key: string, facts: Facts): RequesterParty | undefined {
  const member = facts.members?.find(one => one.key === key);
  const asks = facts.opening?.requester;
  if (!member || member.site === asks?.site) return undefined;
  return { site: member.site, clinician: member.member };
}

/** A clinician asks a service to see a patient; the request begins, or goes on, with this case. */
export const send: OpeningVerb<z.infer<typeof input>> = {
  name: 'send',
  who: [{ side: 'requester', rank: 'm' }],
  to: ['sent'],
  input,
  decide(typed, facts) {
    const { opening } = facts;
    const refusal = unopenable(opening) ?? unsendable(typed, opening!, facts);
    if (!opening || refusal) return refusal ?? { refusal: 'no-such-service' };
    const attachments = papers(facts, typed.attachments);
    if (!attachments) return { refusal: 'no-such-attachment' };
    const letter = typed.letterDue && { due: atLocal(typed.letterDue, '17:00', facts.zones.requester) };
    if (letter && letter.due <= facts.now) return { refusal: 'letter-date-past' };
    const { question, answers, reason } = typed;
    const copy = typed.copy === undefined ? opening.copy : readsAlong(typed.copy, facts);
    if (typed.copy !== undefined && !copy) return { refusal: 'no-such-member' };
    const begun = beginning({ ...opening, ...(copy && { copy }) }, facts, {
      ...typed,
      letter: letter || undefined,
    });
    return {
      events: [
        event('sent', 'everyone', { ...begun, mayContact: true }),
        event('question', 'all', { question, answers, reason, attachments }),
      ],
    };
  },
};
