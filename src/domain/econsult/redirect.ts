import { z } from 'zod';
import { carry, nextCase, serviceFor } from '../case/hand-over.ts';
import { key, optionalText } from '../case/input.ts';
import type { Verb } from '../case/machine.ts';
import type { EConsult } from './econsult.ts';
import { event, remark } from './said.ts';
import { ended } from './standing.ts';

const input = z.strictObject({ service: key, comment: optionalText(4000), carry });

/** The requester asks elsewhere instead, another group or a visit; nothing is typed again. */
export const redirect: Verb<EConsult, z.infer<typeof input>> = {
  name: 'redirect',
  who: [{ side: 'requester', rank: 'm' }],
  from: ['asked', 'returned'],
  to: ['redirected'],
  input,
  can: state => (state.helps ? 'helps-another' : undefined),
  decide(state, given, facts) {
    const service = serviceFor(state, facts, given.service);
    if ('refusal' in service) return service;
    const body = { service: service.service, ...ended(state, facts, 'redirected') };
    return {
      events: [event('redirected', 'everyone', body), ...remark('redirected', given.comment)],
      opens: [nextCase(state, service, { carry: given.carry })],
    };
  },
};
