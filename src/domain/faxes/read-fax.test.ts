import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardOf, type FaxTruth, isTrue, syntheticFaxes } from '../../../test/support/synthetic-faxes.ts';
import { dayIn } from './days.ts';
import { readFax, readingFields } from './read-fax.ts';

const today = '2026-11-23';
const read = (text: string) => readFax([text], today);
const value = (text: string, field: (typeof readingFields)[number]) => read(text)[field]?.value;

describe('what a machine read off a fax becomes proposals', () => {
  it.each(syntheticFaxes(36))('$name: each field as it stands there', ({ text, truth }) => {
    const found = read(text);
    const wrong = (Object.keys(truth) as (keyof FaxTruth)[])
      .filter(field => !isTrue(field, found[field]?.value, truth[field]))
      .map(field => [field, found[field]?.value, truth[field]]);
    expect(wrong).toEqual([]);
    // Whoever confirms sees the line it was read off.
    for (const one of Object.values(found)) expect(one.line.length).toBeGreaterThan(3);
  });

  it('of any text: never a number whose check digit is wrong, a day that is none, or a word it does not say', () => {
    const scrap = fc.oneof(
      fc.string(),
      fc.constantFrom('HCN: ', 'DOB: ', 'Patient: ', 'Re: ', 'Fax: ', '\n', '   ', 'From: Dr. ', 'n° '),
      fc.integer({ min: 0, max: 9_999_999_999 }).map(String),
      fc.date({ noInvalidDate: true }).map(one => one.toISOString().slice(0, 10)),
    );
    fc.assert(
      fc.property(fc.array(scrap, { maxLength: 30 }), parts => {
        const found = read(parts.join(''));
        if (found.card) expect(cardOf(1)).toHaveLength(found.card.value.length);
        if (found.birthDate) {
          expect(found.birthDate.value <= today).toBe(true);
          expect(dayIn(found.birthDate.value, today)).toBe(found.birthDate.value);
        }
        expect(found.title?.value.length ?? 0).toBeLessThanOrEqual(80);
        expect(Object.keys(found).every(field => (readingFields as readonly string[]).includes(field))).toBe(
          true,
        );
      }),
      { numRuns: 200 },
    );
  });
});

describe('a health card number', () => {
  it('is proposed when one digit is right for the others, and with any single digit wrong is not', () => {
    const wrongDigit = fc.tuple(
      fc.integer({ min: 1, max: 5_000 }),
      fc.nat(9),
      fc.integer({ min: 1, max: 9 }),
    );
    fc.assert(
      fc.property(wrongDigit, ([seed, place, by]) => {
        const card = cardOf(seed);
        const other = [...card].map((d, i) => (i === place ? (Number(d) + by) % 10 : d)).join('');
        expect(value(`HCN: ${card} AB`, 'card')).toBe(card);
        expect(value(`HCN: ${other} AB`, 'card')).toBeUndefined();
      }),
      { numRuns: 80 },
    );
  });

  it('with letters that a machine took for digits, but not a phone number, nor one without a label', () => {
    const card = cardOf(3);
    const seen = card.replaceAll('0', 'O').replaceAll('1', 'l').replaceAll('5', 'S');
    expect(value(`Health card: ${seen}`, 'card')).toBe(card);
    expect(value(`Call ${card}`, 'card')).toBeUndefined();
    expect(value('Phone 519-555-0142', 'card')).toBeUndefined();
  });
});

describe('a birth date', () => {
  it.each([
    ['DOB: 1980-03-11', '1980-03-11'],
    ['D.O.B. 1980/3/11', '1980-03-11'],
    ['Date of birth   March 11th, 1980', '1980-03-11'],
    ['Born on 11 Mar 1980', '1980-03-11'],
    ['Née le 1er février 1980', '1980-02-01'],
    ['Date de naissance : 11 août 1980', '1980-08-11'],
    ['DOB: 25/12/1980', '1980-12-25'],
    ['DOB: 12/25/1980', '1980-12-25'],
    ['DOB: 03/04/1980', undefined],
    ['DOB: 31/02/1980', undefined],
    ['DOB: 2031-01-01', undefined],
    ['Seen on 1980-03-11', undefined],
  ])('%s', (text, day) => {
    expect(value(text, 'birthDate')).toBe(day);
  });
});

describe('what is not what it looks like', () => {
  it.each([
    ['family', 'Clinic name: Grand River'],
    ['family', 'Re: your patient with knee pain'],
    ['urgent', 'This is not urgent'],
    ['urgent', '[ ] Urgent   [x] Routine'],
    ['urgent', 'Si c’est urgent, appelez-nous'],
    ['senderFax', 'To: Grand River Clinic   Fax: 519-555-0178'],
    ['phone', 'Lakeshore Medical Centre Tel: 519-555-0999'],
  ] as const)('is not the %s: %s', (field, text) => {
    expect(value(text, field)).toBeUndefined();
  });
});
