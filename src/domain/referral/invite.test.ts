import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  by,
  monday,
  next,
  outcome,
  refused,
  type Story,
  sent,
} from '../../../test/support/referral-story.ts';
import { dueAfter } from '../case/deadline.ts';

const zone = 'America/Toronto';
const until = '2027-02-21T15:00:00.000Z';
const away = (input: object = {}) =>
  sent({ input, opening: { receiver: { site: 7, service: 204, offNetwork: true } } });
/** Whoever answers at the place. */
const there = by('receiver', { site: 7, member: undefined, link: 8 });
const mail = { channel: 'mail', to: 'desk@away.example', link: 8, until };
const invited = (story: Story, given: object = {}) =>
  next(story, 'requester', 'invite', { ...mail, ...given });
const accepted = (story: Story) => next(story, there, 'accept');

const reason = 'Locked knee';
const moments = fc.integer({ min: 0, max: 400 * 24 }).map(hours => {
  return new Date(Date.parse(monday) + hours * 3_600_000).toISOString();
});
const urgencies = fc.constantFrom({ urgency: 'routine' }, { urgency: 'urgent', reason });

describe('the office sends a referral out to a place off the network', () => {
  it('and rings only once the place has had its usual time', () => {
    fc.assert(
      fc.property(moments, urgencies, (now, input) => {
        const story = next(away(input), 'requester', 'invite', mail, { now });
        const { hold, status, urgency } = story.state;
        const span = urgency === 'urgent' ? { businessDays: 2 } : { days: 7 };
        expect(status).toBe('sent');
        expect(hold).toMatchObject({ accountable: { side: 'requester', site: 1 }, next: 'chase-by-phone' });
        expect(hold!.from).toBe(dueAfter({ from: now, zone, ...span }));
        expect(hold!.due).toBe(dueAfter({ from: hold!.from, zone, businessDays: 2 }));
      }),
      { numRuns: 60 },
    );
  });

  it('which nobody but the office reads, and the last link is the one that stands', () => {
    const twice = invited(invited(away()), { channel: 'fax', to: '519-555-0161', link: 9 });
    expect(twice.state.guest).toEqual({ link: 9, until });
    expect(twice.log.filter(({ type }) => type === 'invited').map(({ audience }) => audience)).toEqual([
      'requester',
      'requester',
    ]);
  });

  it('and a place that has taken it up keeps its own time when it gets a new link', () => {
    const taken = accepted(invited(away()));
    expect(invited(taken, { link: 9 }).state.hold).toEqual(taken.state.hold);
  });

  it.each([
    ['a place that works here', sent(), 'requester', {}, 'on-network'],
    ['the place to itself', away(), there, {}, 'wrong-side'],
    ['by a pigeon', away(), 'requester', { channel: 'pigeon' }, 'bad-input'],
    ['with a link that is none', away(), 'requester', { link: 0 }, 'bad-input'],
    [
      'once it has ended',
      next(away(), 'requester', 'cancel', { reason: 'sent-in-error' }),
      'requester',
      {},
      'case-ended',
    ],
  ] as const)('but not %s', (_what, story, who, given, refusal) => {
    expect(refused(story, who, 'invite', { ...mail, ...given })).toBe(refusal);
  });

  it('as often as it likes: whoever holds it is one, and a link is there exactly while the last one was not closed', () => {
    const step = fc.constantFrom('invite', 'close-invitation', 'accept');
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), steps => {
        let story = away();
        for (const verb of steps) {
          const open = story.state.guest !== undefined;
          const who = verb === 'accept' ? there : 'requester';
          const input = { invite: mail, 'close-invitation': { why: 'taken-back' }, accept: {} }[verb];
          const decision = outcome(story, who, verb, input);
          if (verb === 'close-invitation') expect('refusal' in decision).toBe(!open);
          if ('refusal' in decision) continue;
          story = next(story, who, verb, input);
          expect(story.state.hold).toMatchObject({ accountable: { side: 'requester' } });
          if (verb !== 'accept') expect(story.state.guest !== undefined).toBe(verb === 'invite');
        }
      }),
      { numRuns: 60 },
    );
  });
});
