import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { next, refused, type Story, sent, stories } from '../../../test/support/referral-story.ts';
import { dueAfter } from '../case/deadline.ts';
import type { OpenStatus } from './referral.ts';

const now = '2026-11-25T15:00:00.000Z';
const claim = (story: Story, input: object = { site: 44, service: 440 }) =>
  next(story, 'system', 'claim', input, { now });

describe('a clinic claims the referral of a printed requisition', () => {
  it.each(['sent', 'declined'] as const)('which was %s, and decides as every receiver', status => {
    const { state, log } = claim(stories[status]());
    expect(state).toMatchObject({
      status: 'sent',
      receiver: { site: 44, service: 440 },
      hold: {
        ...{ accountable: { side: 'receiver', site: 44 }, next: 'decide', from: now },
        due: dueAfter({ from: now, zone: 'America/Toronto', businessDays: 5 }),
      },
    });
    expect(log.at(-1)).toMatchObject({ type: 'claimed', audience: 'everyone', body: { site: 44 } });
  });

  it('of a place off the network, whose link opens nothing any more', () => {
    const away = sent({ opening: { receiver: { site: 7, service: 204, offNetwork: true } } });
    const link = { channel: 'paper', link: 8, until: '2027-02-21T15:00:00.000Z' };
    const { state } = claim(next(away, 'requester', 'invite', link));
    expect(state.receiver).toEqual({ site: 44, service: 440 });
    expect(state).not.toHaveProperty('guest');
  });

  it('and nothing of the one before it is left: any clinic, with a service or without', () => {
    const service = fc.option(fc.integer({ min: 1, max: 2 ** 31 - 1 }), { nil: undefined });
    const place = fc.record({ site: fc.integer({ min: 1, max: 2 ** 31 - 1 }), service });
    fc.assert(
      fc.property(place, ({ site, service }) => {
        const { receiver, hold } = claim(sent(), { site, ...(service && { service }) }).state;
        expect(receiver).toEqual({ site, ...(service && { service }) });
        expect(hold!.accountable).toEqual({ side: 'receiver', site });
      }),
      { numRuns: 50 },
    );
  });

  it('but not once somebody has taken it up, nor when it came through a central intake', () => {
    const open = Object.keys(stories) as OpenStatus[];
    for (const status of open.filter(one => one !== 'sent' && one !== 'declined'))
      expect([status, refused(stories[status](), 'system', 'claim', { site: 44 })]).toEqual([
        status,
        'wrong-status',
      ]);
    const via = sent({ opening: { via: { site: 3 } } });
    expect(refused(via, 'system', 'claim', { site: 44 })).toBe('wrong-status');
  });

  it('and by nobody who just says so: it takes the code', () => {
    for (const side of ['requester', 'receiver', 'patient'] as const)
      expect(refused(sent(), side, 'claim', { site: 44 })).toBe('wrong-side');
    expect(refused(sent(), 'system', 'claim', { site: 0 })).toBe('bad-input');
  });
});
