import { expect, it } from 'vitest';
import { words } from '../../words/words.ts';
import { filledIn, leftIn, placeholders } from './placeholders.ts';

const names = [words.en.standardAnswers.placeholders, words.fr.standardAnswers.placeholders];

it('a text says of the case what its writer left open, in the names of either language', () => {
  const values = { patient: 'Rosalind Achterberg', birthDate: 'Mar 11, 1980', today: 'Nov 23, 2026' };
  expect(filledIn("Re: {patient}, { Birth date }. {aujourd'hui}", values, names)).toBe(
    'Re: Rosalind Achterberg, Mar 11, 1980. Nov 23, 2026',
  );
});

it('what the case does not know stays, and is told to the writer once; other braces are the writer’s own', () => {
  const text = filledIn('{visit} {visit} {dose} {rendez-vous}', { visit: '' }, names);
  expect(text).toBe('{visit} {visit} {dose} {rendez-vous}');
  expect(leftIn(text, names)).toEqual(['{visit}', '{rendez-vous}']);
});

it('a name in braces that comes with the case is not filled in again', () => {
  expect(filledIn('{question}', { question: 'Iron? {patient}', patient: 'X' }, names)).toBe(
    'Iron? {patient}',
  );
});

it('no two placeholders have one name', () => {
  for (const of of names) expect(new Set(Object.values(of)).size).toBe(placeholders.length);
});
