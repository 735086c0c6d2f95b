import { z } from 'zod';
import { optionalWhole, whole } from '../case/input.ts';
import type { Verb } from '../case/machine.ts';
import { stand, statusHold } from '../case/standing.ts';
import { type Referral, referralStatuses } from './referral.ts';
import { event } from './said.ts';

const most = 2 ** 31 - 1;
const input = z.strictObject({ site: whole(1, most), service: optionalWhole(1, most) });

/** Whoever the patient brought the printed requisition to takes the referral: docs/decisions/0034-off-the-network.md */
export const claim: Verb<Referral, z.infer<typeof input>> = {
  name: 'claim',
  who: [{ side: 'system', rank: 'm' }],
  from: ['sent', 'declined'],
  to: ['sent'],
  input,
  can: state => (state.via ? 'wrong-status' : undefined),
  decide(state, { site, service }, facts) {
    const receiver = { site, ...(service !== undefined && { service }) };
    const main = statusHold(referralStatuses.sent, { ...state, receiver }, facts);
    const standing = stand({ ...state, receiver }, facts, { status: 'sent', main });
    return { events: [event('claimed', 'everyone', { receiver, site, ...standing })] };
  },
};
