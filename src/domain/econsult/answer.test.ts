import { expect, test } from 'vitest';
import {
  answered,
  ask,
  assigned,
  assigner,
  colleague,
  playOn,
  requester,
  specialist,
  waiting,
} from './test-econsult.ts';

test('the specialist answers and the requester has seven days to act', () => {
  const { state, log } = answered();
  expect(state).toMatchObject({ status: 'answered', answer: { seq: 4, member: 21, kind: 'advice' } });
  expect(state.hold).toMatchObject({
    accountable: { side: 'requester', member: 11 },
    next: 'act-or-close',
    due: '2026-11-23T22:00:00.000Z',
  });
  expect(log.at(-1)?.body).toMatchObject({ minutes: 18, references: ['CANMAT'] });
});

test('every recommendation is a record of its own, and its text is for clinicians only', () => {
  const { state, log } = answered();
  expect(state.recommendations).toEqual([
    { id: 1, due: '2027-01-11', state: 'open' },
    { id: 2, state: 'open' },
  ]);
  expect(log.at(-1)).toMatchObject({
    type: 'advice',
    audience: 'clinical',
    body: { recommendations: [{ id: 1, text: 'Oral iron' }, { id: 2 }] },
  });
  const shown = log.filter(({ audience }) => audience === 'everyone');
  expect(JSON.stringify([state, shown])).not.toMatch(/iron|sertraline/i);
});

test('recommendations of a second answer are numbered on', () => {
  const again = playOn(answered(), { verb: 'follow-up', by: requester });
  const { state } = playOn(again, { verb: 'answer', by: specialist });
  expect(state.recommendations?.map(({ id }) => id)).toEqual([1, 2, 3, 4]);
});

test('the specialist may answer while information is still awaited', () => {
  expect(ask(waiting(), { verb: 'answer', by: specialist })).toHaveProperty('events');
});

test('a delegate of the specialist is the specialist to the case', () => {
  const delegate = { ...assigner, clinical: true, actingFor: 21 };
  expect(playOn(assigned(), { verb: 'answer', by: delegate }).state.answer?.member).toBe(21);
});

test('a colleague and a clerk do not answer', () => {
  expect(ask(assigned(), { verb: 'answer', by: colleague })).toEqual({ refusal: 'not-the-clinician' });
  expect(ask(assigned(), { verb: 'answer', by: assigner })).toEqual({ refusal: 'needs-clinician' });
});

test.each([
  ['no minutes', { minutes: undefined }, 'minutes'],
  ['601 minutes', { minutes: 601 }, 'minutes'],
  ['no text', { text: '' }, 'text'],
  ['no kind', { kind: 'opinion' }, 'kind'],
])('an answer with %s is sent back', (_, input, path) => {
  expect(ask(assigned(), { verb: 'answer', by: specialist, input })).toMatchObject({
    refusal: 'bad-input',
    detail: { issues: [{ path: [path] }] },
  });
});
