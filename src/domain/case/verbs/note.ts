import { z } from 'zod';
import type { Audience } from '../events.ts';
import { text, tick } from '../input.ts';
import type { Verb } from '../machine.ts';
import type { CaseState, Side } from '../state.ts';

const input = z.strictObject({ text: text(), shared: tick });

/** One's own side; an intake and the receiver it sent the case to may share a note between them. */
function audienceOf(side: Side, shared: boolean): Audience {
  if (side === 'intake') return shared ? 'receiver' : 'intake';
  if (side === 'receiver') return shared ? 'intake' : 'receiver';
  return 'requester';
}

/** A side writes down something for itself. Also after the end. */
export const note: Verb<CaseState, z.infer<typeof input>> = {
  name: 'note',
  who: [
    { side: 'requester', rank: 'm' },
    { side: 'receiver', rank: 'm' },
    { side: 'intake', rank: 'm' },
  ],
  from: 'any',
  to: 'same',
  input,
  decide(state, { text, shared }, { by }) {
    if (shared && !state.via) return { refusal: 'no-intake' };
    return { events: [{ type: 'noted', audience: audienceOf(by.side, shared), body: { text } }] };
  },
};
