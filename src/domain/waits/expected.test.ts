import { describe, expect, it } from 'vitest';
import { expectedFor } from './expected.ts';

const days = (count: number, more = false) => ({ days: count, more });
const wait = { median: days(30), ninetieth: days(60) };
const since = (days: number, away = 0) => ({
  startedAt: '2026-11-01T15:00:00.000Z',
  away,
  now: new Date(Date.parse('2026-11-01T15:00:00.000Z') + days * 86_400_000).toISOString(),
});

describe('when somebody who waits will be seen', () => {
  it('is between the day on which half were seen and the day on which 9 in 10 were', () => {
    expect(expectedFor(wait, since(3))).toEqual({ kind: 'between', from: '2026-12-01', until: '2026-12-31' });
  });

  it('is later by the days on which they could not come', () => {
    expect(expectedFor(wait, since(3, 7))).toEqual({
      kind: 'between',
      from: '2026-12-08',
      until: '2027-01-07',
    });
  });

  it('is never a day that is over', () => {
    expect(expectedFor(wait, since(40))).toEqual({ kind: 'by', until: '2026-12-31' });
    expect(expectedFor(wait, since(61))).toEqual({ kind: 'longer' });
  });

  it('is not said where too few were seen to know', () => {
    expect(expectedFor({ median: null, ninetieth: null }, since(3))).toBeUndefined();
    expect(expectedFor({ median: days(30, true), ninetieth: days(30, true) }, since(3))).toBeUndefined();
    const long = { median: days(30), ninetieth: days(90, true) };
    expect(expectedFor(long, since(3))).toEqual({ kind: 'between', from: '2026-12-01' });
    expect(expectedFor(long, since(40))).toBeUndefined();
  });
});
