import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monday, next, refused, stories, visit } from '../../../test/support/referral-story.ts';
import { lookForReading } from './not-read.ts';

const zone = 'America/Toronto';
const hour = 3_600_000;
const hence = (at: string, hours: number) => new Date(Date.parse(at) + hours * hour).toISOString();
type Moved = Parameters<typeof lookForReading>[0];

/** A booked visit that starts so many hours from now is called off. */
function off(
  hours: number,
  change: { side?: 'receiver' | 'patient'; told?: true; reachable?: boolean } = {},
) {
  const { side = 'receiver', told, reachable = true } = change;
  const booked = stories.booked().state;
  const unbooked = next(stories.booked(), 'receiver', 'unbook').state;
  return {
    before: { ...booked, appointment: { ...visit, start: hence(monday, hours) } },
    state: { ...unbooked, patient: { ...unbooked.patient, reachable } },
    recorded: [{ type: 'unbooked', by: { side }, body: { ...(told && { told }) } }],
  } as unknown as Moved;
}
const at = (moved: Moved) => lookForReading(moved, monday, zone)?.rows[0]?.at;

describe('a visit that the receiver takes back', () => {
  it('is looked after a business day later, at once when no message reaches the patient', () => {
    expect(at(off(14 * 24))).toBe('2026-11-24T14:00:00.000Z');
    expect(at(off(14 * 24, { reachable: false }))).toBe(monday);
  });

  it('is looked after before it would begin, never sooner than two hours on, unless that is too late', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_000 }), hours => {
        const look = at(off(hours))!;
        expect(look >= monday && look < hence(monday, hours)).toBe(true);
        expect(look === monday || look >= hence(monday, 2)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('is not looked after when the patient called it off, knows already, or it has begun', () => {
    for (const moved of [off(99, { side: 'patient' }), off(99, { told: true }), off(-1)])
      expect(at(moved)).toBe(undefined);
  });

  it('and is not read of is told by phone within a business day, until somebody says that it was', () => {
    const flagged = next(next(stories.booked(), 'receiver', 'unbook'), 'system', 'not-read');
    expect(flagged.state).toMatchObject({
      ...{ status: 'accepted', flag: 'tell-by-phone' },
      hold: { accountable: { side: 'receiver' }, next: 'tell-by-phone' },
    });
    const told = next(flagged, 'receiver', 'review').state;
    expect([told.flag, told.hold?.next]).toEqual([undefined, 'book']);
    expect(next(flagged, 'receiver', 'book', visit).state.flag).toBe(undefined);
    expect(refused(stories.booked(), 'system', 'not-read')).toBe('wrong-status');
  });
});
