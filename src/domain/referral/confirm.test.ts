import { describe, expect, it } from 'vitest';
import { next, refused, stories, visit } from '../../../test/support/referral-story.ts';

describe('a booked patient', () => {
  it('confirms, and from the visit on the receiver has 7 days to say what happened', () => {
    expect(stories.confirmed().state.hold).toEqual({
      accountable: { side: 'receiver', site: 2 },
      next: 'report-visit',
      from: visit.start,
      due: '2026-12-18T22:00:00.000Z',
    });
  });

  it('is confirmed for by the receiver, who called', () => {
    expect(next(stories.booked(), 'receiver', 'confirm').state.status).toBe('confirmed');
  });

  it('cannot come: the slot is free and the receiver owes another', () => {
    const { state } = next(stories.confirmed(), 'patient', 'cannot-come', { why: 'Exam' });
    expect(state).toMatchObject({ status: 'accepted', hold: { next: 'book' } });
    expect(state.appointment).toBeUndefined();
  });

  it('asks for another time: the slot is kept and the receiver answers in 2 business days', () => {
    const asked = next(stories.booked(), 'patient', 'ask-other-time', { times: 'Mornings' });
    expect(asked.state).toMatchObject({ status: 'booked', flag: 'other-time-asked' });
    expect(asked.state.appointment?.start).toBe(visit.start);
    expect(asked.state.hold).toMatchObject({
      accountable: { side: 'receiver' },
      next: 'answer-other-time',
      due: '2026-11-25T22:00:00.000Z',
    });
    const reviewed = next(asked, 'receiver', 'review');
    expect(reviewed.state.hold).toEqual(stories.booked().state.hold);
    expect(next(asked, 'receiver', 'rebook', visit).state.flag).toBeUndefined();
  });

  it('does not answer: the receiver calls within 1 business day', () => {
    const booked = stories.booked();
    const { due } = booked.state.hold!;
    expect(refused(booked, 'system', 'pass-on')).toBe('not-due');
    const passed = next(booked, 'system', 'pass-on', {}, { now: due });
    expect(passed.state).toMatchObject({
      status: 'booked',
      flag: 'call-to-confirm',
      hold: { accountable: { side: 'receiver' }, next: 'call-to-confirm', due: '2026-11-27T22:00:00.000Z' },
    });
    expect(next(passed, 'patient', 'confirm').state.flag).toBeUndefined();
    expect(refused(passed, 'system', 'pass-on', {}, { now: due })).toBe('not-due');
  });

  it('never answers: when the visit begins, the receiver says within 7 days what happened', () => {
    const { state } = next(stories.booked(), 'system', 'pass-on', {}, { now: visit.start });
    expect(state.hold).toMatchObject({
      next: 'report-visit',
      from: visit.start,
      due: '2026-12-18T22:00:00.000Z',
    });
  });
});
