import { expect, test } from 'vitest';
import { ask, assigned, colleague, specialist, waiting } from './test-econsult.ts';

test('the specialist asks for more, the requester has seven days and the answer’s clock stops', () => {
  const { state, log } = waiting();
  expect(state.status).toBe('more-info');
  expect(state.answerClock.stoppedAt).toBe(log.at(-1)?.at);
  expect(state.hold).toMatchObject({
    accountable: { side: 'requester', site: 1, member: 11 },
    next: 'reply',
    due: '2026-11-23T22:00:00.000Z',
  });
  expect(log.at(-1)).toMatchObject({ audience: 'clinical', body: { text: 'Recent TSH and ferritin?' } });
});

test('only the specialist asks, and not about nothing', () => {
  expect(ask(assigned(), { verb: 'ask-info', by: colleague })).toEqual({ refusal: 'not-the-clinician' });
  const blank = ask(assigned(), { verb: 'ask-info', by: specialist, input: { question: '  ' } });
  expect(blank).toMatchObject({ refusal: 'bad-input' });
});
