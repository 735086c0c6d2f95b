import fc from 'fast-check';
import { expect, test } from 'vitest';
import { growth } from '../../../test/support/growth.ts';
import { urgentIn } from './emergency.ts';
import { shippedPhrases } from './emergency-phrases.ts';

const shipped = [...shippedPhrases.en, ...shippedPhrases.fr];
const soundsUrgent = (text: string) => urgentIn(text, shipped).length > 0;
const phrase = fc.constantFrom(...shipped);

test.each([
  'Crushing chest pain since this morning',
  'She is suicidal with a plan',
  'Douleur thoracique depuis une heure',
  'Patient suicidaire, plan précis',
  'Sudden weakness of the left arm',
  'Idées suicidaires depuis hier',
  'She can’t breathe lying down',
  'Douleurs à la poitrine à l’effort',
  'Had an overdose last night',
  'No fever but chest pain',
  'Allergies: no\nChest pain since noon',
  'No known allergies. Chest pain.',
  'Il ne peut pas respirer',
  'Pas de fièvre mais douleur thoracique',
  'suicdal since yesterday',
  'Soupçon d’AVC',
])('"%s" shows the emergency route', text => {
  expect(soundsUrgent(text)).toBe(true);
});

test.each([
  'Depression, several antidepressants tried, no chest pain',
  'Low mood, denies being suicidal',
  'Dépression, pas suicidaire',
  'Knee pain for three weeks',
  'heartstroker club',
  'History of stroke in 2019, now dizzy',
  'Antécédents d’AVC, genou douloureux',
  'Tight chest. Pain in the knee',
  '',
])('"%s" does not', text => {
  expect(soundsUrgent(text)).toBe(false);
});

test('any phrase of the list is found in a sentence, whatever its case and accents', () => {
  fc.assert(
    fc.property(phrase, fc.boolean(), (one, loud) => {
      const bare = one.normalize('NFD').replace(/\p{M}/gu, '');
      expect(urgentIn(`Seen today: ${loud ? one.toUpperCase() : bare}, please advise`, shipped)).toContain(
        one,
      );
    }),
  );
});

test('two letters that changed places in a long word do not hide it', () => {
  fc.assert(
    fc.property(phrase, fc.nat(), (one, nth) => {
      const words = one.split(' ');
      const long = words.findIndex(word => /^[\p{L}]{6,}$/u.test(word));
      fc.pre(long !== -1);
      const word = words[long]!;
      const at = 1 + (nth % (word.length - 2));
      const slip = word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
      // Folded, these two are one letter.
      fc.pre(!/[ao]e/.test(slip));
      expect(urgentIn(words.with(long, slip).join(' '), shipped)).toContain(one);
    }),
  );
});

test('a denial reaches to the end of its clause and no further', () => {
  fc.assert(
    fc.property(phrase, fc.constantFrom('no', 'denies', 'sans', 'pas de'), (one, no) => {
      expect(urgentIn(`${no} ${one}`, [one])).toEqual([]);
      expect(urgentIn(`${no} cough. ${one}`, [one])).toEqual([one]);
      expect(urgentIn(`${no} cough but ${one}`, [one])).toEqual([one]);
    }),
  );
});

test('any text, and any list, gives an answer', () => {
  const any = fc.string({ unit: 'binary', maxLength: 400 });
  fc.assert(
    fc.property(any, fc.array(any, { maxLength: 8 }), (text, list) => {
      for (const found of urgentIn(text, list)) expect(list).toContain(found);
    }),
  );
});

test('a text takes longer by little more than its length', () => {
  expect(growth(size => urgentIn('suicida l'.repeat(size), shipped), 2_000)).toBeLessThan(2.5);
});
