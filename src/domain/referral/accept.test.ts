import { describe, expect, it } from 'vitest';
import { by, keys, monday, next, refused, sent, stories } from '../../../test/support/referral-story.ts';

describe('the receiver accepts', () => {
  it('and owes a booking within 14 days', () => {
    const { state } = next(sent(), 'receiver', 'accept');
    expect(state.status).toBe('accepted');
    expect(state.hold).toEqual({
      accountable: { side: 'receiver', site: 2 },
      next: 'book',
      from: monday,
      due: '2026-12-07T22:00:00.000Z',
    });
  });

  it('and announces a wait, which is then the due time', () => {
    const { state } = next(sent(), 'receiver', 'accept', { anticipated: '2027-02-28' });
    expect(state.anticipated).toBe('2027-02-28');
    expect(state.hold?.due).toBe('2027-03-01T22:00:00.000Z');
  });

  it('but not for a day that has passed', () => {
    expect(refused(sent(), 'receiver', 'accept', { anticipated: '2026-11-22' })).toBe('start-in-past');
  });

  it('also after it had given advice', () => {
    expect(next(stories.advised(), 'receiver', 'accept').state.status).toBe('accepted');
  });

  it('and the requester cannot do it for it', () => {
    expect(refused(sent(), 'requester', 'accept')).toBe('wrong-side');
  });
});

describe('a new referral', () => {
  it('is assigned to a nurse, who then owes the decision', () => {
    const { state } = next(sent(), 'receiver', 'assign', { member: keys.nurse });
    expect(state.receiver).toEqual({ site: 2, service: 200, unit: 9, member: 22 });
    expect(state.hold?.accountable).toEqual({ side: 'receiver', site: 2, unit: 9, member: 22 });
    expect(state.hold?.due).toBe(sent().state.hold?.due);
  });

  it('goes back to the queue of the unit when nobody is named', () => {
    const assigned = next(sent(), 'receiver', 'assign', { member: keys.nurse });
    const { state } = next(assigned, by('receiver', { unit: 9 }), 'assign', {});
    expect(state.receiver.member).toBeUndefined();
    expect(state.receiver.unit).toBe(9);
  });

  it('is assigned to nobody who is away or works elsewhere', () => {
    expect(refused(sent(), 'receiver', 'assign', { member: keys.awayNurse })).toBe('member-away');
    expect(refused(sent(), 'receiver', 'assign', { member: keys.strangerMember })).toBe('no-such-member');
  });

  it('of another unit is out of reach', () => {
    const assigned = next(sent(), 'receiver', 'assign', { member: keys.nurse });
    expect(refused(assigned, by('receiver', { unit: 8 }), 'accept')).toBe('not-your-case');
  });
});

describe('triage', () => {
  it('lets a clinician set the priority, seen by the receiver only', () => {
    const story = next(sent(), 'receiver', 'triage', { priority: '2', comment: 'Soon.' });
    expect(story.log.at(-1)).toMatchObject({
      type: 'triaged',
      audience: 'receiver',
      body: { priority: '2' },
    });
  });

  it('lets a clerk comment but not set a priority', () => {
    const clerk = by('receiver', { clinical: false });
    expect(refused(sent(), clerk, 'triage', { priority: '2' })).toBe('needs-clinician');
    expect(refused(sent(), clerk, 'triage', { protocol: 'knee' })).toBeUndefined();
    expect(refused(sent(), clerk, 'triage', {})).toBe('nothing-changed');
  });
});
