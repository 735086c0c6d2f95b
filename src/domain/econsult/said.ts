import type { Audience, NewEvent } from '../case/events.ts';
import type { EConsultEvent } from './econsult.ts';

type Body<Type extends EConsultEvent['type']> = Extract<EConsultEvent, { type: Type }>['body'];

/** One event of an eConsult; fields that nobody filled in are left out, so that its text is canonical. */
export function event<Type extends EConsultEvent['type']>(
  type: Type,
  audience: Audience,
  body: Body<Type>,
): NewEvent {
  const given = Object.entries(body).filter(([, value]) => value !== undefined);
  return { type, audience, body: Object.fromEntries(given) };
}

/** Words that go with an event and are for clinicians only; none, when nobody wrote any. */
export function remark(about: EConsultEvent['type'], text: string | undefined): NewEvent[] {
  return text === undefined ? [] : [{ type: 'remarked', audience: 'clinical', body: { about, text } }];
}

/** The decision that this, and only this, has happened. */
export function said<Type extends EConsultEvent['type']>(type: Type, audience: Audience, body: Body<Type>) {
  return { events: [event(type, audience, body)] };
}
