import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mostRead, mostSaid, readIn } from './reading.ts';
import { conceptsOf, indexSynonyms, type Synonyms } from './synonyms.ts';

const synonyms: Synonyms[] = [
  { english: ['physiotherapy', 'PT'], french: ['physiothérapie'], also: '' },
  { english: ['heart failure', 'CHF'], french: ['insuffisance cardiaque'], also: 'cardiology' },
];
const read = (text: string, weigh = (_: string, n: number) => -n, spoken: readonly string[] = []) => {
  const concepts = conceptsOf(text, indexSynonyms(synonyms));
  const weights = concepts.map(({ typed }, n) => weigh(typed, n));
  return mostSaid(readIn(text, { concepts }, synonyms), weights, new Set(spoken));
};

test('an abbreviation is shown with what it stands for, in both languages', () => {
  expect(read('Needs PT')).toEqual([
    { key: 'pt', said: 'PT', means: { en: 'physiotherapy', fr: 'physiothérapie' }, mended: null },
  ]);
});

test('a term of several words is one thing, as typed', () => {
  expect(read('Insuffisance cardiaque, genou').map(one => one.said)).toEqual([
    'Insuffisance cardiaque',
    'genou',
  ]);
});

test('accents stay as typed', () => {
  expect(read('Dépression légère').map(one => one.said)).toEqual(['Dépression', 'légère']);
});

test('what French elides before a word is not part of it', () => {
  expect(read("manque d'énergie, l’asthme").map(one => one.said)).toEqual(['manque', 'énergie', 'asthme']);
});

test('a word nobody knows is shown with the beginning of the one looked for instead', () => {
  const concepts = [{ typed: 'psichiatr', stems: ['psichiatr', 'psychiatr'] }];
  expect(readIn('psichiatry', { concepts }, synonyms)).toEqual([
    { key: 'psichiatr', said: 'psichiatry', means: null, mended: 'psychiatr' },
  ]);
});

test('another form of the word as typed is no mending', () => {
  const concepts = [{ typed: 'asses', stems: ['asses', 'assess'] }];
  expect(readIn('Assess', { concepts }, synonyms)[0]).toMatchObject({ mended: null });
});

test('of many words those that say most are shown, in the order typed', () => {
  const words = 'alpha bravo charlie delta foxtrot golf hotel india juliet kilo';
  const shown = read(words, (_, n) => n).map(one => one.said);
  expect(shown).toEqual(words.split(' ').slice(-mostRead));
});

test('what the results speak of is shown before a rare word that none of them says', () => {
  const words = 'alpha bravo charlie delta foxtrot golf hotel india juliet kilo';
  const shown = read(words, (_, n) => n, ['alpha']).map(one => one.said);
  expect(shown).toEqual(['alpha', ...words.split(' ').slice(1 - mostRead)]);
});

test('whatever is typed, each thing is shown once and says something', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), text => {
      const shown = read(text);
      expect(new Set(shown.map(one => one.key)).size).toBe(shown.length);
      expect(shown.every(one => one.said !== '')).toBe(true);
    }),
  );
});
