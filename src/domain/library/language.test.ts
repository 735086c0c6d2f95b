import { expect, it } from 'vitest';
import { languageOf } from './language.ts';

it.each([
  ['Start oral iron and check the ferritin in 8 weeks.', 'en'],
  ['Débuter le fer par la bouche et revoir la ferritine dans 8 semaines.', 'fr'],
  ['Commencer le fer. Ferritine dans 8 semaines pour la suite.', 'fr'],
] as const)('an answer is in the language it is written in, whatever the page: %s', (text, language) => {
  expect(languageOf(text, language === 'en' ? 'fr' : 'en')).toBe(language);
});

it('where nothing tells, it is that of the page', () => {
  expect(languageOf('Metformin 500 mg', 'fr')).toBe('fr');
});
