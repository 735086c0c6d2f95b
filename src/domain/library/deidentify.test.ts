import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { growth } from '../../../test/support/growth.ts';
import { labelledNotes, measureOn } from '../../../test/support/labelled-notes.ts';
import { identifiersIn, withoutIdentifiers } from './deidentify.ts';

describe('on notes that people marked', () => {
  it.each([
    ['known', 200, 0.93],
    ['held-out', 108, 0.96],
  ] as const)(
    'of the %s ones no more than 1 in 100 direct identifiers is missed',
    (file, notes, precision) => {
      const measured = measureOn(labelledNotes(file));
      expect(measured.notes).toBe(notes);
      expect(measured.direct, measured.missed.join('; ')).toBeGreaterThanOrEqual(0.99);
      expect(measured.all, measured.missed.join('; ')).toBeGreaterThanOrEqual(0.99);
      expect(measured.precision).toBeGreaterThanOrEqual(precision);
    },
  );

  // Written without reading the rules, the last ones to be hard: a person must look.
  it.each([
    ['blind', 98, { direct: 0.97, all: 0.97, precision: 0.95 }],
    ['blind-2', 100, { direct: 0.96, all: 0.93, precision: 0.84 }],
    ['blind-3', 100, { direct: 0.87, all: 0.83, precision: 0.79 }],
  ] as const)('of the %s ones no more is missed than when they were last looked at', (file, notes, least) => {
    const measured = measureOn(labelledNotes(file));
    expect(measured.notes).toBe(notes);
    for (const which of ['direct', 'all', 'precision'] as const)
      expect(measured[which], measured.missed.join('; ')).toBeGreaterThanOrEqual(least[which]);
  });
});

it.each([
  ['Call Amy Quist RN or Luc Roy, IP.', ['name: Amy Quist RN', 'name: Luc Roy, IP']],
  ['PAUL GRIMSTVEDT ASKS.', ['name: PAUL GRIMSTVEDT']],
  ['at 12 Elm Road, Unit 9 now', ['address: 12 Elm Road, Unit 9']],
  ['I saw mrs. oyelaran and DRE ANH-THU PHAM.', ['name: mrs. oyelaran', 'name: DRE ANH-THU PHAM']],
  ['OHIP 8415 5098 72 AA, reg. #71350', ['health-number: 8415 5098 72 AA', 'record-number: reg. #71350']],
  [
    '1187 Concession Road 9 West or Lot 22 Side Rd 15',
    ['address: 1187 Concession Road 9 West', 'address: Lot 22 Side Rd 15'],
  ],
  ['2204 route 17 or 310 Concession 4', ['address: 2204 route 17', 'address: 310 Concession 4']],
])('marks all of it: %s', (text, marks) => expect(kindsIn(text)).toEqual(marks));

const kindsIn = (text: string) =>
  identifiersIn(text).map(({ kind, from, to }) => `${kind}: ${text.slice(from, to)}`);

it.each([
  ['Seen at 14:30, BP 128/84, A1c 7.1, weight 92 kg, 89 years old.', []],
  ["Crohn's on Humira; Epworth 14; Holter normal.", []],
  ['HTA, IMC 31, HbA1c 8,4 %, 72 ans, Parkinson.', []],
  ['Call Dr. Kim at 416-555-0100.', ['name: Dr. Kim', 'phone: 416-555-0100']],
  ['RAMQ TREJ 5512 0114', ['health-number: TREJ 5512 0114']],
])('%s', (text, marks) => expect(kindsIn(text)).toEqual(marks));

it('replaces each mark by a word for its kind', () => {
  const text = 'Mrs. Oyelaran, K1A 0B1.';
  expect(withoutIdentifiers(text, identifiersIn(text), kind => kind)).toBe('[name], [postal-code].');
});

const piece = fc.constantFrom(
  'Ann',
  ' ',
  '.',
  ',',
  'Dr',
  'St.',
  '12',
  '416',
  '-',
  '555-0100',
  'Hospital',
  'de',
  'l’',
  'a',
  '\n',
);

it('marks of any text are in order, inside it and apart from each other', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), pieces => {
      const text = pieces.join('');
      let end = 0;
      for (const { from, to } of identifiersIn(text)) {
        expect(from).toBeGreaterThanOrEqual(end);
        expect(to).toBeGreaterThan(from);
        end = to;
      }
      return end <= text.length;
    }),
    { numRuns: 150 },
  );
});

it.each(['A ', 'Aa-', '1 ', '12-', 'St. ', 'de la ', 'a.', "l'A "])(
  'a long run of "%s" does not take forever',
  unit => {
    expect(growth(size => identifiersIn(unit.repeat(size)), 120)).toBeLessThan(3.5);
  },
);
