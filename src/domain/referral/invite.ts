import { z } from 'zod';
import { dueAfter } from '../case/deadline.ts';
import type { Facts } from '../case/facts.ts';
import { instant, optionalLine } from '../case/input.ts';
import type { Verb } from '../case/machine.ts';
import { holdOf, mainHold, stand } from '../case/standing.ts';
import type { Hold } from '../case/state.ts';
import { inviteChannels } from './invitation.ts';
import { type Referral, referralStatuses } from './referral.ts';
import { event } from './said.ts';

const input = z.strictObject({
  channel: z.enum(inviteChannels),
  /** The address or number it goes to; paper is handed over. */
  to: optionalLine(254),
  /** Inside id of the link that was made for it. */
  link: z.number().int().positive(),
  until: instant,
});

/** The receiver has its time to decide; the requester's office rings only when that has passed. */
function waiting(state: Referral, facts: Facts, main: Hold): Hold {
  if (state.status !== 'sent') return main;
  const due = dueAfter({
    ...{ from: facts.now, zone: facts.zones.requester },
    ...referralStatuses.sent.due[state.urgency],
  });
  const owed = { side: 'receiver', next: 'chase-by-phone', from: due } as const;
  return holdOf(state, facts, {
    ...owed,
    due: dueAfter({ from: due, zone: facts.zones.requester, businessDays: 2 }),
  });
}

/** A receiver off the network is given a way to answer by itself: docs/decisions/0034-off-the-network.md */
export const invite: Verb<Referral, z.infer<typeof input>> = {
  name: 'invite',
  who: [{ side: 'requester', rank: 'm' }],
  from: 'open',
  to: 'same',
  input,
  can: state => (state.receiver.offNetwork ? undefined : 'on-network'),
  decide(state, { channel, to, link, until }, facts) {
    const main = mainHold(state);
    if (!main) return { refusal: 'case-ended' };
    const standing = stand(state, facts, { status: state.status, main: waiting(state, facts, main) });
    const body = { channel, ...(to !== undefined && { to }), link, until, ...standing };
    return { events: [event('invited', 'requester', body)] };
  },
};
