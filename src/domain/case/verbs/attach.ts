import { z } from 'zod';
import { audiences } from '../events.ts';
import { key, optionalLine, tick } from '../input.ts';
import type { Verb } from '../machine.ts';
import { papers } from '../papers.ts';
import { mainHold, stand } from '../standing.ts';
import type { CaseState } from '../state.ts';

const input = z.strictObject({
  attachments: z.preprocess(
    value => (typeof value === 'string' ? [value] : value),
    z.array(key).min(1).max(50),
  ),
  what: optionalLine(200),
  to: z.enum(audiences),
  /** This is the letter that was owed. */
  letter: tick,
});

/** Anybody on the case adds papers; the requester's may be the letter it owed, which stops that clock. */
export const attach: Verb<CaseState, z.infer<typeof input>> = {
  name: 'attach',
  who: [
    { side: 'requester', rank: 'm' },
    { side: 'receiver', rank: 'm' },
    { side: 'intake', rank: 'm' },
    { side: 'patient', rank: 'm' },
  ],
  from: 'open',
  to: 'same',
  input,
  decide(state, { attachments, what, to, letter }, facts) {
    const ids = papers(facts, attachments);
    if (!ids) return { refusal: 'no-such-attachment' };
    const main = mainHold(state);
    const paid = letter && facts.by.side === 'requester' && state.letter && main;
    const standing = paid ? stand(state, facts, { status: state.status, main, letter: null }) : {};
    return {
      events: [
        {
          type: 'attached',
          audience: to,
          body: {
            attachments: ids,
            ...(what ? { what } : {}),
            ...(paid ? { owedLetter: true } : {}),
            ...standing,
          },
        },
      ],
    };
  },
};
