import { describe, expect, it } from 'vitest';
import type { Chosen } from './auto-assign.ts';
import { type Colleague, dueWhileAway, freeFrom, nobodyCan } from './free.ts';

const days = { today: '2026-11-16', due: '2026-11-23' };
const free: Colleague = { weeklyCap: 5, taken: 1, absences: [], conflict: false };
const away = { ...free, absences: [{ from: '2026-11-14', until: '2026-11-30' }] };
const full = { ...free, taken: 5 };
const barred = { ...free, conflict: true };
/** A clinician of the site who agreed to nothing. */
const bystander = { ...free, weeklyCap: null, taken: 0 };
const none: Chosen = { nobody: true, passed: [] };
const one: Chosen = { member: 1, why: 'next-in-turn', steps: [], passed: [] };

describe('in a group with an assigner', () => {
  const said = (...members: Colleague[]) => nobodyCan({ automatic: false, members }, none, days);

  it('nobody can when all who agreed are away, full or in conflict', () => {
    expect(said(away, full, barred)).toBe(true);
    expect(said(away, full, barred, free)).toBe(false);
  });

  it('a colleague who agreed to nothing does not count, unless nobody agreed to anything', () => {
    expect(said(away, bystander)).toBe(true);
    expect(said(bystander)).toBe(false);
    expect(said({ ...bystander, absences: away.absences })).toBe(true);
  });

  it('nobody can where nobody works', () => expect(said()).toBe(true));
});

it('in a group that assigns by itself nobody can when there is nobody whom it would choose', () => {
  expect(nobodyCan({ automatic: true, members: [free] }, none, days)).toBe(true);
  expect(nobodyCan({ automatic: true, members: [away] }, one, days)).toBe(false);
});

it.each([
  ['is away and not back by then', '2026-11-16', '2026-11-30', 'now'],
  ['leaves on Wednesday', '2026-11-18', '2026-11-30', 'later'],
  ['is back on the day', '2026-11-16', '2026-11-22', undefined],
  ['leaves the day after', '2026-11-24', '2026-11-30', undefined],
])('a question due on Monday, whose specialist %s', (_who, from, until, when) =>
  expect(dueWhileAway([{ from, until }], days)).toBe(when),
);

it('what is overdue waits for nobody who is away; a weekend before the days away is no time to answer', () => {
  const overdue = { today: '2026-11-16', due: '2026-11-12' };
  expect(dueWhileAway([{ from: '2026-11-16', until: '2026-11-16' }], overdue)).toBe('now');
  expect(dueWhileAway([], overdue)).toBeUndefined();
  const saturday = { today: '2026-11-14', due: '2026-11-17' };
  expect(dueWhileAway([{ from: '2026-11-16', until: '2026-11-20' }], saturday)).toBe('now');
});

describe('from when on somebody is free', () => {
  const today = '2026-11-18';
  const there = { absences: [], full: false };
  const fullNow = { absences: [], full: true };
  const until = (day: string) => ({ absences: [{ from: '2026-11-01', until: day }], full: false });

  it('is today when one of them can', () => expect(freeFrom([fullNow, there], today)).toBe(today));

  it('is the next week where all have what they agreed to, and the business day after their days away', () => {
    expect(freeFrom([fullNow, until('2026-12-31')], today)).toBe('2026-11-23');
    expect(freeFrom([until('2026-12-31'), until('2026-12-18')], today)).toBe('2026-12-21');
  });

  it('is not before who is full is back as well, nor on a holiday', () => {
    expect(freeFrom([{ ...until('2026-11-19'), full: true }], today)).toBe('2026-11-23');
    expect(freeFrom([until('2026-12-24')], today)).toBe('2026-12-29');
  });

  it('is not known where nobody takes any', () => expect(freeFrom([], today)).toBeUndefined());
});
