import { expect, test } from 'vitest';
import { ask, clerk, playOn, specialist, waiting } from './test-econsult.ts';

const thursday = '2026-11-19T15:00:00.000Z';
const supplied = () => playOn(waiting(), { verb: 'supply-info', by: clerk, at: thursday });

test('the requester supplies it; the three days of waiting are not the specialist’s', () => {
  const { state } = supplied();
  expect(state).toMatchObject({ status: 'assigned', flag: 'reply-to-review', receiver: { member: 21 } });
  expect(state.hold).toMatchObject({ accountable: { member: 21 }, due: '2026-11-26T22:00:00.000Z' });
});

test('waits of several questions add up', () => {
  const again = playOn(supplied(), { verb: 'ask-info', by: specialist, at: thursday });
  const { state } = playOn(again, { verb: 'supply-info', by: clerk, at: '2026-11-20T15:00:00.000Z' });
  expect(state.answerClock.stopped).toBe(4 * 86_400_000);
  expect(state.hold?.due).toBe('2026-11-27T22:00:00.000Z');
});

test('the specialist’s answer clears the flag', () => {
  const { state } = playOn(supplied(), { verb: 'answer', by: specialist, at: thursday });
  expect(state.flag).toBeUndefined();
});

test('the specialist does not supply what the specialist asked', () => {
  expect(ask(waiting(), { verb: 'supply-info', by: specialist })).toEqual({ refusal: 'wrong-side' });
});
