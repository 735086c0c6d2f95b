import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { fold, plainWords, stem, stems } from './words.ts';

describe('words that mean the same meet', () => {
  test.each([
    ['depression', 'dépressif'],
    ['depressed', 'dépression'],
    ['physiotherapist', 'Physiothérapie'],
    ['psychiatry', 'psychiatre'],
    ['psychiatrist', 'psychiatrique'],
    ['cardiologie', 'cardiology'],
    ['anaemia', 'anemia'],
    ['œdème', 'oedeme'],
    ['hospitals', 'hospital'],
    ['kidneys', 'kidney'],
  ])('%s and %s', (one, other) => {
    expect(stem(fold(one))).toBe(stem(fold(other)));
  });
});

test('elided articles, possessives, digits and words that say nothing are left out', () => {
  expect(plainWords("l'hôpital d’Ottawa et the children's 12 COVID-19 with me")).toEqual([
    ...['hopital', 'ottawa', 'children', 'covid'],
  ]);
  expect(plainWords('%%% ___ &|!():* " \' --')).toEqual([]);
});

describe('folding', () => {
  it('is done once: again it changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => void expect(fold(fold(text))).toBe(fold(text))),
    );
  });

  it('does not care how an accent is encoded', () => {
    const accented = fc.string({ unit: fc.constantFrom(...'éèêàçüÔÎœaz '.split('')) });
    fc.assert(
      fc.property(
        accented,
        text => void expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC'))),
      ),
    );
  });
});

describe('a stem', () => {
  it('keeps four letters, never grows, and is found however the word is written', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{5,15}$/), text => {
        expect(stem(text).length).toBeGreaterThanOrEqual(4);
        expect(text.startsWith(stem(text))).toBe(true);
        expect(stems(text.toUpperCase())).toEqual(stems(text));
      }),
    );
  });
});
