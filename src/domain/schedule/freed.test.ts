import { describe, expect, it } from 'vitest';
import type { Appointment, CaseState } from '../case/state.ts';
import { freedBy, offerUntil } from './freed.ts';

const zone = 'America/Toronto';
const now = '2026-11-23T15:00:00.000Z';
const visit = (start: string, schedule?: number): Appointment => ({
  ...{ label: 'initial-visit', start, medium: 'in-person' },
  ...(schedule !== undefined && { slot: { schedule, type: 1, until: start } }),
});
const state = (status: string, appointment?: Appointment, offered?: Appointment) =>
  ({ status, appointment, ...(offered && { offer: { appointment: offered } }) }) as unknown as CaseState;
const friday = '2026-11-27T15:00:00.000Z';

describe('a slot comes free', () => {
  it('when the visit is taken back or moved, and when an offer is over', () => {
    const booked = state('booked', visit(friday, 3));
    expect(freedBy(booked, state('accepted'), now)).toEqual([{ schedule: 3, type: 1, start: friday }]);
    expect(freedBy(booked, state('booked', visit(now, 3)), now)).toHaveLength(1);
    expect(freedBy(state('accepted', undefined, visit(friday, 4)), state('accepted'), now)).toEqual([
      { schedule: 4, type: 1, start: friday },
    ]);
  });

  it('not when it is confirmed, was never on a schedule, has begun, or goes from offer to visit', () => {
    const booked = state('booked', visit(friday, 3));
    expect(freedBy(booked, state('confirmed', visit(friday, 3)), now)).toEqual([]);
    expect(freedBy(state('booked', visit(friday)), state('accepted'), now)).toEqual([]);
    expect(freedBy(booked, state('accepted'), friday)).toEqual([]);
    expect(freedBy(state('accepted', undefined, visit(friday, 3)), booked, now)).toEqual([]);
    expect(freedBy(null, booked, now)).toEqual([]);
  });
});

describe('whoever is offered a slot has time to answer', () => {
  const ask = { now, minutes: 120, start: friday, zone };

  it('two hours of the day', () => {
    expect(offerUntil(ask)).toBe('2026-11-23T17:00:00.000Z');
    expect(offerUntil({ ...ask, now: '2026-11-24T00:00:00.000Z' })).toBe('2026-11-24T14:00:00.000Z');
    expect(offerUntil({ ...ask, now: '2026-11-24T06:00:00.000Z' })).toBe('2026-11-24T15:00:00.000Z');
  });

  it('and nobody is asked when the visit begins before that', () => {
    expect(offerUntil({ ...ask, start: '2026-11-23T16:30:00.000Z' })).toBeUndefined();
    expect(offerUntil({ ...ask, now: '2026-11-27T06:00:00.000Z', minutes: 180 })).toBeUndefined();
  });
});
