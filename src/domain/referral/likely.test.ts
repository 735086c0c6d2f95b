import { expect, test } from 'vitest';
import { by, next, stories, visit } from '../../../test/support/referral-story.ts';
import { allowed } from '../case/machine.ts';
import type { Side } from '../case/state.ts';
import { likelyNow, likelyVerbs } from './likely.ts';
import { referral } from './machine.ts';
import type { OpenStatus } from './referral.ts';

const open = Object.keys(stories) as OpenStatus[];
const before = '2026-12-01T15:00:00.000Z';
const after = '2026-12-11T16:30:00.000Z';

test.each(open)('in %s whoever holds the case is offered a likely step that the table allows', status => {
  const { state } = stories[status]();
  const holder = state.hold?.accountable.side;
  // While the patient chooses there is no receiver.
  const beside: Side = status === 'shortlisted' ? 'requester' : 'receiver';
  const side: Side = holder === 'patient' ? beside : (holder ?? 'receiver');
  const [first] = likelyNow(state, side, before);
  expect(allowed(referral, state, by(side))).toContain(first);
});

test('no side is offered what its table never allows in that status', () => {
  for (const status of open) {
    const { state } = stories[status]();
    for (const side of ['requester', 'receiver'] as const)
      for (const verb of likelyVerbs[status][side] ?? [])
        expect([status, allowed(referral, state, by(side))], verb).toEqual([
          status,
          expect.arrayContaining([verb]),
        ]);
  }
});

test('before a visit the receiver may move it, from its start on it says what happened', () => {
  const { state } = stories.confirmed();
  expect(likelyNow(state, 'receiver', before)[0]).toBe('rebook');
  expect(likelyNow(state, 'receiver', after).slice(0, 2)).toEqual(['visited', 'did-not-attend']);
  expect(likelyNow(state, 'requester', after)).toEqual(['message']);
});

test('a visit that was held does not ask again what happened', () => {
  const seen = next(stories.confirmed(), 'receiver', 'visited', {}, { now: after });
  expect(likelyNow(seen.state, 'receiver', after)[0]).toBe('complete');
});

test('what was flagged comes first', () => {
  const booked = next(stories.accepted(), 'receiver', 'book', visit);
  const asked = next(booked, 'patient', 'ask-other-time', { times: 'Mondays' });
  expect(likelyNow(asked.state, 'receiver', before).slice(0, 2)).toEqual(['rebook', 'review']);
  const worse = next(stories.sent(), 'requester', 'report-worse', { text: 'Worse' });
  expect(likelyNow(worse.state, 'receiver', before)[0]).toBe('review');
});
