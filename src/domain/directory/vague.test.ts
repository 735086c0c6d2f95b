import { expect, it } from 'vitest';
import { conceptsOf, indexSynonyms, type Synonyms } from './synonyms.ts';
import { withoutDone, withoutFillers } from './vague.ts';

const synonyms: Synonyms[] = [
  { english: ['first episode psychosis'], french: ['premier épisode psychotique'], also: '' },
];
const about = (text: string, problem = false) =>
  withoutFillers(conceptsOf(text, indexSynonyms(synonyms)), problem).map(({ typed }) => typed);

it('a sentence is not about its numbers, nor about what was normal', () => {
  expect(about('First seizure, normal scan, one fall, neurology?')).toEqual([
    'seizur',
    'scan',
    'fall',
    'neurolog',
  ]);
  expect(about('Deux chutes, premier malaise, examen normal')).not.toContain('deux');
});

it('a name keeps its number, and so does a term that is known', () => {
  expect(about('First Light Clinic')).toContain('first');
  expect(about('first episode psychosis, voices, not sleeping, poor appetite')[0]).toContain('first');
});

it('a problem of two words is not a name', () => {
  expect(about('First seizure', true)).toEqual(['seizur']);
});

it('of a sentence of nothing else everything is kept', () => {
  expect(about('one two three four').length).toBeGreaterThan(0);
});

it('a test that found nothing is not asked for, and one that found something stays', () => {
  expect(withoutDone('First seizure, normal CT, ECG normal')).toBe('First seizure,  ,  ');
  expect(withoutDone('Première crise d’épilepsie, scan normal')).toBe('Première crise d’épilepsie,  ');
  const asked = ['Abnormal CT of the chest', 'Needs an MRI', 'écho anormale'];
  expect(asked.map(withoutDone)).toEqual(asked);
});
