import { expect, test } from 'vitest';
import { soundsUrgent } from './emergency.ts';

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
  '',
])('"%s" does not', text => {
  expect(soundsUrgent(text)).toBe(false);
});
