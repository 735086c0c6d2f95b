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

test('who only works at the group’s desk gives nobody a question, and a clinician takes one for themselves alone', () => {
  const desk = { ...assigner, assigner: false };
  expect(ask(asked(), { verb: 'assign', by: desk })).toEqual({ refusal: 'needs-assigner' });
  expect(ask(asked(), { ...toAchebe, by: specialist })).toEqual({ refusal: 'needs-assigner' });
  expect(playOn(asked(), { verb: 'assign', by: specialist }).state.receiver.member).toBe(21);
  const others = playOn(asked(), toAchebe);
  expect(ask(others, { verb: 'assign', by: specialist })).toEqual({ refusal: 'needs-assigner' });
  expect(playOn(others, { verb: 'assign', by: { ...desk, lead: true } }).state.receiver.member).toBe(21);
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

test('a lead moves no question to a person past these rules, nor to another unit while a specialist has it', () => {
  const lead = { ...assigner, lead: true };
  const to = (wanted: object) => ({ verb: 'transfer', by: lead, input: { why: 'Leave', ...wanted } });
  expect(ask(asked(), to({ member: keyOf('a') }))).toEqual({ refusal: 'no-such-member' });
  const places = [{ key: keyOf('q'), site: 2, unit: 6 }];
  const unit = { ...to({ place: keyOf('q') }), facts: { places } };
  expect(ask(assigned(), unit)).toEqual({ refusal: 'wrong-status' });
  expect(playOn(asked(), unit).state).toMatchObject({ status: 'asked', receiver: { unit: 6 } });
});
