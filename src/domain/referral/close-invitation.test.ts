import { describe, expect, it } from 'vitest';
import { by, next, refused, type Story, sent, stories } from '../../../test/support/referral-story.ts';
import { dueAfter } from '../case/deadline.ts';
import { invitationEnds } from './invitation.ts';

const now = '2026-11-25T15:00:00.000Z';
/** Whoever answers at the place. */
const there = by('receiver', { site: 7, member: undefined, link: 8 });
const link = { channel: 'mail', to: 'desk@away.example', link: 8, until: '2027-02-21T15:00:00.000Z' };
const invited = (
  story: Story = sent({ opening: { receiver: { site: 7, service: 204, offNetwork: true } } }),
) => next(story, 'requester', 'invite', link);

describe('the way to a place off the network is closed', () => {
  it.each(invitationEnds)('when it was %s, and the office sends it again within 2 business days', why => {
    const { state, log } = next(invited(), 'system', 'close-invitation', { why }, { now });
    expect(state).toMatchObject({
      status: 'sent',
      hold: {
        ...{ accountable: { side: 'requester', site: 1 }, next: 'send-by-fax', from: now },
        due: dueAfter({ from: now, zone: 'America/Toronto', businessDays: 2 }),
      },
    });
    expect(state).not.toHaveProperty('guest');
    expect(log.at(-1)).toMatchObject({ type: 'invitation-closed', audience: 'requester', body: { why } });
  });

  it('without a change of who owes what once the place has taken it up', () => {
    const taken = next(invited(), there, 'accept');
    const shut = next(taken, 'requester', 'close-invitation', { why: 'taken-back' }, { now });
    expect(shut.state.hold).toEqual(taken.state.hold);
    expect(shut.state.status).toBe('accepted');
  });

  it.each([
    ['when there is none', () => sent(), 'requester', 'taken-back', 'not-due'],
    [
      'twice',
      () => next(invited(), 'requester', 'close-invitation', { why: 'taken-back' }),
      'requester',
      'taken-back',
      'not-due',
    ],
    ['by the place itself', () => invited(), there, 'taken-back', 'wrong-side'],
    ['for no reason', () => invited(), 'requester', 'boredom', 'bad-input'],
    [
      'when all is over',
      () => next(stories.sent(), 'requester', 'cancel', { reason: 'sent-in-error' }),
      'requester',
      'taken-back',
      'case-ended',
    ],
  ] as const)('but not %s', (_what, story, who, why, refusal) => {
    expect(refused(story(), who, 'close-invitation', { why })).toBe(refusal);
  });
});
