import { expect, test } from 'vitest';
import { workTime } from './work-time.ts';

test('people of the demo act on afternoons of working days, and today some minutes ago', () => {
  const monday = '2026-11-23T09:40:00.000Z';
  expect(workTime(monday, [0, 40])).toBe('2026-11-23T09:00:00.000Z');
  expect(workTime(monday, [3, 90])).toBe('2026-11-20T19:00:00.000Z');
  expect(workTime(monday, [2, 90])).toBe('2026-11-20T19:00:00.000Z');
  expect(workTime(monday, [1, 60])).toBe('2026-11-20T19:30:00.000Z');
  expect(workTime(monday, [0.5, 0])).toBe('2026-11-22T21:40:00.000Z');
});
