import { z } from 'zod';
import type { Facts } from '../case/facts.ts';
import { serviceFor } from '../case/hand-over.ts';
import { key, optionalText } from '../case/input.ts';
import type { Refusal, Verb } from '../case/machine.ts';
import { stand } from '../case/standing.ts';
import { heldIn } from './holds.ts';
import type { Referral } from './referral.ts';
import { event, remark } from './said.ts';

/** How many services a patient may be asked to compare. */
export const fewestOptions = 2;
export const mostOptions = 5;

/** Keys of the services on offer, each once. */
export const options = z
  .array(key)
  .min(fewestOptions)
  .max(mostOptions)
  .refine(chosen => new Set(chosen).size === chosen.length);

const input = z.strictObject({
  services: options,
  /** Words for the patient. */
  comment: optionalText(2000),
});

/** Inside ids of the services, in the order given; each takes referrals and is not the one that has it. */
export function idsOf(
  state: Pick<Referral, 'receiver'>,
  facts: Facts,
  services: readonly string[],
): number[] | Refusal {
  const ids: number[] = [];
  for (const one of services) {
    const service = serviceFor(state, facts, one, 'referral');
    if ('refusal' in service) return service;
    ids.push(service.service);
  }
  return ids;
}

/** The requester offers the patient two to five services; the patient chooses, and the referral goes there. */
export const shortlist: Verb<Referral, z.infer<typeof input>> = {
  name: 'shortlist',
  who: [{ side: 'requester', rank: 'm' }],
  from: ['sent', 'awaiting-reply', 'declined', 'shortlisted'],
  to: ['shortlisted'],
  input,
  can({ patient }, by) {
    // An office without a worklist could not decide when the patient does not.
    if (by.recordedFor) return 'not-recordable';
    if (patient.deceased) return 'patient-deceased';
    return patient.reachable ? undefined : 'patient-unreachable';
  },
  decide(state, { services, comment }, facts) {
    const ids = idsOf(state, facts, services);
    if ('refusal' in ids) return ids;
    const main = heldIn('shortlisted', state, facts);
    const standing = stand(state, facts, { status: 'shortlisted', main, flag: null });
    return {
      events: [
        event('shortlisted', 'everyone', { services: ids, ...standing }),
        ...remark('shortlisted', comment, 'everyone'),
      ],
    };
  },
};
