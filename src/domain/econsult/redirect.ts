import { z } from 'zod';
import { key, optionalText } from '../case/input.ts';
import type { Verb } from '../case/machine.ts';
import type { EConsult } from './econsult.ts';
import { carry, nextCase, serviceFor } from './hand-over.ts';
import { said } from './said.ts';
import { ended } from './standing.ts';

const input = z.strictObject({ service: key, why: optionalText(1000), carry });

/** The requester asks elsewhere instead, another group or a visit; nothing is typed again. */
export const redirect: Verb<EConsult, z.infer<typeof input>> = {
  name: 'redirect',
  who: [{ side: 'requester', rank: 'm' }],
  from: ['asked', 'returned'],
  to: ['redirected'],
  input,
  decide(state, given, facts) {
    const service = serviceFor(state, facts, given.service);
    if ('refusal' in service) return service;
    const body = { service: service.service, why: given.why, ...ended(state, facts, 'redirected') };
    const answered = state.answer !== undefined;
    return {
      ...said('redirected', 'clinical', body),
      opens: [nextCase(state, service, { carry: given.carry, answered })],
    };
  },
};
