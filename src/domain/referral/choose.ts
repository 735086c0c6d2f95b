import { z } from 'zod';
import { nextCase, serviceFor } from '../case/hand-over.ts';
import { key } from '../case/input.ts';
import type { Verb } from '../case/machine.ts';
import { stand } from '../case/standing.ts';
import type { Referral } from './referral.ts';
import { event } from './said.ts';

const input = z.strictObject({ service: key });

/** The patient chooses one of the services on offer; the referral goes there as the requester wrote it. */
export const choose: Verb<Referral, z.infer<typeof input>> = {
  name: 'choose',
  who: [{ side: 'patient', rank: 'm' }],
  from: ['shortlisted'],
  to: ['redirected'],
  input,
  can: state => (state.shortlist ? undefined : 'no-shortlist'),
  decide(state, typed, facts) {
    const service = serviceFor(state, facts, typed.service, 'referral');
    if ('refusal' in service) return service;
    if (!state.shortlist?.includes(service.service)) return { refusal: 'no-such-service' };
    const standing = stand(state, facts, { status: 'redirected', main: null });
    return {
      events: [event('chosen', 'everyone', { service: service.service, ...standing })],
      opens: [nextCase(state, service, { carry: undefined })],
    };
  },
};
