import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allowed, decide, fold } from '../case/machine.ts';
import type { By } from '../case/state.ts';
import { econsult } from './machine.ts';
import {
  ask,
  asked,
  assigner,
  clerk,
  colleague,
  factsOf,
  inputs,
  keyOf,
  monday,
  type Played,
  play,
  record,
  requester,
  specialist,
  system,
} from './test-econsult.ts';

const patient: By = { side: 'patient', link: 7, clinical: false, lead: false };
const people = [
  requester,
  clerk,
  { ...requester, lead: true },
  assigner,
  specialist,
  colleague,
  { ...assigner, lead: true },
  patient,
  system,
];

/** Inputs of the verbs that every case has. */
const common: Record<string, Record<string, unknown>> = {
  message: { text: 'Thank you.', to: 'clinical' },
  attach: { attachments: [keyOf('p')] },
  note: { text: 'Call back Friday.' },
  'report-worse': { text: 'She sleeps less.' },
  'change-urgency': { urgency: 'urgent', reason: 'Off work' },
  transfer: { member: keyOf('a'), why: 'Leave' },
  void: { why: 'Wrong patient' },
  'set-unavailable': { from: '2026-12-20', until: '2026-12-28' },
};
const both = { survey: inputs.close, answer: inputs.answer };
const wellFormed: Record<string, Record<string, unknown>> = {
  ...inputs,
  ...common,
  convert: { ...inputs.convert, ...both },
};

const verbs = Object.keys(econsult.verbs);
const anyStep = { verb: fc.constantFrom(...verbs), by: fc.constantFrom(...people) };
const step = fc.record({
  ...anyStep,
  /** Which of the steps the table allows; the first few try any verb by anybody instead. */
  pick: fc.nat({ max: 999 }),
  hours: fc.integer({ min: 0, max: 120 }),
  who: fc.nat({ max: 99 }),
  junk: fc.oneof(
    { weight: 6, arbitrary: fc.constant({}) },
    fc.dictionary(fc.constantFrom('text', 'member', 'why', 'state'), fc.jsonValue()),
  ),
});
/** Up to that many steps; evenly drawn, for a case dies young when the small numbers are preferred. */
const days = (most: number) => fc.noBias(fc.array(step, { maxLength: most, size: 'max' }));
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** A fixed seed where a test also counts what was reached; the others draw anew each time. */
const endings = ['cancelled', 'redirected', 'closed', 'converted', 'void'];

/** What people would do next: mostly something allowed, and seldom something that ends it. */
function likely({ state }: Played, { verb, by, pick, who }: Step): Pick<Step, 'verb' | 'by'> {
  if (pick < 100) return { verb, by };
  const ends = (name: string) => endings.some(status => econsult.verbs[name]!.to.includes(status));
  const moves = people.flatMap(one => allowed(econsult, state, one).map(name => ({ verb: name, by: one })));
  const names = [...new Set(moves.map(move => move.verb))];
  const kept = pick < 800 ? names.filter(name => !ends(name) && name in inputs) : names;
  const able = moves.filter(move => move.verb === kept[pick % kept.length]);
  return able[who % able.length] ?? { verb, by };
}

function walk(
  steps: readonly Step[],
  each: (played: Played, verb: string, before: string) => void,
  from = asked(),
) {
  let played = from;
  let now = monday;
  for (const wanted of steps) {
    const { verb, by } = likely(played, wanted);
    now = new Date(Date.parse(now) + wanted.hours * 3_600_000).toISOString();
    const facts = factsOf(by, now);
    const input = { ...wellFormed[verb], ...wanted.junk };
    const decision = decide(econsult, played.state, { verb, input }, facts);
    if ('refusal' in decision) continue;
    const before = played.state.status;
    played = record(played, decision, facts);
    each(played, verb, before);
  }
}

test('whatever people do, an open eConsult has one accountable party, a next step and a due time', () => {
  const reached = new Set<string>();
  fc.assert(
    fc.property(days(20), steps => {
      walk(steps, ({ state }) => {
        reached.add(state.status);
        const row = econsult.statuses[state.status]!;
        if (row.ended) return expect(state.hold).toBeUndefined();
        expect(state.hold?.accountable.side).toMatch(/requester|receiver/);
        expect(state.hold?.next).toBeTruthy();
        expect(state.hold!.due >= state.hold!.from).toBe(true);
        expect(state.answerClock.stoppedAt === undefined).toBe(state.status !== 'more-info');
        if (state.status === 'assigned') expect(state.receiver.member).toBeDefined();
      });
    }),
    { numRuns: 250, seed: 2027 },
  );
  expect([...reached].sort()).toEqual(Object.keys(econsult.statuses).sort());
});

test('the folded log is the state, after every step', () => {
  fc.assert(
    fc.property(days(15), steps => {
      walk(steps, ({ state, log }) => expect(fold(econsult, log)).toEqual(state));
    }),
  );
});

test('events survive being stored as JSON, and the state too', () => {
  fc.assert(
    fc.property(days(15), steps => {
      walk(steps, ({ state, log }) => {
        expect(JSON.parse(JSON.stringify(log))).toEqual(log);
        expect(JSON.parse(JSON.stringify(state))).toEqual(state);
      });
    }),
  );
});

test('no text that only clinicians may read reaches the state', () => {
  fc.assert(
    fc.property(days(15), steps => {
      walk(steps, ({ state }) =>
        expect(JSON.stringify(state)).not.toMatch(/switch or add|ferritin|iron|diary|sleep group/i),
      );
    }),
  );
});

test('asking the machine anything at all never throws', () => {
  fc.assert(
    fc.property(fc.constantFrom(...verbs, 'open', 'toString'), fc.anything(), step, (verb, input, { by }) => {
      const decision = decide(econsult, asked().state, { verb, input }, factsOf(by, monday));
      expect('refusal' in decision || decision.events.length > 0).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('what a page may draw is what the machine does not refuse for who or when', () => {
  const tables = [
    'wrong-side',
    'wrong-status',
    'case-ended',
    'needs-clinician',
    'needs-lead',
    'not-your-case',
  ];
  fc.assert(
    fc.property(days(12), fc.constantFrom(...people), (steps, by) => {
      walk(steps, played => {
        const drawn = allowed(econsult, played.state, by);
        for (const verb of verbs) {
          const decision = ask(played, { verb, by, input: wellFormed[verb] });
          const barred = 'refusal' in decision && tables.includes(decision.refusal);
          if (drawn.includes(verb)) expect(barred, verb).toBe(false);
          else expect('refusal' in decision, verb).toBe(true);
        }
      });
    }),
    { numRuns: 20 },
  );
});

test('the events a verb may write are listed', () => {
  fc.assert(
    fc.property(days(15), steps => {
      walk(steps, ({ log }) => {
        for (const { type } of log) expect(econsult.events).toContain(type);
      });
    }),
  );
});

test('a verb leads where its row of the table says', () => {
  const used = new Set<string>();
  fc.assert(
    fc.property(days(20), steps => {
      walk(steps, ({ state }, verb, before) => {
        used.add(verb);
        const { to } = econsult.verbs[verb]!;
        expect(to === 'same' ? [before] : to).toContain(state.status);
      });
    }),
    { numRuns: 250, seed: 2027 },
  );
  expect([...used]).toEqual(expect.arrayContaining(Object.keys(inputs).filter(verb => verb !== 'open')));
});

test('what a colleague was asked stays one step deep: no visit, nowhere else, nobody further, its copy for good', () => {
  const { opening } = factsOf(requester, monday);
  const copy = { site: 8, clinician: 81 };
  const facts = { opening: { ...opening!, helps: { case: 9, nth: 1 }, copy } };
  const from = play({ verb: 'open', by: requester, facts });
  fc.assert(
    fc.property(days(20), steps => {
      walk(
        steps,
        ({ state, log }, verb) => {
          expect(['convert', 'redirect', 'ask-colleague', 'report-outcome']).not.toContain(verb);
          expect(state).toMatchObject({ helps: { case: 9, nth: 1 }, copy, untold: true });
          expect(fold(econsult, log)).toEqual(state);
        },
        from,
      );
    }),
    { numRuns: 60 },
  );
});

test('a log that does not begin with a question is refused', () => {
  const { log } = asked();
  expect(() => econsult.evolve(null, { ...log[0]!, type: 'assigned' })).toThrow(RangeError);
});
