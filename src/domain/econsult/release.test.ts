import { expect, test } from 'vitest';
import {
  answered,
  ask,
  assigned,
  assigner,
  colleague,
  keyOf,
  playOn,
  specialist,
  system,
  waiting,
} from './test-econsult.ts';

const tuesday = '2026-11-17T15:00:00.000Z';

test('the specialist hands the question back and the assigner has one business day', () => {
  const { state } = playOn(assigned(), { verb: 'release', by: specialist, at: tuesday });
  expect(state.status).toBe('asked');
  expect(state.receiver.member).toBeUndefined();
  expect(state.hold).toMatchObject({ next: 'assign', due: '2026-11-18T22:00:00.000Z' });
});

test('the next specialist has what is left of the seven days', () => {
  const back = playOn(waiting(), { verb: 'release', by: specialist, at: tuesday });
  const { state } = playOn(back, {
    verb: 'assign',
    by: assigner,
    at: tuesday,
    input: { member: keyOf('a') },
  });
  expect(state.hold).toMatchObject({ accountable: { member: 22 }, due: '2026-11-24T22:00:00.000Z' });
});

test('the system gives back what somebody who left had, and says so; an answer stays theirs', () => {
  for (const story of [assigned(), waiting()]) {
    const { state, log } = playOn(story, { verb: 'release', by: system, at: tuesday });
    expect(state).toMatchObject({
      status: 'asked',
      hold: { next: 'assign', due: '2026-11-18T22:00:00.000Z' },
    });
    expect(log.at(-1)).toMatchObject({ type: 'released', by: { side: 'system' }, body: { left: true } });
  }
  expect(ask(answered(), { verb: 'release', by: system })).toEqual({ refusal: 'wrong-status' });
});

test('the system gives back what falls due while its specialist is away, and says that; nobody else says so of themselves', () => {
  const away = { verb: 'release', at: tuesday, input: { away: true } };
  const back = playOn(assigned(), { ...away, by: system });
  expect(back.state.status).toBe('asked');
  expect(back.log.at(-1)!.body).toMatchObject({ away: true });
  expect(back.log.at(-1)!.body).not.toHaveProperty('left');
  expect(playOn(assigned(), { ...away, by: specialist }).log.at(-1)!.body).not.toHaveProperty('away');
});

test('a colleague does not hand back what is not theirs, but the specialist’s delegate does', () => {
  expect(ask(assigned(), { verb: 'release', by: colleague })).toEqual({ refusal: 'not-the-clinician' });
  const delegate = { ...assigner, actingFor: 21 };
  expect(ask(assigned(), { verb: 'release', by: delegate })).toHaveProperty('events');
});
