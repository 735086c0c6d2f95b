import { expect, test } from 'vitest';
import { answered, ask, assigned, clerk, playOn, specialist } from './test-econsult.ts';

test('the requester asks again and the same specialist has seven new days', () => {
  const at = '2026-11-20T15:00:00.000Z';
  const { state } = playOn(answered(), { verb: 'follow-up', by: clerk, at });
  expect(state).toMatchObject({
    status: 'assigned',
    receiver: { member: 21 },
    answerClock: { from: at, stopped: 0 },
  });
  expect(state.hold).toMatchObject({ accountable: { member: 21 }, due: '2026-11-27T22:00:00.000Z' });
});

test('a promise made since then counts for the new answer', () => {
  const step = { verb: 'follow-up', by: clerk, facts: { promise: { assigned: { days: 2 } } } };
  expect(playOn(answered(), step).state.hold?.due).toBe('2026-11-18T22:00:00.000Z');
});

test('asking again needs an answer, and is the requester’s', () => {
  expect(ask(assigned(), { verb: 'follow-up', by: clerk })).toEqual({ refusal: 'wrong-status' });
  expect(ask(answered(), { verb: 'follow-up', by: specialist })).toEqual({ refusal: 'wrong-side' });
});
