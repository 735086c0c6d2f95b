import { expect, test } from 'vitest';
import { ask, asked, clerk, keyOf, monday, play, requester, strandbergWho } from './test-econsult.ts';

const named = { wanted: 'specialist', specialist: keyOf('s') };

test('the requester asks a group, whose assigner has one business day', () => {
  const { state, log } = asked();
  expect(state).toMatchObject({
    status: 'asked',
    title: 'Low mood and fatigue since COVID-19',
    seq: 2,
    turn: 1,
  });
  expect(state.hold).toEqual({
    accountable: { side: 'receiver', site: 2, unit: 5 },
    next: 'assign',
    from: monday,
    due: '2026-11-17T22:00:00.000Z',
  });
  expect(log.map(({ type, audience }) => [type, audience])).toEqual([
    ['asked', 'everyone'],
    ['question', 'clinical'],
  ]);
  expect(log[1]?.body).toMatchObject({ question: 'Should I switch or add?', attachments: [900] });
});

test('the question stays out of what the patient may see', () => {
  const { state, log } = asked();
  const shown = log.filter(({ audience }) => audience === 'everyone');
  expect(JSON.stringify([state, shown])).not.toContain('switch or add');
});

test('a named specialist has the question at once, for seven days', () => {
  const { state } = play({ verb: 'open', by: requester, input: named });
  expect(state).toMatchObject({ status: 'assigned', receiver: { member: 21 } });
  expect(state.hold).toMatchObject({
    accountable: { side: 'receiver', member: 21 },
    next: 'answer',
    due: '2026-11-23T22:00:00.000Z',
  });
});

test('a service that promises three days is held to three days, and one that promises thirty to seven', () => {
  const promised = (days: number) =>
    play({ verb: 'open', by: requester, input: named, facts: { promise: { assigned: { days } } } }).state
      .hold;
  expect(promised(3)?.due).toBe('2026-11-19T22:00:00.000Z');
  expect(promised(30)?.due).toBe('2026-11-23T22:00:00.000Z');
});

test.each([
  ['away', { away: true }, 'member-away'],
  ['over the weekly cap', { overCap: true }, 'over-cap'],
  ['in conflict', { conflict: true }, 'in-conflict'],
  ['not a clinician', { clinical: false }, 'no-such-member'],
  ['of another site', { site: 9 }, 'no-such-member'],
] as const)('a named specialist who is %s is not asked', (_, is, refusal) => {
  const step = { verb: 'open', by: requester, input: named, facts: strandbergWho(is) };
  expect(ask(null, step)).toEqual({ refusal });
});

test('a clerk prepares a question but a clinician signs it', () => {
  expect(ask(null, { verb: 'open', by: clerk })).toEqual({ refusal: 'needs-clinician' });
});

test('a group that takes nobody new is not asked', () => {
  const opening = {
    requester: { site: 1 },
    receiver: { site: 2 },
    hops: 0,
    patient: { reachable: true },
    accepting: false,
  };
  expect(ask(null, { verb: 'open', by: requester, facts: { opening } })).toEqual({
    refusal: 'not-accepting',
  });
});

test('a paper that is not the requester’s to send is refused, and so is a title of 81 characters', () => {
  const papers = ask(null, { verb: 'open', by: requester, input: { attachments: [keyOf('z')] } });
  expect(papers).toEqual({ refusal: 'no-such-attachment' });
  const title = ask(null, { verb: 'open', by: requester, input: { title: 'x'.repeat(81) } });
  expect(title).toMatchObject({ refusal: 'bad-input', detail: { issues: [{ path: ['title'] }] } });
});
