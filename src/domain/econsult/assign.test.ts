import { expect, test } from 'vitest';
import {
  ask,
  asked,
  assigned,
  assigner,
  keyOf,
  playOn,
  requester,
  specialist,
  strandbergWho,
  system,
  waiting,
} from './test-econsult.ts';

const toAchebe = { verb: 'assign', by: assigner, input: { member: keyOf('a') } };

test('the assigner chooses a specialist, who has seven days from the ask and not from the choice', () => {
  const late = playOn(asked(), { verb: 'assign', by: assigner, at: '2026-11-18T15:00:00.000Z' });
  expect(late.state).toMatchObject({ status: 'assigned', receiver: { member: 21 } });
  expect(late.state.hold?.due).toBe('2026-11-23T22:00:00.000Z');
  expect(late.log.at(-1)?.body).toMatchObject({ why: 'next-in-turn', automatic: false });
});

test('the automatic assignment chooses by the same verb', () => {
  const { log } = playOn(asked(), { verb: 'assign', by: system });
  expect(log.at(-1)?.body).toMatchObject({ automatic: true, member: 21 });
});

test('choosing a colleague does not restart the clock', () => {
  const { state } = playOn(assigned(), { ...toAchebe, at: '2026-11-20T15:00:00.000Z' });
  expect(state.receiver.member).toBe(22);
  expect(state.hold?.due).toBe('2026-11-23T22:00:00.000Z');
});

test('a colleague chosen while the requester owes information lets the clock run on, less the wait', () => {
  const { state } = playOn(waiting(), { ...toAchebe, at: '2026-11-18T15:00:00.000Z' });
  expect(state.status).toBe('assigned');
  expect(state.hold?.due).toBe('2026-11-25T22:00:00.000Z');
});

test.each([
  ['away', { away: true }, 'member-away'],
  ['over the weekly cap', { overCap: true }, 'over-cap'],
  ['in conflict', { conflict: true }, 'in-conflict'],
  ['of another unit', { unit: 6 }, 'no-such-member'],
] as const)('nobody who is %s is chosen', (_, is, refusal) => {
  expect(ask(asked(), { verb: 'assign', by: assigner, facts: strandbergWho(is) })).toEqual({ refusal });
});

test('the same specialist is not chosen twice, and the requester does not choose', () => {
  expect(ask(assigned(), { verb: 'assign', by: assigner })).toEqual({ refusal: 'nothing-changed' });
  expect(ask(asked(), { verb: 'assign', by: requester })).toEqual({ refusal: 'wrong-side' });
  expect(ask(asked(), { verb: 'assign', by: { ...specialist, site: 9 } })).toEqual({
    refusal: 'not-your-case',
  });
});

test('somebody the group does not have is not chosen', () => {
  const step = { verb: 'assign', by: assigner, input: { member: keyOf('z') } };
  expect(ask(asked(), step)).toEqual({ refusal: 'no-such-member' });
});
