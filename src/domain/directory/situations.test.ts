import { describe, expect, it } from 'vitest';
import { onlyFor } from './situations.ts';
import { conceptsOf, indexSynonyms } from './synonyms.ts';
import { isVague } from './vague.ts';
import { stems } from './words.ts';

const synonyms = indexSynonyms([
  { english: ['postpartum'], french: ['post-partum'], also: 'perinatal périnatale' },
  { english: ['first nations'], french: [], also: 'indigenous autochtone' },
]);
const asked = (text: string) => conceptsOf(text, synonyms);
const entry = (name: string, terms = '') => ({ name: new Set(stems(name)), terms: new Set(stems(terms)) });
const perinatal = entry('Perinatal mood Humeur périnatale', 'Mood and depression');

describe('a service for people in one situation', () => {
  it.each([
    ['low mood and anxiety, 46 year old', 'pregnancy'],
    ['perinatal mood', null],
    ['anxious at 20 weeks, pregnant', null],
    ['postpartum, low mood', null],
    ['humeur basse depuis la naissance de son bébé', null],
    ['enceinte et anxieuse', null],
  ])('"Perinatal mood" for "%s": only for %s', (text, situation) => {
    expect(onlyFor(perinatal, asked(text))).toBe(situation);
  });

  it.each([
    ['Newcomer health clinic', 'my 14 year old refuses school', 'newcomer'],
    ['Newcomer health clinic', 'refugee from Sudan, health check', null],
    ['Indigenous wellness Mieux-être autochtone', 'stress at work', 'indigenous'],
    ['Indigenous wellness', 'first nations elder, diabetes', null],
    ['Palliative care at home', 'knee pain', 'end-of-life'],
    ['Palliative care at home', 'metastatic lung cancer, nausea', null],
    ['Talk4Healing helpline for Indigenous women, femmes autochtones', 'grossesse', 'indigenous'],
    ['General neurology', 'headache', null],
  ])('"%s" for "%s": %s', (name, text, situation) => {
    expect(onlyFor(entry(name), asked(text))).toBe(situation);
  });

  it('is for those after COVID-19 alone when its category says so too', () => {
    const clinic = entry('Long COVID clinic', 'Post-COVID-19 condition');
    const group = entry(
      'Virtual group counselling: depression and COVID-19',
      'Counselling and psychotherapy',
    );
    expect(onlyFor(clinic, asked('fatigue and brain fog'))).toBe('covid');
    expect(onlyFor(clinic, asked('fatigue since coronavirus'))).toBeNull();
    expect(onlyFor(group, asked('virtual group for depression'))).toBeNull();
  });
});

describe('a text of which only a degree is understood', () => {
  const typed = asked('erectile dysfunction and low testosterone');
  it('is vague; one with anything else is not, nor is one that is understood whole', () => {
    expect(isVague(typed, asked('low'))).toBe(true);
    expect(isVague(typed, asked('low testosterone'))).toBe(false);
    expect(isVague(asked('chronic'), asked('chronic'))).toBe(false);
    expect(isVague(typed, [])).toBe(true);
  });
});
