import { expect, it } from 'vitest';
import { isMistyped } from './slips.ts';

it.each([
  ['psichiatr', 'psychiatr'],
  ['rhumatolog', 'rheumatolog'],
  ['dermatolgo', 'dermatolog'],
  ['aneamia', 'anaemia'],
  ['addicton', 'addict'],
])('%s is %s mistyped', (typed, meant) => {
  expect(isMistyped(typed, meant)).toBe(true);
});

it.each([
  ['aura', 'aurora'],
  ['colour', 'cour'],
  ['genou', 'genre'],
])('%s is a word of its own beside %s', (typed, meant) => {
  expect(isMistyped(typed, meant)).toBe(false);
});
