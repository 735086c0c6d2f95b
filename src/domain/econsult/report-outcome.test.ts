import { expect, test } from 'vitest';
import { answered, ask, clerk, playOn, requester } from './test-econsult.ts';

test('ninety days on the requester tells the specialist what happened', () => {
  const closed = playOn(answered(), { verb: 'close', by: requester });
  const { state, log } = playOn(closed, {
    verb: 'report-outcome',
    by: clerk,
    at: '2027-02-15T15:00:00.000Z',
  });
  expect(state.status).toBe('closed');
  expect(log.at(-1)).toMatchObject({
    audience: 'clinical',
    body: { outcome: 'as-advised', effect: 'better' },
  });
});

test('what happened is not known while the case is open', () => {
  expect(ask(answered(), { verb: 'report-outcome', by: clerk })).toEqual({ refusal: 'wrong-status' });
});

test('who reports says that the wait could have harmed, in words', () => {
  const closed = playOn(answered(), { verb: 'close', by: requester });
  const report = (input: object) => ({ verb: 'report-outcome', by: clerk, input: { ...input } });
  const said = { harm: 'delay', harmSaid: 'Admitted on the fifth day.' };
  expect(playOn(closed, report(said)).log.at(-1)?.body).toMatchObject(said);
  expect(ask(closed, report({ harm: 'delay' }))).toMatchObject({ refusal: 'bad-input' });
});
