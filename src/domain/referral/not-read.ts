import { z } from 'zod';
import { addBusinessDays, atLocal, dueBefore, later, localDay, sooner } from '../case/deadline.ts';
import type { RecordedEvent } from '../case/events.ts';
import type { LaterChange } from '../case/later.ts';
import type { Verb } from '../case/machine.ts';
import { mainHold, stand } from '../case/standing.ts';
import type { CaseState } from '../case/state.ts';
import type { Instant } from '../case/time.ts';
import type { Referral } from './referral.ts';
import { event } from './said.ts';

const hours = 3_600_000;
/** So long a message may lie unread before anybody thinks of calling. */
const grace = 2 * hours;

/**
 * When to look whether the patient has read that a visit to come is off (docs/decisions/0070); null where nobody needs to:
 * the patient called it off, knows already, or has died. `zone` is the receiver's.
 */
export function lookForReading(
  moved: {
    before: CaseState | null;
    state: CaseState;
    recorded: readonly Pick<RecordedEvent, 'type' | 'by' | 'body'>[];
  },
  now: Instant,
  zone: string,
): LaterChange | null {
  const { before, state, recorded } = moved;
  if (state.type !== 'referral' || !before || !['booked', 'confirmed'].includes(before.status)) return null;
  const start = before.appointment?.start;
  const off = recorded.find(({ type }) => type === 'unbooked' || type === 'declined');
  if (!off || off.by.side === 'patient' || off.body.told === true) return null;
  if (start === undefined || start <= now || !state.hold || state.patient.deceased) return null;
  const soon = atLocal(addBusinessDays(localDay(now, zone), 1), '09:00', zone);
  const read = later(
    sooner(soon, dueBefore(start, 1, zone)),
    new Date(Date.parse(now) + grace).toISOString(),
  );
  const at = state.patient.reachable && read < start ? read : now;
  return { drop: ['visit-off'], rows: [{ what: 'visit-off', at }] };
}

const input = z.strictObject({});

/** Nobody has opened the news that a visit is off: somebody tells the patient by phone. */
export const notRead: Verb<Referral, z.infer<typeof input>> = {
  name: 'not-read',
  who: [{ side: 'system', rank: 'm' }],
  from: ['accepted', 'declined'],
  to: 'same',
  input,
  decide(state, _typed, facts) {
    const main = mainHold(state);
    if (!main) return { refusal: 'not-due' };
    const standing = stand(state, facts, { status: state.status, main, flag: 'tell-by-phone' });
    return { events: [event('not-read', 'all', standing)] };
  },
};
