import { describe, expect, it } from 'vitest';
import { by, next, refused, stories, visit } from '../../../test/support/referral-story.ts';

const after = { now: '2026-12-11T17:00:00.000Z' };

describe('after the visit the receiver', () => {
  it('says that the patient was seen, and owes the note within 14 days', () => {
    const { state } = next(stories.confirmed(), 'receiver', 'visited', {}, after);
    expect(state).toMatchObject({
      status: 'seen',
      hold: { next: 'send-note', due: '2026-12-29T22:00:00.000Z' },
    });
  });

  it('does not say so before it began', () => {
    expect(refused(stories.confirmed(), 'receiver', 'visited')).toBe('before-the-start');
    expect(refused(stories.confirmed(), 'receiver', 'did-not-attend')).toBe('before-the-start');
  });

  it('sees a walk-in without an appointment', () => {
    expect(stories.seen().state.status).toBe('seen');
  });

  it('decides to treat, which only a clinician does, and owes the next date', () => {
    const { state } = next(stories.seen(), 'receiver', 'decide-to-treat');
    expect(state).toMatchObject({
      status: 'accepted',
      treatmentDecided: '2026-11-23',
      hold: { next: 'book' },
    });
    const clerk = by('receiver', { clinical: false });
    expect(refused(stories.seen(), clerk, 'decide-to-treat')).toBe('needs-clinician');
  });
});

describe('a patient who does not come', () => {
  it('gets another visit the first time', () => {
    const missed = next(stories.booked(), 'receiver', 'did-not-attend', {}, after);
    expect(missed.state).toMatchObject({ status: 'accepted', missed: 1 });
    const declining = { decline: 'on' };
    expect(refused(stories.booked(), 'receiver', 'did-not-attend', declining, after)).toBe('not-yet-twice');
  });

  it('may be declined from the second time on', () => {
    const once = next(stories.booked(), 'receiver', 'did-not-attend', {}, after);
    const again = next(once, 'receiver', 'book', { ...visit, start: '2026-12-16T15:00:00.000Z' });
    const later = { now: '2026-12-16T17:00:00.000Z' };
    expect(next(again, 'receiver', 'did-not-attend', { decline: 'on' }, later).state).toMatchObject({
      status: 'declined',
      missed: 2,
      hold: { accountable: { side: 'requester' } },
    });
    expect(next(again, 'receiver', 'did-not-attend', {}, later).state.status).toBe('accepted');
  });
});
