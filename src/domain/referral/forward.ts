import { z } from 'zod';
import { carry, intakeAfter, nextCase, serviceToHandTo } from '../case/hand-over.ts';
import { key, optionalText } from '../case/input.ts';
import type { Verb } from '../case/machine.ts';
import { mainHold, stand } from '../case/standing.ts';
import type { By } from '../case/state.ts';
import type { Referral } from './referral.ts';
import { event, remark } from './said.ts';

const input = z.strictObject({ service: key, comment: optionalText(4000), carry });

/** A question is forwarded at most this often: then its requester chooses. */
const mostHops = 5;

function refused(state: Referral, by: By) {
  if (by.side === 'intake' && mainHold(state)?.accountable.side !== 'intake') return 'wrong-status';
  return state.hops >= mostHops ? 'too-many-hops' : undefined;
}

/**
 * The receiver, or the intake it came through, sends it on, also after an assessment. A central intake stays to the end;
 * whoever else sends it on stays until the next one does.
 */
export const forward: Verb<Referral, z.infer<typeof input>> = {
  name: 'forward',
  who: [
    { side: 'receiver', rank: 'm', from: ['sent', 'accepted', 'awaiting-reply', 'seen'] },
    { side: 'intake', rank: 'm', from: ['declined'] },
  ],
  from: ['sent', 'accepted', 'awaiting-reply', 'seen', 'declined'],
  to: ['forwarded'],
  input,
  can: refused,
  decide(state, typed, facts) {
    const service = serviceToHandTo(state, facts, typed.service);
    if ('refusal' in service) return service;
    const { by } = facts;
    const standing = stand(state, facts, { status: 'forwarded', main: null });
    return {
      events: [
        event('forwarded', 'everyone', { service: service.service, ...standing }),
        ...remark('forwarded', typed.comment, 'all'),
      ],
      opens: [
        nextCase(state, service, {
          ...{ carry: typed.carry, hops: state.hops + 1, from: by },
          via: next => intakeAfter(state, by, next),
        }),
      ],
    };
  },
};
