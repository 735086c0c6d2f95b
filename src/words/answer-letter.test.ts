import { expect, it } from 'vitest';
import { answerKinds } from '../domain/econsult/econsult.ts';
import { languages } from './lang.ts';
import { words } from './words.ts';

const facts = {
  patient: 'Arden',
  specialist: 'Dr. Achebe',
  title: 'A rash',
  day: 'May 2',
  doctor: 'Dr. Roy',
};
const letter = { ...facts, tasks: [], worry: '', advice: '' };

it('a patient whose specialist asks for a visit is not told that none is needed', () => {
  const { en, fr } = words;
  expect(en.answerLetter.draft({ ...letter, kind: 'advice' })).toContain('You do not need to see');
  expect(fr.answerLetter.draft({ ...letter, kind: 'advice' })).toContain('Vous n’avez pas à voir');
  for (const kind of ['please-refer', 'consult-report'] as const) {
    expect(en.answerLetter.draft({ ...letter, kind })).not.toMatch(/do not need|no need/);
    expect(fr.answerLetter.draft({ ...letter, kind })).not.toMatch(/n’avez pas|inutile/);
  }
  expect(en.answerLetter.draft({ ...letter, kind: 'please-refer' })).toContain('suggests a visit in person');
});

it('the specialist’s own words are marked as to be said anew, in either language', () => {
  for (const lang of languages)
    for (const kind of answerKinds) {
      const { draft, toEdit } = words[lang].answerLetter;
      expect(draft({ ...letter, kind, advice: 'Titrate.' })).toContain(`${toEdit}\nTitrate.]`);
      expect(draft({ ...letter, kind })).not.toContain(toEdit);
    }
});
