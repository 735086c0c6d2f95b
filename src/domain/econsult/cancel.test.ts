import { expect, test } from 'vitest';
import {
  answered,
  ask,
  asked,
  assigned,
  clerk,
  playOn,
  returned,
  specialist,
  waiting,
} from './test-econsult.ts';

test.each([
  ['asked', asked],
  ['assigned', assigned],
  ['more-info', waiting],
  ['returned', returned],
])('the requester cancels what is %s', (_, begin) => {
  const { state } = playOn(begin(), { verb: 'cancel', by: clerk });
  expect(state.status).toBe('cancelled');
  expect(state.hold).toBeUndefined();
});

test('only the requester cancels, not after an answer, and another reason is explained', () => {
  expect(ask(asked(), { verb: 'cancel', by: specialist })).toEqual({ refusal: 'wrong-side' });
  expect(ask(answered(), { verb: 'cancel', by: clerk })).toEqual({ refusal: 'wrong-status' });
  const other = ask(asked(), { verb: 'cancel', by: clerk, input: { reason: 'other' } });
  expect(other).toMatchObject({ refusal: 'bad-input', detail: { issues: [{ path: ['text'] }] } });
});
