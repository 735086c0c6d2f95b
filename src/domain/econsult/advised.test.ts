import { expect, test } from 'vitest';
import { lateness } from '../case/lateness.ts';
import { econsult } from './machine.ts';
import {
  answered,
  assigned,
  clerk,
  factsOf,
  inputs,
  playOn,
  requester,
  specialist,
} from './test-econsult.ts';

const soon = { text: 'Ferritin', kind: 'test', due: '2026-11-18' };
const given = (...recommendations: object[]) =>
  playOn(assigned(), { verb: 'answer', by: specialist, input: { ...inputs.answer, recommendations } });

test('a recommendation due before the seven days is the next step, and done it gives way to them', () => {
  const before = given(soon);
  expect(before.state.hold).toMatchObject({
    next: 'do-advised',
    due: '2026-11-18T22:00:00.000Z',
    accountable: { side: 'requester', member: 11 },
  });
  const { state } = playOn(before, { verb: 'tick', by: clerk, input: { recommendation: 1, state: 'done' } });
  expect(state.hold).toMatchObject({ next: 'act-or-close', due: '2026-11-23T22:00:00.000Z' });
  expect(state.clocks).toBeUndefined();
});

test('put off, the next one that is due takes its place', () => {
  const before = given(soon, { text: 'Recheck', kind: 'recheck', due: '2026-11-20' });
  const input = { recommendation: 1, state: 'later', due: '2026-11-25' };
  const { state } = playOn(before, { verb: 'tick', by: clerk, input });
  expect(state.hold).toMatchObject({ next: 'do-advised', due: '2026-11-20T22:00:00.000Z' });
});

test('one that falls on a weekend is due on the Monday, one that the specialist does is nobody else’s', () => {
  expect(given({ ...soon, due: '2026-11-21' }).state.clocks?.advised?.due).toBe('2026-11-23T22:00:00.000Z');
  expect(given({ ...soon, who: 'specialist' }).state).not.toHaveProperty('clocks');
});

test('an overdue one reminds and then climbs to the lead; nothing closes by itself', () => {
  const { state } = given(soon);
  const facts = factsOf(requester, '2026-11-18T22:00:01.000Z');
  expect(lateness(econsult, state, facts).due.map(({ input }) => input.level)).toContain('reminder-due');
  const later = lateness(econsult, state, factsOf(requester, '2026-11-20T22:00:01.000Z'));
  expect(later.due).toContainEqual(expect.objectContaining({ verb: 'escalate', input: { level: 'lead' } }));
});

test('ticking one of two overdue ones off does not put the other off', () => {
  const before = given(soon, { text: 'TSH', due: '2026-11-18' });
  const input = { recommendation: 1, state: 'done' };
  const after = playOn(before, { verb: 'tick', by: clerk, input, at: '2026-11-30T15:00:00.000Z' });
  expect(after.state.hold).toEqual(before.state.hold);
});

test('asked again, the specialist’s clock shows, and with the next answer what is still to do is due again', () => {
  const again = playOn(given(soon), { verb: 'follow-up', by: requester });
  expect(again.state.hold?.next).toBe('answer');
  expect(again.state.clocks).toBeUndefined();
  const { state } = playOn(again, {
    verb: 'answer',
    by: specialist,
    input: { ...inputs.answer, recommendations: [] },
  });
  expect(state.hold?.next).toBe('do-advised');
});

test('a transfer takes what is due along, and a flag of somebody else stays on top of it', () => {
  const moved = playOn(given(soon), { verb: 'report-worse', by: requester, input: { text: 'Worse.' } });
  expect(moved.state.hold?.next).toBe('review');
  expect(moved.state.clocks?.advised?.next).toBe('do-advised');
});

test('what was amended later is due too, and closing ends every clock', () => {
  const more = { text: 'Dose too high', why: 'Dose', recommendations: [soon] };
  const amended = playOn(answered(), { verb: 'amend', by: specialist, input: more });
  expect(amended.state.hold?.next).toBe('do-advised');
  const closed = playOn(amended, { verb: 'close', by: requester });
  expect(closed.state.hold).toBeUndefined();
  expect(closed.state.clocks).toBeUndefined();
});
