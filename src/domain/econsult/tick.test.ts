import { expect, test } from 'vitest';
import { answered, ask, asked, clerk, playOn, requester, specialist } from './test-econsult.ts';

test('the requester ticks one off and the case stays where it is', () => {
  const before = answered();
  const { state } = playOn(before, { verb: 'tick', by: clerk });
  expect(state.recommendations).toEqual([
    { id: 1, due: '2027-01-11', state: 'done' },
    { id: 2, state: 'open' },
  ]);
  expect(state.hold).toEqual(before.state.hold);
});

test('one put off has a new day', () => {
  const input = { state: 'later', due: '2027-02-01' };
  const { state } = playOn(answered(), { verb: 'tick', by: clerk, input });
  expect(state.recommendations?.[0]).toEqual({ id: 1, due: '2027-02-01', state: 'later' });
});

test('one not done says why', () => {
  const step = { verb: 'tick', by: clerk, input: { state: 'not-done' } };
  expect(ask(answered(), step)).toMatchObject({
    refusal: 'bad-input',
    detail: { issues: [{ path: ['why'] }] },
  });
  expect(ask(answered(), { ...step, input: { state: 'not-done', why: 'Refused' } })).toHaveProperty('events');
});

test('ticking goes on after the case has ended', () => {
  const closed = playOn(answered(), { verb: 'close', by: requester });
  expect(ask(closed, { verb: 'tick', by: clerk })).toHaveProperty('events');
});

test('nobody ticks a recommendation that was not made', () => {
  const step = { verb: 'tick', by: clerk, input: { recommendation: 9 } };
  expect(ask(answered(), step)).toEqual({ refusal: 'no-such-recommendation' });
  expect(ask(asked(), { verb: 'tick', by: clerk })).toEqual({ refusal: 'wrong-status' });
  expect(ask(answered(), { verb: 'tick', by: specialist })).toEqual({ refusal: 'wrong-side' });
});
