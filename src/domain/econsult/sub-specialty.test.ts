import { expect, it } from 'vitest';
import { subSpecialtyOf } from './sub-specialty.ts';

const list = [
  { name: 'Epilepsy', words: ['seizure', 'crise épileptique'] },
  { name: 'Headache', words: ['migraine', 'céphalée'] },
];

it.each([
  ['New seizures since March', 'Epilepsy'],
  ['Céphalées matinales, migraine connue', 'Headache'],
  ['Deux crises épileptiques', undefined],
  ['Une crise epileptique', 'Epilepsy'],
  ['Migraine or seizure?', undefined],
  ['Tremor at rest', undefined],
  ['Headache, migraine, one seizure', 'Headache'],
])('"%s" is about %s', (text, name) => expect(subSpecialtyOf(text, list)).toBe(name));

it('a group without sub-specialties has none for a question', () => {
  expect(subSpecialtyOf('New seizures', [])).toBeUndefined();
});
