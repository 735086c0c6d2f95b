import { z } from 'zod';
import type { Facts } from '../case/facts.ts';
import { serviceFor } from '../case/hand-over.ts';
import { optionalKey, optionalText, tick } from '../case/input.ts';
import type { Verb } from '../case/machine.ts';
import { stand } from '../case/standing.ts';
import { heldDeclined } from './holds.ts';
import { type DeclineClass, declineReasons, type Referral } from './referral.ts';
import { event, remark } from './said.ts';

const input = z.strictObject({
  reason: z.enum([...declineReasons['not-us'], ...declineReasons['not-needed']]),
  comment: optionalText(4000),
  /** The service that would fit. */
  suggested: optionalKey,
  /** There is no service for this: unmet need. */
  noneExists: tick,
});

function isNotUs(reason: string): boolean {
  return (declineReasons['not-us'] as readonly string[]).includes(reason);
}

/** A closed service may still be the right one to name. */
function suggestion(state: Referral, facts: Facts, key: string) {
  const services = facts.services?.map(service => ({ ...service, accepting: true }));
  return serviceFor(state, { ...facts, ...(services && { services }) }, key);
}

/** The receiver does not take it: a coded reason, and for *not us* a way on or the word that there is none. */
export const decline: Verb<Referral, z.infer<typeof input>> = {
  name: 'decline',
  who: [{ side: 'receiver', rank: 'm' }],
  from: ['sent', 'accepted', 'awaiting-reply', 'booked', 'confirmed'],
  to: ['declined'],
  input,
  decide(state, typed, facts) {
    const { reason, comment, noneExists } = typed;
    const why: DeclineClass = isNotUs(reason) ? 'not-us' : 'not-needed';
    const ways = Number(typed.suggested !== undefined) + Number(noneExists);
    // Who answers by a link or by phone does not know our directory: that it names nothing says nothing of what exists.
    const outside = facts.by.link !== undefined || facts.by.recordedFor !== undefined;
    const mayNameNone = outside && ways === 0;
    if (why === 'not-us' && ways !== 1 && !mayNameNone) return { refusal: 'alternative-missing' };
    if (why === 'not-needed' && ways !== 0) return { refusal: 'alternative-not-wanted' };
    const way = typed.suggested === undefined ? undefined : suggestion(state, facts, typed.suggested);
    if (way && 'refusal' in way) return way;
    const standing = stand(state, facts, { status: 'declined', main: heldDeclined(state, facts) });
    const body = {
      reason,
      class: why,
      ...(way && { suggested: way.service }),
      ...(noneExists && { noneExists }),
      ...standing,
    };
    return { events: [event('declined', 'everyone', body), ...remark('declined', comment, 'all')] };
  },
};
