import fc from 'fast-check';
import { expect, test } from 'vitest';
import { repair } from './repair.ts';

const list = new Map([
  ['h\uFFFDpital', 'hôpital'],
  ['\uFFFDquipe', 'équipe'],
  ['soutien \uFFFD domicile', 'soutien à domicile'],
]);

test.each([
  ['H\uFFFDPITAL MONTFORT', 'HÔPITAL MONTFORT'],
  ['H\uFFFDpital Montfort', 'Hôpital Montfort'],
  ['h\uFFFDpital', 'hôpital'],
  ['\uFFFDQUIPE DE TIMMINS', 'ÉQUIPE DE TIMMINS'],
  ['SOUTIEN \uFFFD DOMICILE', 'SOUTIEN À DOMICILE'],
  ['Peoplecare \uFFFD Stratford', 'Peoplecare – Stratford'],
  ['Children\uFFFDs Centre', 'Children’s Centre'],
])('%s is %s again', (broken, whole) => {
  expect(repair(broken, list)).toEqual({ text: whole, unknown: [] });
});

test('a word that nobody listed stays as it is and is named', () => {
  expect(repair('Clinique B\uFFFDrub\uFFFD', list)).toEqual({
    text: 'Clinique B\uFFFDrub\uFFFD',
    unknown: ['B\uFFFDrub\uFFFD'],
  });
});

test('a text without a hole is not touched, and every hole is mended or named', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'hpital s\uFFFD-'.split('')) }), text => {
      const { text: mended, unknown } = repair(text, list);
      if (!text.includes('\uFFFD')) expect(mended).toBe(text);
      expect(mended.includes('\uFFFD')).toBe(unknown.length > 0);
    }),
  );
});
