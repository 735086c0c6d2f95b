import { z } from 'zod';
import { text } from '../input.ts';
import type { Verb } from '../machine.ts';
import { mainHold, stand } from '../standing.ts';
import type { CaseState } from '../state.ts';

const input = z.strictObject({ text: text(4000) });

/** The patient got worse: the receiver is accountable until it reviewed, within 2 business days. */
export const reportWorse: Verb<CaseState, z.infer<typeof input>> = {
  name: 'report-worse',
  who: [
    { side: 'patient', rank: 'm' },
    { side: 'requester', rank: 'm' },
  ],
  from: 'open',
  to: 'same',
  input,
  decide(state, { text }, facts) {
    const main = mainHold(state) ?? null;
    const standing = stand(state, facts, { status: state.status, main, flag: 'got-worse' });
    return { events: [{ type: 'worsened', audience: 'everyone', body: { text, ...standing } }] };
  },
};
