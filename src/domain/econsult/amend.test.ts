import { expect, test } from 'vitest';
import { answered, ask, assigned, colleague, keyOf, playOn, requester, specialist } from './test-econsult.ts';

test('the author corrects the answer; status, clock and the earlier text stay', () => {
  const before = answered();
  const { state, log } = playOn(before, {
    verb: 'amend',
    by: specialist,
    input: { recommendations: [{ text: 'Repeat PHQ-9' }] },
  });
  expect(state.status).toBe('answered');
  expect(state.hold).toEqual(before.state.hold);
  expect(state.turn).toBe(before.state.turn);
  expect(state.recommendations).toHaveLength(3);
  expect(log.slice(-2).map(({ body }) => body.text)).toEqual([
    'Treat the iron. Raise sertraline.',
    'Treat the iron first.',
  ]);
  expect(log.at(-1)?.body).toMatchObject({ seq: 4, why: 'Order of steps', recommendations: [{ id: 3 }] });
});

test('the author corrects it after the requester closed, too', () => {
  const closed = playOn(answered(), { verb: 'close', by: requester });
  expect(playOn(closed, { verb: 'amend', by: specialist }).state.status).toBe('closed');
});

test('nobody else corrects it, and there must be one', () => {
  expect(ask(answered(), { verb: 'amend', by: colleague })).toEqual({ refusal: 'not-the-author' });
  expect(ask(assigned(), { verb: 'amend', by: specialist })).toEqual({ refusal: 'wrong-status' });
});

test('a correction brings files; one that is not there for its author refuses it', () => {
  const amend = (attachments: string[]) => ({ verb: 'amend', by: specialist, input: { attachments } });
  expect(playOn(answered(), amend([keyOf('p')])).log.at(-1)?.body).toMatchObject({ attachments: [900] });
  expect(ask(answered(), amend([keyOf('q')]))).toEqual({ refusal: 'no-such-attachment' });
});
