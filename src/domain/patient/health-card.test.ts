import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardKinds, healthCard, luhn, maskedNumber, printedNumber } from './health-card.ts';

const typed = (kind: string, number = '', version = '', reason = '') => ({ kind, number, version, reason });
const nine = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 9, maxLength: 9 }).map(d => d.join(''));
const withCheckDigit = (digits: string) => digits + [...'0123456789'].find(digit => luhn(digits + digit))!;

describe('an Ontario health card', () => {
  it('is read as people type it, with spaces, dashes and the version behind the number', () => {
    const card = { kind: 'ON', number: '9876543217', version: 'KT', unverified: false };
    for (const number of ['9876543217 kt', '9876-543-217-KT', ' 9876 543 217 KT ', '9876543217']) {
      const version = number.toUpperCase().includes('KT') ? '' : 'kt';
      expect(healthCard(typed('ON', number, version))).toEqual({ card });
    }
  });

  it('with a wrong check digit is doubted and may be kept as unverified', () => {
    expect(healthCard(typed('ON', '1547896351'))).toEqual({
      card: { kind: 'ON', number: '1547896351', version: '', unverified: true },
      doubt: 'check-digit',
    });
  });

  it('has exactly one right last digit, and no single digit can be mistyped unseen', () => {
    fc.assert(
      fc.property(nine, fc.nat(9), fc.nat(9), (digits, place, digit) => {
        const number = withCheckDigit(digits);
        const wrong = number.slice(0, place) + digit + number.slice(place + 1);
        const result = healthCard(typed('ON', wrong));
        expect('doubt' in result).toBe(wrong !== number);
      }),
    );
  });

  it('of another length, with letters in it or with three letters behind it is a typing mistake', () => {
    expect(healthCard(typed('ON', '987654321'))).toEqual({ problem: 'length', field: 'number' });
    expect(healthCard(typed('ON', '98765O3217'))).toEqual({ problem: 'characters', field: 'number' });
    expect(healthCard(typed('ON', '9876543217', 'KTX'))).toEqual({ problem: 'version', field: 'version' });
    expect(healthCard(typed('ON', ''))).toEqual({ problem: 'missing', field: 'number' });
  });

  it('is printed in groups and masked but for its end', () => {
    const read = healthCard(typed('ON', '9876543217', 'KT'));
    const card = 'card' in read ? read.card : undefined;
    expect(printedNumber(card!)).toBe('9876 543 217 KT');
    expect(maskedNumber(card!)).toBe('•••• ••• 217 KT');
  });
});

describe('other ways to be insured', () => {
  it('a Quebec number must tell the birth date, fifty months later for a woman', () => {
    const number = 'TREM 8053 1101';
    expect(healthCard(typed('QC', number), '1980-03-11')).toMatchObject({ card: { unverified: false } });
    expect(healthCard(typed('QC', number), '1980-03-12')).toMatchObject({ doubt: 'birth-date' });
    expect(healthCard(typed('QC', 'TREM 8073 1101'), '1980-03-11')).toMatchObject({ doubt: 'shape' });
  });

  it('a British Columbia number adds up modulo 11', () => {
    expect(healthCard(typed('BC', '9012 372 173'))).toEqual({
      card: { kind: 'BC', number: '9012372173', unverified: false },
    });
    expect(healthCard(typed('BC', '9012 372 174'))).toMatchObject({ doubt: 'check-digit' });
  });

  it('a newborn needs no number, and its mother has one', () => {
    expect(healthCard(typed('newborn'))).toEqual({ card: { kind: 'newborn', mother: '' } });
    expect(healthCard(typed('newborn', '9876543217'))).toEqual({
      card: { kind: 'newborn', mother: '9876543217' },
    });
  });

  it('nobody is turned away without a card, but the reason is asked', () => {
    expect(healthCard(typed('none', '', '', 'uninsured'))).toEqual({
      card: { kind: 'none', reason: 'uninsured' },
    });
    expect(healthCard(typed('none'))).toEqual({ problem: 'reason', field: 'reason' });
  });

  it('whatever is typed, there is a card or a named problem', () => {
    fc.assert(
      fc.property(fc.constantFrom(...cardKinds, 'XX'), fc.string({ unit: 'binary' }), (kind, number) => {
        const result = healthCard(typed(kind, number, '', 'lost'), '2000-02-29');
        expect('card' in result || result.problem.length > 0).toBe(true);
      }),
    );
  });
});
