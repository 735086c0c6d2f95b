import { describe, expect, it } from 'vitest';
import { stretchEnds, stretchOf } from './stretches.ts';

const zone = 'America/Toronto';
const tuesday = '2026-11-24T14:00:00.000Z';
const of = (due: string, now = tuesday) => stretchOf(due, now, stretchEnds(now, zone));

describe('a list by due time', () => {
  it.each([
    ['2026-11-24T13:59:59.999Z', 'overdue'],
    ['2026-11-24T22:00:00.000Z', 'today'],
    ['2026-11-25T04:59:59.999Z', 'today'],
    ['2026-11-25T05:00:00.000Z', 'tomorrow'],
    ['2026-11-26T22:00:00.000Z', 'week'],
    ['2026-11-30T04:59:59.999Z', 'week'],
    ['2026-11-30T22:00:00.000Z', 'later'],
  ])('puts what is due at %s under %s', (due, stretch) => {
    expect(of(due)).toBe(stretch);
  });

  it('calls Monday tomorrow on a Sunday, and later on a Saturday', () => {
    const monday = '2026-11-30T22:00:00.000Z';
    expect(of(monday, '2026-11-29T15:00:00.000Z')).toBe('tomorrow');
    expect(of(monday, '2026-11-28T15:00:00.000Z')).toBe('later');
  });

  it('follows the wall clock over the night when clocks change', () => {
    expect(of('2026-11-02T04:30:00.000Z', '2026-11-01T15:00:00.000Z')).toBe('today');
    expect(of('2026-11-02T05:00:00.000Z', '2026-11-01T15:00:00.000Z')).toBe('tomorrow');
  });
});
