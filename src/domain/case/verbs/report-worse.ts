import { z } from 'zod';
import { receiverLeft } from '../access.ts';
import { text } from '../input.ts';
import type { Verb } from '../machine.ts';
import { mainHold, stand } from '../standing.ts';
import type { CaseState } from '../state.ts';

const input = z.strictObject({ text: text(4000) });

/**
 * The patient got worse: the receiver is accountable until it reviewed, within 2 business days. Once it has given the case
 * back, whoever holds the case reviews; a holder who reports it knows it already.
 */
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
    const { side } = facts.by;
    const known = receiverLeft(state) && side !== 'patient' && main?.accountable.side === side;
    const flag = known ? state.flag : 'got-worse';
    const standing = stand(state, facts, { status: state.status, main, flag });
    return { events: [{ type: 'worsened', audience: 'everyone', body: { text, ...standing } }] };
  },
};
