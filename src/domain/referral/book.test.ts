import { describe, expect, it } from 'vitest';
import { monday, next, refused, stories, visit } from '../../../test/support/referral-story.ts';

const thursday10 = '2026-11-26T15:00:00.000Z';

describe('the receiver books', () => {
  it('and the patient confirms within 3 business days', () => {
    const { state } = stories.booked();
    expect(state.appointment).toMatchObject({ label: 'initial-visit', start: visit.start });
    expect(state.hold).toEqual({
      accountable: { side: 'patient' },
      next: 'confirm',
      from: monday,
      due: '2026-11-26T22:00:00.000Z',
    });
  });

  it('a visit soon: confirmed by one business day before', () => {
    const { state } = next(stories.accepted(), 'receiver', 'book', { ...visit, start: thursday10 });
    expect(state.hold?.due).toBe('2026-11-25T22:00:00.000Z');
  });

  it('a visit tomorrow: confirmed before it begins', () => {
    const tomorrow = '2026-11-24T15:00:00.000Z';
    const late = '2026-11-23T23:00:00.000Z';
    const { state } = next(
      stories.accepted(),
      'receiver',
      'book',
      { ...visit, start: tomorrow },
      { now: late },
    );
    expect(state.hold?.due).toBe(tomorrow);
  });

  it('for a patient nobody can reach, and calls instead', () => {
    const unreachable = next(stories.accepted(), 'requester', 'correct-patient', { reachable: 'no' });
    const { state } = next(unreachable, 'receiver', 'book', visit);
    expect(state.hold).toMatchObject({ accountable: { side: 'receiver' }, next: 'call-to-confirm' });
  });

  it('never in the past', () => {
    expect(refused(stories.accepted(), 'receiver', 'book', { ...visit, start: monday })).toBe(
      'start-in-past',
    );
  });

  it('another time: the patient is asked again, and the turn changes', () => {
    const confirmed = stories.confirmed();
    const { state } = next(confirmed, 'receiver', 'rebook', { ...visit, start: '2026-12-14T15:30:00.000Z' });
    expect(state).toMatchObject({ status: 'booked', hold: { next: 'confirm' } });
    const booked = stories.booked();
    const moved = next(booked, 'receiver', 'rebook', { ...visit, start: '2026-12-14T15:30:00.000Z' });
    expect(moved.state.turn).toBeGreaterThan(booked.state.turn);
  });

  it('and takes the visit back', () => {
    const { state } = next(stories.booked(), 'receiver', 'unbook', { why: 'Surgeon ill' });
    expect(state.status).toBe('accepted');
    expect(state.appointment).toBeUndefined();
  });
});

describe('a patient books', () => {
  it('where the service allows it', () => {
    expect(refused(stories.accepted(), 'patient', 'book', visit)).toBe('booking-not-allowed');
    expect(next(stories.accepted(), 'patient', 'book', visit, { patientBooks: true }).state.status).toBe(
      'booked',
    );
  });
});

describe('a slot at short notice', () => {
  const until = '2026-11-24T15:00:00.000Z';
  const offered = () => next(stories.booked(), 'receiver', 'offer', { ...visit, start: thursday10, until });

  it('is offered while the booked visit stands, and the patient takes it', () => {
    const story = offered();
    expect(story.state.status).toBe('booked');
    expect(story.state.appointment?.start).toBe(visit.start);
    const { state } = next(story, 'patient', 'take-slot');
    expect(state.appointment?.start).toBe(thursday10);
    expect(state.offer).toBeUndefined();
  });

  it('lapses by itself, and cannot be taken any more', () => {
    const story = offered();
    expect(refused(story, 'system', 'lapse')).toBe('not-due');
    expect(refused(story, 'patient', 'take-slot', {}, { now: until })).toBe('offer-over');
    const over = next(story, 'system', 'lapse', {}, { now: until });
    expect(over.state.offer).toBeUndefined();
    expect(refused(over, 'patient', 'take-slot')).toBe('no-offer');
  });

  it('is offered one at a time', () => {
    expect(refused(offered(), 'receiver', 'offer', { ...visit, until })).toBe('offer-running');
  });
});
