import { z } from 'zod';
import { carry, nextCase, serviceFor } from '../case/hand-over.ts';
import { key, optionalText } from '../case/input.ts';
import type { Verb } from '../case/machine.ts';
import { stand } from '../case/standing.ts';
import type { Referral } from './referral.ts';
import { event, remark } from './said.ts';

const input = z.strictObject({ service: key, comment: optionalText(4000), carry });

/** The requester asks elsewhere instead, advice or a visit; nothing is typed again. */
export const redirect: Verb<Referral, z.infer<typeof input>> = {
  name: 'redirect',
  who: [{ side: 'requester', rank: 'm' }],
  from: ['sent', 'accepted', 'awaiting-reply', 'declined', 'shortlisted', 'cancelled'],
  to: ['redirected'],
  input,
  decide(state, typed, facts) {
    const service = serviceFor(state, facts, typed.service);
    if ('refusal' in service) return service;
    const standing = stand(state, facts, { status: 'redirected', main: null });
    return {
      events: [
        event('redirected', 'everyone', { service: service.service, ...standing }),
        ...remark('redirected', typed.comment, 'all'),
      ],
      opens: [nextCase(state, service, { carry: typed.carry })],
    };
  },
};
