import { describe, expect, it } from 'vitest';
import { next, refused, stories } from '../../../test/support/referral-story.ts';

describe('a question is taken back', () => {
  it('by the requester only, from any open status, with a coded reason', () => {
    for (const story of Object.values(stories)) {
      expect(next(story(), 'requester', 'cancel', { reason: 'duplicate' }).state.status).toBe('cancelled');
      expect(refused(story(), 'receiver', 'cancel', { reason: 'duplicate' })).toBe('wrong-side');
    }
    expect(refused(stories.sent(), 'requester', 'cancel', { reason: 'bored' })).toBe('bad-input');
  });

  it('by the patient, and the requester decides within 5 business days', () => {
    const { state } = stories.withdrawn();
    expect(state.hold).toMatchObject({ accountable: { side: 'requester' }, next: 'cancel-or-resubmit' });
    expect(refused(stories.withdrawn(), 'patient', 'withdraw')).toBe('wrong-status');
  });
});

describe('the requester', () => {
  const changed = { changed: 'She has an X-ray now.' };

  it('sends it again after a refusal, a cancellation or a withdrawal, and the receiver sees that', () => {
    const cancelled = next(stories.sent(), 'requester', 'cancel', { reason: 'other' });
    for (const story of [stories.declined(), cancelled, stories.withdrawn()]) {
      const again = next(story, 'requester', 'resubmit', changed);
      expect(again.state).toMatchObject({ status: 'sent', flag: 'sent-again', hold: { next: 'decide' } });
    }
    expect(refused(stories.accepted(), 'requester', 'resubmit', changed)).toBe('wrong-status');
  });

  it('closes a declined one and says why nothing more is needed', () => {
    expect(next(stories.declined(), 'requester', 'close', { why: 'Moved away.' }).state.status).toBe(
      'closed',
    );
    expect(refused(stories.declined(), 'requester', 'close', { why: '  ' })).toBe('bad-input');
  });
});
