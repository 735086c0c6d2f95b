import { expect, test } from 'vitest';
import {
  answered,
  ask,
  asked,
  assigned,
  assigner,
  colleague,
  keyOf,
  playOn,
  requester,
  returned,
  specialist,
  waiting,
} from './test-econsult.ts';

test('the group returns it with a reason and a suggestion; the requester has five business days', () => {
  const { state, log } = returned();
  expect(state.status).toBe('returned');
  expect(state.hold).toMatchObject({
    accountable: { side: 'requester', site: 1, member: 11 },
    next: 'send-elsewhere',
    due: '2026-11-23T22:00:00.000Z',
  });
  expect(log.slice(-2)).toMatchObject([
    { type: 'turned-back', audience: 'everyone', body: { reason: 'not-our-field' } },
    { type: 'remarked', audience: 'clinical', body: { about: 'turned-back', text: 'Ask the sleep group.' } },
  ]);
});

test('a service that fits is a suggestion too', () => {
  const input = { suggestion: '', service: keyOf('g') };
  const { log } = playOn(waiting(), { verb: 'turn-back', by: specialist, input });
  expect(log.at(-1)?.body).toMatchObject({ service: 71 });
});

test('a return without any way out is refused', () => {
  const step = { verb: 'turn-back', by: assigner };
  expect(ask(asked(), { ...step, input: { suggestion: '' } })).toEqual({ refusal: 'alternative-missing' });
  expect(ask(asked(), { ...step, input: { reason: 'other' } })).toEqual({ refusal: 'reason-missing' });
  expect(ask(asked(), { ...step, input: { service: keyOf('z') } })).toEqual({ refusal: 'no-such-service' });
});

test('only who has it or who gives questions out returns it', () => {
  const step = { verb: 'turn-back' };
  for (const by of [{ ...assigner, assigner: false }, colleague])
    expect(ask(assigned(), { ...step, by })).toEqual({ refusal: 'needs-assigner' });
  expect(ask(assigned(), { ...step, by: specialist })).not.toHaveProperty('refusal');
});

test('what was answered is not returned, and the requester does not return it', () => {
  expect(ask(answered(), { verb: 'turn-back', by: specialist })).toEqual({ refusal: 'wrong-status' });
  expect(ask(asked(), { verb: 'turn-back', by: requester })).toEqual({ refusal: 'wrong-side' });
});
