import { describe, expect, it } from 'vitest';
import { monday, next, refused, sent, stories } from '../../../test/support/referral-story.ts';
import { noticesFor } from '../notices/notices.ts';

const soon = { anticipated: '2027-01-15' };

describe('a receiver that has accepted', () => {
  it('says by when it expects to see the patient, and has until then to book', () => {
    const { state } = next(stories.accepted(), 'receiver', 'expect', soon);
    expect(state).toMatchObject({ status: 'accepted', anticipated: '2027-01-15', hold: { next: 'book' } });
    expect(state.hold?.due).toBe('2027-01-15T22:00:00.000Z');
  });

  it('says it anew, and requester and patient are told each time', () => {
    const before = next(stories.accepted(), 'receiver', 'expect', soon);
    const after = next(before, 'receiver', 'expect', { anticipated: '2027-02-01' });
    const recorded = after.log.slice(before.log.length);
    const told = noticesFor({ requestId: 9, before: before.state, state: after.state, recorded });
    expect(told.map(({ to, template }) => `${to.kind} ${template}`)).toEqual([
      'member news',
      'patient patient-news',
    ]);
  });

  it('but no day that is past, nor the one it has said', () => {
    expect(refused(stories.accepted(), 'receiver', 'expect', { anticipated: '2026-11-01' })).toBe(
      'start-in-past',
    );
    const said = next(stories.accepted(), 'receiver', 'expect', soon);
    expect(refused(said, 'receiver', 'expect', soon)).toBe('nothing-changed');
  });
});

it('mere acceptance is told to the requester and the patient', () => {
  const before = sent({ at: monday });
  const after = next(before, 'receiver', 'accept');
  const recorded = after.log.slice(before.log.length);
  const told = noticesFor({ requestId: 9, before: before.state, state: after.state, recorded });
  expect(told.map(({ to }) => to.kind)).toEqual(['member', 'patient']);
});
