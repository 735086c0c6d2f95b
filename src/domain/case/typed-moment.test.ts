import fc from 'fast-check';
import { expect, test } from 'vitest';
import { momentOf, momentToCome, typedOf } from './typed-moment.ts';

const zone = 'America/Toronto';
const now = '2026-11-23T15:00:00.000Z';
const typed = (day: string, time: string) => momentToCome({ day, time }, zone, now);
const problem = (day: string, time: string) => {
  const moment = typed(day, time);
  return 'problem' in moment ? moment.problem : moment.at;
};

test('a clerk in Toronto types half past ten and means it there, in winter and in summer', () => {
  expect(typed('2026-12-11', '10:30')).toEqual({ at: '2026-12-11T15:30:00.000Z' });
  expect(typed('2027-07-02', '10:30')).toEqual({ at: '2027-07-02T14:30:00.000Z' });
  const rainyRiver = momentToCome({ day: '2026-12-11', time: '10:30' }, 'America/Winnipeg', now);
  expect(rainyRiver).toEqual({ at: '2026-12-11T16:30:00.000Z' });
});

test('a time may be written as people here write it', () => {
  for (const time of ['9:05', '09:05', '9 h 05', '9h05', '09:05:00'])
    expect(typed('2026-12-11', time), time).toEqual({ at: '2026-12-11T14:05:00.000Z' });
  expect(typed('2026-12-11', '14 h')).toEqual({ at: '2026-12-11T19:00:00.000Z' });
  for (const time of ['14', 'noon', '25:00', '10:61', '10:30 pm'])
    expect(problem('2026-12-11', time), time).toEqual({ field: 'time', code: 'time-unreadable' });
});

test('the hour that spring takes away is no time for a visit, the hour that autumn repeats is the first of the two', () => {
  expect(problem('2027-03-14', '02:30')).toEqual({ field: 'time', code: 'time-skipped' });
  expect(typed('2027-03-14', '03:00')).toEqual({ at: '2027-03-14T07:00:00.000Z' });
  expect(typed('2027-11-07', '01:30')).toEqual({ at: '2027-11-07T05:30:00.000Z' });
});

test('what is missing or no day is said at its own field', () => {
  expect(problem('', '10:30')).toEqual({ field: 'day', code: 'day-missing' });
  expect(problem('2026-12-11', ' ')).toEqual({ field: 'time', code: 'time-missing' });
  for (const day of ['2026-02-30', '11/12/2026', 'tomorrow', '0000-01-01'])
    expect(problem(day, '10:30'), day).toEqual({ field: 'day', code: 'day-unreadable' });
});

test('what has passed is said at the day, or at the time when the day is today; two years is the furthest', () => {
  expect(problem('2026-11-22', '10:30')).toEqual({ field: 'day', code: 'past' });
  expect(problem('2026-11-23', '10:00')).toEqual({ field: 'time', code: 'past' });
  expect(typed('2026-11-23', '10:01')).toEqual({ at: '2026-11-23T15:01:00.000Z' });
  expect(typed('2028-11-23', '10:30')).toHaveProperty('at');
  expect(problem('2028-11-25', '10:30')).toEqual({ field: 'day', code: 'too-far' });
});

test('every minute that a wall clock shows is read back as itself', () => {
  const minutes = fc.integer({ min: 28_000_000, max: 31_000_000 });
  const zones = fc.constantFrom('America/Toronto', 'America/Winnipeg', 'America/Atikokan', 'UTC');
  fc.assert(
    fc.property(minutes, zones, (minute, anywhere) => {
      const at = new Date(minute * 60_000).toISOString();
      const shown = typedOf(at, anywhere);
      const again = momentOf(shown, anywhere);
      expect(again).toHaveProperty('at');
      expect(typedOf('at' in again ? again.at : '', anywhere)).toEqual(shown);
    }),
  );
});
