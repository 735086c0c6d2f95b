import { expect, test } from 'vitest';
import { ask, clerk, playOn, specialist, waiting } from './test-econsult.ts';

test('the specialist no longer needs it, and the clock runs on without the wait', () => {
  const at = '2026-11-17T15:00:00.000Z';
  const { state } = playOn(waiting(), { verb: 'withdraw-question', by: specialist, at });
  expect(state.status).toBe('assigned');
  expect(state.flag).toBeUndefined();
  expect(state.answerClock.stoppedAt).toBeUndefined();
  expect(state.hold).toMatchObject({ accountable: { side: 'receiver' }, due: '2026-11-24T22:00:00.000Z' });
});

test('the requester answers a question and does not withdraw it', () => {
  expect(ask(waiting(), { verb: 'withdraw-question', by: clerk })).toEqual({ refusal: 'wrong-side' });
});
