import { describe, expect, it } from 'vitest';
import { by, keys, next, refused, sent, stories } from '../../../test/support/referral-story.ts';

const notUs = { reason: 'out-of-scope', suggested: keys.otherClinic };

describe('the receiver declines', () => {
  it('and the requester holds it for 5 business days, with the service that would fit', () => {
    const { state, log } = next(sent(), 'receiver', 'decline', { ...notUs, comment: 'Try them.' });
    expect(state.status).toBe('declined');
    expect(state.hold).toMatchObject({
      accountable: { side: 'requester', site: 1, member: 11 },
      next: 'send-on',
      due: '2026-11-30T22:00:00.000Z',
    });
    expect(log.at(-2)).toMatchObject({ type: 'declined', body: { class: 'not-us', suggested: 201 } });
    expect(log.at(-1)).toMatchObject({ type: 'remarked', audience: 'all', body: { text: 'Try them.' } });
  });

  it('and an intake it came through holds it for 2', () => {
    const story = sent({ opening: { via: { site: 3 } } });
    const { state } = next(story, 'receiver', 'decline', notUs);
    expect(state.hold).toMatchObject({
      accountable: { side: 'intake', site: 3 },
      next: 'forward-or-hand-back',
      due: '2026-11-25T22:00:00.000Z',
    });
  });

  it('as not for us only with a suggested service or the word that none exists, never both', () => {
    expect(refused(sent(), 'receiver', 'decline', { reason: 'out-of-scope' })).toBe('alternative-missing');
    expect(refused(sent(), 'receiver', 'decline', { ...notUs, noneExists: 'on' })).toBe(
      'alternative-missing',
    );
    expect(
      refused(sent(), 'receiver', 'decline', { reason: 'out-of-scope', noneExists: 'on' }),
    ).toBeUndefined();
  });

  it('as not for us naming nothing when it answers by a link, and no unmet need is counted', () => {
    const guest = by('receiver', { link: 7 });
    const { state, log } = next(sent(), guest, 'decline', { reason: 'out-of-scope' });
    expect(state.status).toBe('declined');
    expect(log.find(event => event.type === 'declined')!.body).not.toHaveProperty('noneExists');
    expect(refused(sent(), guest, 'decline', { ...notUs, noneExists: 'on' })).toBe('alternative-missing');
  });

  it('as not needed with neither, so that it counts as no unmet need', () => {
    expect(refused(sent(), 'receiver', 'decline', { reason: 'duplicate' })).toBeUndefined();
    expect(refused(sent(), 'receiver', 'decline', { reason: 'duplicate', noneExists: 'on' })).toBe(
      'alternative-not-wanted',
    );
  });

  it('may name a service that is closed, but neither itself nor one that does not exist', () => {
    const naming = (suggested: string) => refused(sent(), 'receiver', 'decline', { ...notUs, suggested });
    expect(naming(keys.closedClinic)).toBeUndefined();
    expect(naming(keys.thisClinic)).toBe('same-service');
    expect(naming('z'.repeat(26))).toBe('no-such-service');
  });

  it('a booked visit, and the slot is free again', () => {
    expect(next(stories.booked(), 'receiver', 'decline', notUs).state.appointment).toBeUndefined();
  });

  it('only with a coded reason', () => {
    expect(refused(sent(), 'receiver', 'decline', { reason: 'because' })).toBe('bad-input');
  });
});
