import { z } from 'zod';
import type { Facts } from '../facts.ts';
import { line, optionalKey, optionalWhole } from '../input.ts';
import type { Decision, Verb } from '../machine.ts';
import type { CaseState } from '../state.ts';

const input = z
  .strictObject({ seq: optionalWhole(1, 1_000_000), attachment: optionalKey, why: line(300) })
  .refine(typed => (typed.seq === undefined) !== (typed.attachment === undefined), { path: ['seq'] });

/** Words that may be hidden; what moved the case may not. */
const strikeable = ['messaged', 'noted', 'remarked'];

function strikeAttachment(state: CaseState, key: string, why: string, facts: Facts): Decision {
  const found = facts.attachments?.find(attachment => attachment.key === key);
  if (!found) return { refusal: 'no-such-attachment' };
  if (found.side !== facts.by.side) return { refusal: 'not-the-author' };
  if (state.struck?.attachments.includes(found.id)) return { refusal: 'already-struck' };
  return { events: [{ type: 'struck', audience: 'everyone', body: { attachment: found.id, why } }] };
}

/** The side that wrote a message or added a paper hides it; a line stays that says who hid it and why. */
export const strike: Verb<CaseState, z.infer<typeof input>> = {
  name: 'strike',
  who: [
    { side: 'requester', rank: 'm' },
    { side: 'receiver', rank: 'm' },
    { side: 'intake', rank: 'm' },
    { side: 'patient', rank: 'm' },
  ],
  from: 'any',
  to: 'same',
  input,
  decide(state, { seq, attachment, why }, facts) {
    if (attachment !== undefined) return strikeAttachment(state, attachment, why, facts);
    const { target, by } = facts;
    if (!target || target.seq !== seq || !strikeable.includes(target.type))
      return { refusal: 'nothing-to-strike' };
    if (target.by.side !== by.side) return { refusal: 'not-the-author' };
    if (state.struck?.events.includes(target.seq)) return { refusal: 'already-struck' };
    return { events: [{ type: 'struck', audience: 'everyone', body: { seq, why } }] };
  },
};
