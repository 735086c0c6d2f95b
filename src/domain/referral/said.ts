import type { Audience, NewEvent } from '../case/events.ts';
import type { ReferralEvent } from './referral.ts';

type Body<Type extends ReferralEvent['type']> = Extract<ReferralEvent, { type: Type }>['body'];

/** One event of a referral; fields that nobody filled in are left out, so that its text is canonical. */
export function event<Type extends ReferralEvent['type']>(
  type: Type,
  audience: Audience,
  body: Body<Type>,
): NewEvent {
  const given = Object.entries(body).filter(([, value]) => value !== undefined);
  return { type, audience, body: Object.fromEntries(given) };
}

/** Words that go with an event and are for fewer eyes than the fact; none, when nobody wrote any. */
export function remark(
  about: ReferralEvent['type'],
  text: string | undefined,
  audience: Audience,
): NewEvent[] {
  return text === undefined ? [] : [{ type: 'remarked', audience, body: { about, text } }];
}
