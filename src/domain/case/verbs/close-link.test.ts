import { describe, expect, it } from 'vitest';
import { by, facts, next, refused, sent, stories } from '../../../../test/support/referral-story.ts';
import { referral } from '../../referral/machine.ts';
import { lateness } from '../lateness.ts';

const closed = (story = sent()) => next(story, 'system', 'close-link');

describe('a patient whose link was closed', () => {
  it('is an errand of the requester’s office for 2 business days; the clinic goes on as before', () => {
    const before = sent();
    const { state } = closed(before);
    expect(state.errand).toMatchObject({
      accountable: { side: 'requester', site: before.state.requester.site },
      next: 'give-link',
      due: '2026-11-25T22:00:00.000Z',
    });
    const { status, hold, flag, turn } = before.state;
    expect(state).toMatchObject({ status, hold, turn });
    expect(state.flag).toBe(flag);
    expect(closed(closed(before)).state.errand).toEqual(state.errand);
  });

  it('has a new link: the errand is done, once', () => {
    const given = next(closed(), 'system', 'give-link');
    expect(given.state.errand).toBeUndefined();
    expect(refused(given, 'system', 'give-link')).toBe('not-due');
    for (const side of ['requester', 'receiver', 'patient'] as const)
      expect(refused(closed(), side, 'give-link')).toBe('wrong-side');
  });

  it('keeps the errand while the case moves, and loses it with its end', () => {
    const accepted = next(closed(), 'receiver', 'accept');
    expect(accepted.state.errand).toEqual(closed().state.errand);
    const over = next(accepted, 'requester', 'cancel', { reason: 'other' });
    expect(over.state).not.toHaveProperty('errand');
    expect(refused(over, 'system', 'close-link')).toBe('case-ended');
  });

  it('never delays nor starts what the system owes the case', () => {
    const now = '2026-12-02T22:00:00.000Z';
    const owed = (story: ReturnType<typeof sent>) =>
      lateness(referral, story.state, facts(now, by('system')));
    expect(owed(closed())).toEqual(owed(sent()));
    expect(owed(closed(stories.declined()))).toEqual(owed(stories.declined()));
  });
});
