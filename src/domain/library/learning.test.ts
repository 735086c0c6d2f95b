import fc from 'fast-check';
import { expect, it } from 'vitest';
import { learntAs, namesPatient, readLearning, type TypedLearning, withoutPatient } from './learning.ts';

const typed: TypedLearning = {
  ...{ day: '2026-11-04', kind: 'econsult-asked', minutes: '45', topic: 'Haematology, drug treatment' },
  ...{ asked: 'Oral iron fails: what next?', learnt: 'Intravenous iron after three months.', changed: '' },
  sources: 'https://example.test/iron, 12 March 2026',
};
const today = '2026-11-23';

it('an entry is kept as it was typed, in whole minutes and on a day that has been', () => {
  expect(readLearning({ ...typed, minutes: ' 45 ' }, today)).toEqual({ value: { ...typed, minutes: 45 } });
  const why = (over: Partial<TypedLearning>) => {
    const read = readLearning({ ...typed, ...over }, today);
    return 'problems' in read ? read.problems.map(one => [one.field, one.why]) : [];
  };
  expect(why({ day: '2026-11-24' })).toEqual([['day', 'in-the-future']]);
  expect(why({ day: '2026-02-30' })).toEqual([['day', 'not-a-date']]);
  for (const minutes of ['', '0', '6001', '1.5', '-5', 'an hour'])
    expect(why({ minutes })).toEqual([['minutes', 'not-minutes']]);
  expect(why({ learnt: '  ', kind: 'holiday' })).toEqual([
    ['kind', 'not-a-kind'],
    ['learnt', 'missing'],
  ]);
  expect(why({ asked: 'x'.repeat(4_001) })).toEqual([['asked', 'too-long']]);
});

it('what may tell who a patient is gets marked, and its replacement is marked no more', () => {
  const named = {
    ...typed,
    asked: 'Mrs. Oyelaran, 416-555-0100, fails oral iron',
    learnt: 'Ask rosalind first.',
  };
  const known = ['Rosalind', 'Achterberg'];
  expect(namesPatient(named, known)).toEqual(expect.arrayContaining(['416-555-0100', 'rosalind']));
  const clean = withoutPatient(named, known, kind => kind);
  expect(clean.asked).toBe('[name], [phone], fails oral iron');
  expect(clean.learnt).toBe('Ask [name] first.');
  expect(namesPatient(clean, known)).toEqual([]);
});

it('a source may have its address and its date, but never a number or the name of the patient', () => {
  expect(namesPatient(typed)).toEqual([]);
  const sources = 'Chart of Achterberg, 416-555-0100';
  expect(namesPatient({ ...typed, sources }, ['Achterberg'])).toEqual(['Achterberg', '416-555-0100']);
});

it('whatever is typed, replacing what is marked keeps within the limits', () => {
  const text = fc.string({ maxLength: 60 }).map(some => `${some} Mrs. Oyelaran 416-555-0100`);
  fc.assert(
    fc.property(text, asked => {
      const clean = withoutPatient({ ...typed, asked: Array(40).fill(asked).join('\n') }, [], kind => kind);
      return [...clean.asked].length <= 4_000 && !clean.asked.includes('416-555-0100');
    }),
    { numRuns: 30 },
  );
});

it('one learns from an answer by having asked or given it, and from a struck one not at all', () => {
  const state = { status: 'answered', requester: { clinician: 1 }, answer: { member: 2 } };
  // A resident, 3, wrote the question; a delegate, 5, the answer for the specialist.
  const events = [
    { type: 'asked', by: { member: 3 } },
    { type: 'answered', by: { member: 5, actingFor: 2 } },
  ];
  const as = (member: number, over = {}) => learntAs({ state: { ...state, ...over }, events }, member);
  expect([as(1), as(2), as(3), as(4), as(5)]).toEqual([
    'econsult-asked',
    'econsult-answered',
    'econsult-asked',
    null,
    null,
  ]);
  expect(as(1, { answer: undefined })).toBeNull();
  expect(as(1, { status: 'void' })).toBeNull();
});
