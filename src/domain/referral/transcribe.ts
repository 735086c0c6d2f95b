import { z } from 'zod';
import { atLocal } from '../case/deadline.ts';
import { day, keys, line, optionalLine, optionalText, title } from '../case/input.ts';
import type { OpeningVerb } from '../case/machine.ts';
import { papers } from '../case/papers.ts';
import { urgencies } from '../case/state.ts';
import type { Instant } from '../case/time.ts';
import { answers, beginning, unopenable } from './begin.ts';
import { event } from './said.ts';

const input = z.strictObject({
  title,
  question: optionalText(),
  answers,
  urgency: z.enum(urgencies),
  reason: optionalText(2000),
  receivedOn: day,
  how: z.enum(['fax', 'phone', 'letter']),
  outsideName: line(200),
  outsideLicence: optionalLine(40),
  outsideFax: optionalLine(40),
  /** The image of the paper; a phone call has none. */
  attachments: keys,
});

type Input = z.infer<typeof input>;

function outside({ outsideName: name, outsideLicence: licence, outsideFax: fax }: Input) {
  return { name, ...(licence && { licence }), ...(fax && { fax }) };
}

function yearsBefore(now: Instant, years: number): Instant {
  return `${String(Number(now.slice(0, 4)) - years).padStart(4, '0')}${now.slice(4)}`;
}

/** A fax, letter or call becomes a case. The wait counts from the day it came, the receiver's clock from now. */
export const transcribe: OpeningVerb<Input> = {
  name: 'transcribe',
  who: [
    { side: 'receiver', rank: 'm' },
    { side: 'intake', rank: 'm' },
  ],
  to: ['sent'],
  input,
  decide(typed, facts) {
    const { opening } = facts;
    const refusal = unopenable(opening && { ...opening, accepting: true });
    if (!opening || refusal) return refusal ?? { refusal: 'no-such-service' };
    const startedAt = atLocal(typed.receivedOn, '00:00', facts.zones.receiver);
    if (startedAt > facts.now) return { refusal: 'in-the-future' };
    if (startedAt < yearsBefore(facts.now, 10)) return { refusal: 'too-long-ago' };
    const attachments = papers(facts, typed.attachments);
    if (!attachments) return { refusal: 'no-such-attachment' };
    if (typed.how !== 'phone' && attachments.length === 0) return { refusal: 'paper-missing' };
    const requester = { ...opening.requester, offNetwork: true, outside: outside(typed) };
    const { receivedOn, how, question = '', answers, reason } = typed;
    const begun = beginning({ ...opening, requester, startedAt }, facts, typed);
    return {
      events: [
        event('transcribed', 'everyone', { ...begun, receivedOn, how }),
        event('question', 'all', { question, answers, reason, attachments }),
      ],
    };
  },
};
