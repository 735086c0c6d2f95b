import { z } from 'zod';
import { optionalText } from '../input.ts';
import type { Verb } from '../machine.ts';
import { mainHold, stand } from '../standing.ts';
import type { CaseState } from '../state.ts';

const input = z.strictObject({ comment: optionalText(4000) });

/** The receiver has seen what the flag says; the case stands again as it did beneath it. */
export const review: Verb<CaseState, z.infer<typeof input>> = {
  name: 'review',
  who: [{ side: 'receiver', rank: 'm' }],
  from: 'open',
  to: 'same',
  input,
  can: state => (state.flag ? undefined : 'not-flagged'),
  decide(state, { comment }, facts) {
    const standing = stand(state, facts, { status: state.status, main: mainHold(state) ?? null });
    return {
      events: [
        { type: 'reviewed', audience: 'everyone', body: { cleared: state.flag, ...standing } },
        ...(comment
          ? [{ type: 'remarked', audience: 'clinical' as const, body: { about: 'reviewed', text: comment } }]
          : []),
      ],
    };
  },
};
