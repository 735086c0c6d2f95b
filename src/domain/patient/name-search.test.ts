import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asksNothing, patientQuery, searchWords } from './name-search.ts';

describe('a search of patients', () => {
  it('reads names, a birth date and a spaced card number in any order', () => {
    expect(patientQuery('achterberg 1980-03-11')).toEqual({
      words: ['achterberg'],
      cardNumber: '',
      birthDate: '1980-03-11',
    });
    expect(patientQuery('9876 543 217 KT')).toEqual({ words: [], cardNumber: '9876543217' });
    expect(patientQuery('TREM 8053 1101').cardNumber).toBe('80531101');
    expect(patientQuery('ZOË Saint-Jean').words).toEqual(['zoe', 'saintjean']);
  });

  it('of wildcards, signs or nothing asks nothing', () => {
    for (const typed of ['', ' ', '%', '*%_*', "' or 1=1 --".replace(/[a-z0-9]/g, '')]) {
      expect(asksNothing(patientQuery(typed))).toBe(true);
    }
  });

  it('finds a name by every word, typed with its accents or without', () => {
    expect(searchWords(["O'Neill", 'Zoë Saint-Jean'])).toEqual([
      'oneill',
      'zoe',
      'saintjean',
      'o',
      'neill',
      'saint',
      'jean',
    ]);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), name => {
        const indexed = searchWords([name]);
        const asked = patientQuery(name.normalize('NFD')).words;
        if (!/\d/.test(name.normalize('NFKC'))) {
          expect(asked.every(word => indexed.some(one => one.startsWith(word)))).toBe(true);
        }
      }),
    );
  });

  it('of 5,000 characters is cut', () => {
    expect(patientQuery('a '.repeat(2500)).words.length).toBeLessThanOrEqual(100);
  });
});
