import { z } from 'zod';
import type { ServiceFacts } from '../case/facts.ts';
import { carry, intakeAfter, nextCase, serviceToHandTo } from '../case/hand-over.ts';
import { key, optionalText } from '../case/input.ts';
import type { Verb } from '../case/machine.ts';
import { stand } from '../case/standing.ts';
import type { By, ReceiverParty } from '../case/state.ts';
import type { Referral } from './referral.ts';
import { event, remark } from './said.ts';

const input = z.strictObject({
  services: z.preprocess(value => (typeof value === 'string' ? [value] : value), z.array(key).min(2).max(5)),
  comment: optionalText(4000),
  carry,
});

/** A central intake sees every part to its end; a clinic that splits has done with it. */
function intakeOfPart(state: Referral, by: By, next: ReceiverParty) {
  const via = intakeAfter(state, by, next);
  return via?.central ? via : undefined;
}

/** Two or more services are needed: a case for each. */
export const split: Verb<Referral, z.infer<typeof input>> = {
  name: 'split',
  who: [
    { side: 'receiver', rank: 'm' },
    { side: 'system', rank: 'm' },
  ],
  from: ['sent', 'accepted', 'awaiting-reply', 'seen'],
  to: ['split'],
  input,
  decide(state, typed, facts) {
    const found = [...new Set(typed.services)].map(one => serviceToHandTo(state, facts, one));
    const services: ServiceFacts[] = [];
    for (const one of found) {
      if ('refusal' in one) return one;
      services.push(one);
    }
    if (services.length < 2) return { refusal: 'same-service' };
    const standing = stand(state, facts, { status: 'split', main: null });
    return {
      events: [
        event('split', 'everyone', { services: services.map(one => one.service), ...standing }),
        ...remark('split', typed.comment, 'all'),
      ],
      opens: services.map(one =>
        nextCase(state, one, {
          ...{ carry: typed.carry, hops: state.hops, from: state.receiver },
          via: next => intakeOfPart(state, facts.by, next),
        }),
      ),
    };
  },
};
