import { expect, test } from 'vitest';
import { answered, ask, assigned, clerk, playOn, specialist } from './test-econsult.ts';

test('the requester closes with the survey and nobody owes anything', () => {
  const { state, log } = playOn(answered(), { verb: 'close', by: clerk });
  expect(state.status).toBe('closed');
  expect(state.hold).toBeUndefined();
  expect(log.at(-1)).toMatchObject({
    type: 'surveyed',
    audience: 'clinical',
    body: { survey: { referral: 'avoided', patientValue: 5 } },
  });
});

test('there is no closing without the survey, before an answer or by the specialist', () => {
  const without = ask(answered(), { verb: 'close', by: clerk, input: { referral: undefined } });
  expect(without).toMatchObject({ refusal: 'bad-input', detail: { issues: [{ path: ['referral'] }] } });
  expect(ask(assigned(), { verb: 'close', by: clerk })).toEqual({ refusal: 'wrong-status' });
  expect(ask(answered(), { verb: 'close', by: specialist })).toEqual({ refusal: 'wrong-side' });
});
