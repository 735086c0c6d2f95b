import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fingerprint } from './overlap.ts';

const secret = 'a secret of at least thirty-two characters';
const ontario = (number: string, version = '') =>
  ({ kind: 'ON', number, version, unverified: false }) as const;

test('the same number is the same person, whatever its spaces and version', () => {
  const one = fingerprint(secret, ontario('9876543217', 'KT'));
  expect(one).toHaveLength(32);
  expect(fingerprint(secret, ontario('9876 543-217'))).toEqual(one);
});

test('another plan, number or key is somebody else', () => {
  const one = fingerprint(secret, ontario('9876543217'));
  const others = [
    fingerprint(secret, { kind: 'BC', number: '9876543217', unverified: false }),
    fingerprint(secret, ontario('9876543218')),
    fingerprint(`${secret}!`, ontario('9876543217')),
  ];
  for (const other of others) expect(other).not.toEqual(one);
});

test('without a number that adds up there is nothing to compare', () => {
  expect(fingerprint(secret, { kind: 'none', reason: 'lost' })).toBeNull();
  expect(fingerprint(secret, { kind: 'newborn', mother: '9876543217' })).toBeNull();
  expect(fingerprint(secret, { ...ontario('1547896351'), unverified: true })).toBeNull();
  expect(fingerprint(secret, ontario(' - '))).toBeNull();
});

test('no two numbers are one', () => {
  const number = fc.stringMatching(/^\d{10}$/);
  fc.assert(
    fc.property(number, number, (a, b) => {
      fc.pre(a !== b);
      expect(fingerprint(secret, ontario(a))).not.toEqual(fingerprint(secret, ontario(b)));
    }),
  );
});
