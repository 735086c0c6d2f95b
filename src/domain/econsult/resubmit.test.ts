import { expect, test } from 'vitest';
import { ask, asked, clerk, playOn, returned, specialist, waiting } from './test-econsult.ts';

const at = '2026-11-18T15:00:00.000Z';

test('the requester adds what was missing and the group begins again', () => {
  const back = playOn(waiting(), { verb: 'turn-back', by: specialist });
  const { state } = playOn(back, { verb: 'resubmit', by: clerk, at });
  expect(state).toMatchObject({ status: 'asked', flag: 'sent-again', answerClock: { from: at, stopped: 0 } });
  expect(state.receiver.member).toBeUndefined();
  expect(state.hold).toMatchObject({
    accountable: { side: 'receiver', site: 2, unit: 5 },
    next: 'assign',
    due: '2026-11-19T22:00:00.000Z',
  });
});

test('resubmitting says what was missing, and needs a return', () => {
  const nothing = ask(returned(), { verb: 'resubmit', by: clerk, input: { text: ' ' } });
  expect(nothing).toMatchObject({ refusal: 'bad-input' });
  expect(ask(asked(), { verb: 'resubmit', by: clerk })).toEqual({ refusal: 'wrong-status' });
});
