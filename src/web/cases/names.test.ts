import { expect, it } from 'vitest';
import { words } from '../../words/words.ts';
import { serviceAtSite } from './names.ts';

const cardiology = { key: 'k', en: 'General cardiology', fr: 'Cardiologie générale' };
const sites = [
  { en: 'Cedar Valley', fr: 'Vallée des Cèdres' },
  { en: 'General cardiology', fr: 'Cardiologie générale' },
];
const naming = {
  ui: { lang: 'fr', words: words.fr } as never,
  names: {
    sites: {},
    members: {},
    services: {
      1: { ...cardiology, site: sites[0]! },
      2: { ...cardiology, site: sites[1]! },
      3: { key: 'e', en: 'Echocardiography', fr: 'Échocardiographie', site: sites[0]! },
    },
  },
};

it('a service goes by its name alone, and with its site where the story speaks of another of that name', () => {
  const named = [1, 2, 3, 4].map(service => serviceAtSite(naming, service));
  expect(named).toEqual([
    'Cardiologie générale (Vallée des Cèdres)',
    'Cardiologie générale',
    'Échocardiographie',
    undefined,
  ]);
});
