import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeReferenceNumber, parseReferenceNumber } from './reference-number.ts';

const bytes = fc.uint8Array({ minLength: 5, maxLength: 16 });
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

describe('a reference number', () => {
  it('is written ES-XXXX-XXXX-C', () => {
    expect(makeReferenceNumber(new Uint8Array(5))).toBe('ES-0000-0000-0');
    fc.assert(
      fc.property(bytes, random => {
        expect(makeReferenceNumber(random)).toMatch(
          /^ES-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]$/,
        );
      }),
    );
  });

  it('is understood in lower case, without dashes or prefix, with spaces, and with I, L and O', () => {
    fc.assert(
      fc.property(bytes, random => {
        const number = makeReferenceNumber(random);
        expect(parseReferenceNumber(number)).toBe(number);
        expect(parseReferenceNumber(` ${number.toLowerCase()} `)).toBe(number);
        expect(parseReferenceNumber(number.replaceAll('-', ' '))).toBe(number);
        expect(parseReferenceNumber(number.slice(3).replaceAll('-', ''))).toBe(number);
        const misread = number.slice(3).replaceAll('1', 'l').replaceAll('0', 'O');
        expect(parseReferenceNumber(`ES-${misread}`)).toBe(number);
      }),
    );
  });

  it('is refused when one character was typed wrong', () => {
    fc.assert(
      fc.property(bytes, fc.nat(8), fc.nat(31), (random, place, digit) => {
        const plain = makeReferenceNumber(random).slice(3).replaceAll('-', '');
        fc.pre(plain[place] !== digits[digit]);
        expect(
          parseReferenceNumber(plain.slice(0, place) + digits[digit] + plain.slice(place + 1)),
        ).toBeNull();
      }),
    );
  });

  it('is refused when it is empty, too long, or holds a U', () => {
    for (const typed of ['', 'ES', 'ES-0000-0000', 'ES-0000-0000-00', 'ES-0000-000U-0', 'hello'])
      expect(parseReferenceNumber(typed)).toBeNull();
  });

  it('needs 5 random bytes', () => {
    expect(() => makeReferenceNumber(new Uint8Array(4))).toThrow(RangeError);
  });
});
