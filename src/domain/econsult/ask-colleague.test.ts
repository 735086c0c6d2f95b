import fc from 'fast-check';
import { expect, test } from 'vitest';
import { carriedInput } from '../../app/drafts/carried.ts';
import { hears } from '../case/access.ts';
import { begin, type OpenCase } from '../case/machine.ts';
import { noticesFor } from '../notices/notices.ts';
import { helpless, mostColleagues } from './ask-colleague.ts';
import { laterOf } from './later.ts';
import { econsult } from './machine.ts';
import {
  ask,
  asked,
  assigned,
  assigner,
  clerk,
  colleague,
  factsOf,
  keyOf,
  monday,
  type Played,
  playOn,
  record,
  requester,
  specialist,
  system,
  waiting,
} from './test-econsult.ts';

const asking = { verb: 'ask-colleague', by: specialist };

function opensOf(before: Played, input: Record<string, unknown> = {}): OpenCase {
  const decision = ask(before, { ...asking, input });
  if ('refusal' in decision) throw new Error(decision.refusal);
  return decision.opens![0]!;
}

/** The linked eConsult, as the write path opens it. */
function linked(): Played {
  const open = opensOf(assigned());
  const opening = {
    ...{ requester: open.helping!.requester, copy: open.helping!.copy!, helps: { case: 9, nth: 1 } },
    ...{ receiver: { ...open.receiver, service: open.service! }, hops: 0, accepting: true, handedOver: true },
    patient: { reachable: true },
  };
  const by = { ...specialist, side: 'requester' as const };
  const facts = factsOf(by, monday, { opening });
  const { attachments: _own, ...input } = carriedInput(open, [], undefined).input;
  return record(null, begin(econsult, { verb: 'open', input }, facts), facts);
}

test('the specialist asks a colleague: a case of their own, of which the first requester has a copy', () => {
  expect(opensOf(assigned())).toMatchObject({
    type: 'econsult',
    service: 71,
    receiver: { site: 4 },
    title: 'A rash on sertraline?',
    helping: { requester: { site: 2, unit: 5, clinician: 21 }, copy: { site: 1, clinician: 11 }, nth: 1 },
    carried: { question: true, answers: true, attachments: 'all' },
  });
  const { state } = linked();
  expect(state).toMatchObject({
    ...{ status: 'asked', untold: true, helps: { case: 9, nth: 1 } },
    ...{ requester: { site: 2, clinician: 21 }, copy: { site: 1, clinician: 11 }, receiver: { site: 4 } },
  });
});

test('nothing moves in the first eConsult, and its clock goes on', () => {
  for (const before of [assigned(), waiting()]) {
    const after = playOn(before, { ...asking, at: '2026-11-18T15:00:00.000Z' });
    expect(after.state).toMatchObject({
      status: before.state.status,
      turn: before.state.turn,
      colleagues: 1,
    });
    expect(after.state.hold).toEqual(before.state.hold);
    expect(after.state.answerClock).toEqual(before.state.answerClock);
    expect(after.log.at(-1)).toMatchObject({ type: 'colleague-asked', audience: 'all' });
  }
});

test('only whoever is to answer asks, and only while they are', () => {
  const refused = (before: Played, by: typeof specialist) => ask(before, { ...asking, by });
  expect(refused(assigned(), colleague)).toEqual({ refusal: 'not-the-clinician' });
  expect(refused(assigned(), assigner)).toEqual({ refusal: 'needs-clinician' });
  expect(refused(assigned(), requester)).toEqual({ refusal: 'wrong-side' });
  expect(refused(asked(), specialist)).toEqual({ refusal: 'wrong-status' });
});

test('nobody asks themself, their own group, or who asked them', () => {
  const at = (group: object) =>
    ask(assigned(), {
      ...asking,
      facts: {
        services: [
          { key: keyOf('g'), service: 71, site: 4, accepting: true, type: 'econsult' as const, ...group },
        ],
      },
    });
  expect(at({ service: 50 })).toEqual({ refusal: 'same-service' });
  expect(at({ site: 1 })).toEqual({ refusal: 'asks-the-requester' });
  expect(at({ member: 21 })).toEqual({ refusal: 'asks-oneself' });
  expect(at({ accepting: false })).toEqual({ refusal: 'not-accepting' });
  expect(at({ type: 'referral' })).toEqual({ refusal: 'no-such-service' });
  // Another group of the same hospital has both specialists too.
  expect(at({ site: 2 })).toHaveProperty('opens');
});

test('one of the group is asked by name, when they can take it', () => {
  const members = (is: object) => [{ key: keyOf('n'), member: 41, site: 4, clinical: true, ...is }];
  const named = (is: object) =>
    ask(assigned(), { ...asking, input: { specialist: keyOf('n') }, facts: { members: members(is) } });
  expect(named({})).toMatchObject({ opens: [{ receiver: { site: 4, member: 41 } }] });
  expect(named({ away: true })).toEqual({ refusal: 'member-away' });
  expect(named({ site: 3 })).toEqual({ refusal: 'no-such-member' });
  expect(named({ member: 21 })).toEqual({ refusal: 'asks-oneself' });
});

test('three are asked for one answer, and who is asked asks nobody further', () => {
  let played = assigned();
  for (let nth = 1; nth <= mostColleagues; nth++) {
    expect(opensOf(played).helping?.nth).toBe(nth);
    played = playOn(played, asking);
  }
  expect(ask(played, asking)).toEqual({ refusal: 'enough-asked' });
  const step = { verb: 'assign', by: { ...assigner, site: 4 }, input: { member: keyOf('d') } };
  const members = [{ key: keyOf('d'), member: 41, site: 4, clinical: true }];
  const second = playOn(linked(), { ...step, facts: { members } });
  const derm = { ...specialist, site: 4, member: 41 };
  expect(ask(second, { ...asking, by: derm })).toEqual({ refusal: 'helps-another' });
});

test('it is nobody’s visit, goes nowhere else, and nobody asks 90 days later', () => {
  const by = { ...specialist, side: 'requester' as const };
  const back = playOn(linked(), { verb: 'turn-back', by: { ...assigner, site: 4 } });
  for (const verb of ['convert', 'redirect'])
    expect(ask(back, { verb, by })).toEqual({ refusal: 'helps-another' });
  expect(ask(linked(), { verb: 'message', by, input: { text: 'Hello.', to: 'everyone' } })).toEqual({
    refusal: 'helps-another',
  });
  const closed = { ...linked().state, status: 'closed' as const, hold: undefined };
  const recorded = [{ type: 'closed', at: monday }];
  expect(laterOf({ state: closed, recorded }, 'America/Toronto')?.rows).toEqual([]);
});

test('the system ends only what helps another, once nobody is to answer that', () => {
  const cancel = { verb: 'cancel', by: system };
  expect(ask(assigned(), cancel)).toEqual({ refusal: 'wrong-side' });
  expect(playOn(linked(), cancel).state.status).toBe('cancelled');
  // An answer that came first stays, to be read and closed by who asked.
  const answered = {
    ...linked().state,
    status: 'answered' as const,
    answer: { seq: 3, kind: 'advice' as const, at: monday },
  };
  expect(ask({ state: answered as Played['state'], log: [] }, cancel)).toEqual({ refusal: 'wrong-status' });
  expect(helpless(assigned().state)).toBe(false);
  expect(helpless(playOn(assigned(), { verb: 'cancel', by: clerk }).state)).toBe(true);
  expect(helpless(playOn(assigned(), { verb: 'answer', by: specialist }).state)).toBe(false);
});

test('the first requester is told when it is asked, answered or over, and the patient never', () => {
  const told = (before: Played | null, now: Played) =>
    noticesFor({
      requestId: 7,
      before: before?.state ?? null,
      state: now.state,
      recorded: now.log.slice(before?.log.length ?? 0),
    }).map(({ to, template }) => `${to.kind} ${to.id}: ${template}`);
  expect(told(null, linked())).toEqual(['site 4: new', 'member 11: news']);
  const member = { key: keyOf('d'), member: 41, site: 4, clinical: true };
  const input = { member: keyOf('d') };
  const by = { ...assigner, site: 4 };
  const given = playOn(linked(), { verb: 'assign', by, input, facts: { members: [member] } });
  expect(told(linked(), given)).toEqual(['member 41: your-turn', 'member 21: news']);
  const answered = playOn(given, { verb: 'answer', by: { ...specialist, site: 4, member: 41 } });
  expect(told(given, answered)).toEqual(['member 21: answer', 'member 11: news']);
  const over = playOn(given, { verb: 'cancel', by: system });
  expect(told(given, over)).toEqual(['member 21: outcome', 'member 41: outcome', 'member 11: outcome']);
  const lead = { ...specialist, side: 'requester' as const };
  expect(told(given, playOn(given, { verb: 'void', by: lead, input: { why: 'Wrong patient' } }))).toContain(
    'member 11: access-ended',
  );
});

test('who asked is not given their own question', () => {
  const own = { ...linked().state, receiver: { site: 2, unit: 5, service: 71 } };
  const step = { verb: 'assign', by: assigner, input: { member: keyOf('s') } };
  expect(ask({ state: own, log: [] }, step)).toEqual({ refusal: 'in-conflict' });
  expect(ask({ state: own, log: [] }, { ...step, input: { member: keyOf('a') } })).toHaveProperty('events');
});

test('the copy reads what the two say to each other, and no note of one side', () => {
  expect(hears('clinical', 'copy')).toBe(true);
  for (const audience of ['requester', 'receiver', 'intake'] as const)
    expect(hears(audience, 'copy')).toBe(false);
});

test('the first question, its answers and files go along as the specialist ticked', () => {
  const words = [
    {
      seq: 2,
      type: 'question',
      body: {
        question: 'Switch or add?',
        questions: ['Dose?'],
        plan: 'Wait',
        answers: { form: 1 },
        attachments: [7],
      },
    },
  ];
  const ticks = fc.record({
    question: fc.boolean(),
    answers: fc.boolean(),
    attachments: fc.boolean(),
    advice: fc.boolean(),
  });
  fc.assert(
    fc.property(ticks, carry => {
      const { input, added, attachments } = carriedInput(opensOf(assigned(), { carry }), words, undefined);
      expect(input.question).toBe('Does it fit the drug?');
      expect('questions' in input).toBe(false);
      expect('answers' in input).toBe(carry.answers);
      // What the specialist adds is always there.
      expect(attachments.map(({ id }) => id)).toEqual(carry.attachments ? [7, 900] : [900]);
      expect(added.map(({ body }) => body.text)).toEqual(
        carry.question ? ['Switch or add?\n1. Dose?\nWait'] : [],
      );
    }),
    { numRuns: 30 },
  );
});
