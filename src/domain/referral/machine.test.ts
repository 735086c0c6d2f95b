import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  by,
  facts,
  keys,
  monday,
  proposed,
  type Story,
  sent,
  stories,
  visit,
} from '../../../test/support/referral-story.ts';
import { allowed, decide, fold, isEnded } from '../case/machine.ts';
import { refusalCodes } from '../case/refusals.ts';
import { type Side, sides } from '../case/state.ts';
import { everyCase } from '../case/verbs/every-case.ts';
import { referral } from './machine.ts';
import { referralStatuses } from './referral.ts';

const day = 86_400_000;
/** Input that suits every verb: each takes what it knows. */
const inputs: Record<string, object> = {
  book: { ...visit, form: 'before' },
  rebook: visit,
  'answer-form': { answers: { form: 'before', version: 1, answers: {}, scores: {} } },
  offer: { ...visit, until: '2026-12-04T15:00:00.000Z' },
  decline: { reason: 'duplicate' },
  forward: { service: keys.otherClinic },
  redirect: { service: keys.adviceGroup },
  shortlist: { services: [keys.otherClinic, keys.faxClinic] },
  choose: { service: keys.faxClinic },
  split: { services: [keys.otherClinic, keys.faxClinic] },
  'ask-info': { text: 'Since when?' },
  'supply-info': { text: 'June.' },
  advise: { text: 'Exercise.', minutes: 5 },
  insist: { reason: 'She cannot walk.' },
  'ask-other-time': { times: 'Mornings' },
  complete: { outcome: 'discharged', note: 'Exercise.' },
  'manage-elsewhere': { where: 'In Ottawa' },
  cancel: { reason: 'other' },
  resubmit: { changed: 'An X-ray.' },
  close: { why: 'Moved away.' },
  'hand-back': { reason: 'Nobody takes it.' },
  reopen: { reason: 'A bed came free.' },
  invite: { channel: 'mail', to: 'desk@example.ca', link: 7, until: '2027-12-01T00:00:00.000Z' },
  'close-invitation': { why: 'wrong-code' },
  claim: { site: 9 },
  triage: { priority: '2' },
  message: { text: 'Hello', to: 'all' },
  attach: { attachments: keys.letter, to: 'all', letter: 'on' },
  note: { text: 'Careful.' },
  'report-worse': { text: 'Cannot walk.' },
  'change-urgency': { urgency: 'urgent', reason: 'Fever.' },
  'set-unavailable': { from: '2026-12-01', until: '2026-12-05' },
  'correct-patient': { phone: '519-555-0142', reachable: 'no' },
  'log-contact': { when: monday, how: 'phone', outcome: 'reached' },
  transfer: { member: keys.nurse, why: 'Leave.' },
  void: { why: 'Wrong patient.' },
};

const quiet = ['message', 'note', 'strike', 'log-contact', 'set-unavailable', 'triage', 'remind', 'escalate'];

interface Step {
  verb: string;
  side: Side;
  hours: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  // Ending verbs and voids are rare, so that stories go deep.
  verb: fc.oneof(
    {
      weight: 20,
      arbitrary: fc.constantFrom(...Object.keys(referral.verbs).filter(name => name !== 'void')),
    },
    { weight: 1, arbitrary: fc.constant('void') },
  ),
  side: fc.constantFrom(...sides),
  hours: fc.nat(24 * 9),
});

/** Lets a step happen if it may; `allowedFirst` makes refusals rare so that long stories are reached. */
function after(story: Story, { verb, side, hours }: Step): { story: Story; at: string } {
  const at = new Date(Date.parse(story.log.at(-1)!.at) + hours * 3_600_000).toISOString();
  const who = by(side);
  const start = new Date(Date.parse(at) + 10 * day).toISOString();
  const until = new Date(Date.parse(at) + 2 * day).toISOString();
  const input = { ...inputs[verb], ...(['book', 'rebook', 'offer'].includes(verb) && { start }) };
  const timed = verb === 'offer' ? { ...input, until } : input;
  const decision = decide(referral, story.state, { verb, input: timed }, facts(at, who));
  if ('refusal' in decision) {
    expect(refusalCodes).toContain(decision.refusal);
    return { story, at };
  }
  const events = decision.events.map((event, i) => ({
    ...event,
    seq: story.log.length + i + 1,
    at,
    by: who,
  }));
  const log = [...story.log, ...events];
  return { story: { state: fold(referral, log), log, opens: decision.opens ?? [] }, at };
}

/** The sides a verb lists, so that a random step is often one that may happen. */
const likely: fc.Arbitrary<Step> = step.chain(chosen =>
  fc.constantFrom(...referral.verbs[chosen.verb]!.who.map(who => ({ ...chosen, side: who.side }))),
);

const beginnings = fc.constantFrom(
  () => sent(),
  () => sent({ opening: { via: { site: 3 }, hops: 1 } }),
  () => sent({ opening: { patient: { reachable: false } } }),
  () => sent({ opening: { receiver: { site: 2, service: 200, offNetwork: true } } }),
  () => proposed(),
  () => sent({ input: { letterDue: '2026-11-27', urgency: 'urgent', reason: 'Locked knee' } }),
);

function plays(check: (before: Story, verb: string, after: Story, at: string) => void) {
  fc.assert(
    fc.property(
      beginnings,
      fc.array(fc.oneof({ weight: 4, arbitrary: likely }, step), { maxLength: 8 }),
      (start, steps) => {
        let story = start();
        for (const one of steps) {
          const { story: next, at } = after(story, one);
          if (next !== story) check(story, one.verb, next, at);
          story = next;
        }
      },
    ),
    { numRuns: 250 },
  );
}

describe('whatever people do with a referral', () => {
  it('somebody owes a next step by a due time while it is open, and nobody when it has ended', () => {
    plays((_before, _verb, { state }) => {
      if (isEnded(referral, state.status)) return expect(state.hold).toBeUndefined();
      const { accountable, next, from, due } = state.hold!;
      expect(next).toBeTruthy();
      expect(due >= from).toBe(true);
      if (accountable.side === 'patient') expect(state.patient.reachable).toBe(true);
      else expect(accountable.site).toBeTypeOf('number');
      if (state.clocks) expect([state.clocks.main, state.clocks.flag]).not.toEqual([state.hold, undefined]);
    });
  });

  it('it goes only where the table says', () => {
    plays((before, verb, { state }) => {
      const { from, to } = referral.verbs[verb]!;
      const status = before.state.status;
      if (from === 'open') expect(isEnded(referral, status)).toBe(false);
      else if (from !== 'any') expect(from).toContain(status);
      if (verb === 'record') return;
      if (to === 'same') expect(state.status).toBe(status);
      else expect(to).toContain(state.status);
    });
  });

  it('its shape fits its status', () => {
    plays((_before, _verb, { state }) => {
      expect(Object.keys(referralStatuses)).toContain(state.status);
      if (state.status === 'booked' || state.status === 'confirmed') expect(state.appointment).toBeDefined();
      expect(state.stopped !== undefined).toBe(state.status === 'awaiting-reply');
    });
  });

  it('the turn changes with the status and with whoever holds it, and never with a word or a paper', () => {
    plays((before, verb, { state }) => {
      const moved =
        state.status !== before.state.status ||
        JSON.stringify(state.hold?.accountable) !== JSON.stringify(before.state.hold?.accountable);
      if (moved) expect(state.turn).toBeGreaterThan(before.state.turn);
      if (quiet.includes(verb)) expect(state.turn).toBe(before.state.turn);
      expect(state.turn).toBeLessThanOrEqual(state.seq);
    });
  });

  it('the state holds nothing that not everybody may read', () => {
    plays((_before, _verb, { state }) => {
      for (const secret of ['A knee?', 'Exercise.', 'Careful.', 'Cannot walk.'])
        expect(JSON.stringify(state)).not.toContain(secret);
    });
  });

  it('folding the log from its beginning gives the same state as remembering step by step', () => {
    plays((before, _verb, { state, log }) => {
      const steps = log.slice(before.log.length);
      let known = before.state;
      for (const event of steps) known = referral.evolve(known, event);
      expect(known).toEqual(state);
      expect(JSON.parse(JSON.stringify(state))).toEqual(state);
    });
  });
});

describe('the table', () => {
  it('refuses any input it cannot read, and never throws', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(stories)),
        fc.oneof(fc.constantFrom(...Object.keys(referral.verbs)), fc.string()),
        fc.constantFrom(...sides),
        fc.anything(),
        (story, verb, side, input) => {
          const decision = decide(referral, story().state, { verb, input }, facts(monday, by(side)));
          if ('refusal' in decision) expect(refusalCodes).toContain(decision.refusal);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('draws exactly the buttons that are not refused for their side, rank or status', () => {
    for (const story of Object.values(stories))
      for (const side of sides) {
        const { state } = story();
        const drawn = allowed(referral, state, by(side));
        for (const verb of Object.keys(referral.verbs)) {
          const decision = decide(referral, state, { verb, input: null }, facts(monday, by(side)));
          const atInput = 'refusal' in decision && decision.refusal === 'bad-input';
          expect(drawn.includes(verb)).toBe(atInput);
        }
      }
  });

  it('names each verb as its key, and only statuses that exist', () => {
    for (const [name, verb] of Object.entries(referral.verbs)) {
      expect(verb.name).toBe(name);
      for (const list of [verb.from, verb.to, ...verb.who.map(who => who.from ?? [])])
        if (typeof list !== 'string')
          for (const status of list) expect(Object.keys(referralStatuses)).toContain(status);
    }
    expect(Object.keys(everyCase).every(name => name in referral.verbs)).toBe(true);
  });

  it('lets nobody act for a site that has no part in the case', () => {
    const stranger = { ...by('receiver'), site: 77 };
    expect(allowed(referral, sent().state, stranger)).toEqual([]);
    const held = decide(referral, sent().state, { verb: 'accept', input: {} }, facts(monday, stranger));
    expect(held).toEqual({ refusal: 'not-your-case' });
  });

  it('lets nobody act who is shut out of the request', () => {
    const withheld = [{ person: 21 }];
    const held = decide(
      referral,
      sent().state,
      { verb: 'accept', input: {} },
      facts(monday, by('receiver'), { withheld }),
    );
    expect(held).toEqual({ refusal: 'not-your-case' });
  });
});
