import { z } from 'zod';
import { optionalText } from '../input.ts';
import type { Verb } from '../machine.ts';
import { flaggedSide, mainHold, stand } from '../standing.ts';
import type { CaseState } from '../state.ts';

const input = z.strictObject({ comment: optionalText(4000) });

/** The flagged side has seen what the flag says; the case stands again as it did beneath it. */
export const review: Verb<CaseState, z.infer<typeof input>> = {
  name: 'review',
  who: [
    { side: 'receiver', rank: 'm' },
    // Once the receiver has given the case back.
    { side: 'requester', rank: 'm' },
    { side: 'intake', rank: 'm' },
  ],
  from: 'open',
  to: 'same',
  input,
  can(state, by) {
    if (!state.flag) return 'not-flagged';
    return by.side === flaggedSide(state) ? undefined : 'wrong-side';
  },
  decide(state, { comment }, facts) {
    const { flag: cleared, ...unflagged } = state;
    const standing = stand(unflagged, facts, { status: state.status, main: mainHold(state) ?? null });
    return {
      events: [
        { type: 'reviewed', audience: 'everyone', body: { cleared, ...standing } },
        ...(comment
          ? [{ type: 'remarked', audience: 'clinical' as const, body: { about: 'reviewed', text: comment } }]
          : []),
      ],
    };
  },
};
