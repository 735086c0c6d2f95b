import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerDue, resumeClock, startClock, stopClock } from './answer-clock.ts';
import { factsOf, monday, requester } from './test-econsult.ts';

const zone = 'America/Toronto';
const start = startClock(factsOf(requester, monday));

test('stopping twice counts once', () => {
  const once = stopClock(start, '2026-11-17T15:00:00.000Z');
  expect(stopClock(once, '2026-11-19T15:00:00.000Z')).toEqual(once);
});

test('a day of standing still over a change of clocks is a day later at 17:00', () => {
  const before = { from: '2026-10-30T14:00:00.000Z', stopped: 0 };
  const waited = resumeClock(stopClock(before, '2026-10-31T14:00:00.000Z'), '2026-11-01T15:00:00.000Z');
  expect(answerDue(waited, zone)).toBe('2026-11-09T22:00:00.000Z');
});

test('an answer promised within 4 business hours is due 4 hours of work later, over the night', () => {
  const friday = { from: '2026-11-20T20:00:00.000Z', stopped: 0, promise: { businessHours: 4 } };
  expect(answerDue(friday, zone)).toBe('2026-11-23T16:00:00.000Z');
});

test('a pause never brings the due time forward', () => {
  const instant = fc.date({ min: new Date('2026-11-16'), max: new Date('2027-03-01'), noInvalidDate: true });
  fc.assert(
    fc.property(instant, instant, (a, b) => {
      const clock = resumeClock(stopClock(start, a.toISOString()), b.toISOString());
      expect(answerDue(clock, zone) >= answerDue(start, zone)).toBe(true);
      expect(clock.stoppedAt).toBeUndefined();
    }),
  );
});
