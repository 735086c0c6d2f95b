import type { Lang } from '../../../src/words/lang.ts';

/** Whom the sign-in page of a demo offers, by what they do in the story. */
export const cast = {
  physician: 'Dr. Tamsin Okafor-Reid',
  delegate: 'Priya Vantongeren, RN',
  assigner: 'Marc-André Villeneuve',
  specialist: 'Dr. Emeka Strandberg',
  secondSpecialist: 'Dr. Hélène Quesnel',
  clerk: 'Joanne Kettleborough',
  nurse: 'Solveig Larocque',
  otherClerk: 'Dimitri Aldous',
  steward: 'Oriane Desrosiers',
} as const;

/** What people type. Words of the story, so that no page may hold them but those who may read them. */
const english = {
  given: 'Adaeze',
  family: 'Winterbourne',
  title: 'Depression, several antidepressants tried',
  question:
    'Depression, several antidepressants tried, still avolition, low energy, excessive sleepiness, low self-image, craving for sweets. Which change of medication?',
  gate: 'Asked today: no plan, no means. Safety plan made with her husband; 988 given.',
  backAsked: 'Was she screened for sleep apnea?',
  supplied: 'STOP-Bang 2 of 8; her husband hears no pauses.',
  answer: 'Atypical features. Bupropion in the morning, and light; the sleepiness should lift first.',
  tasks: ['Start bupropion XL 150 mg in the morning', 'Repeat PHQ-9 after six weeks'],
  reference: 'CANMAT 2023, section 3',
  worse: 'Worse since COVID-19 in the family: alone at home, no drive, eats sweets all day.',
  triage: 'Group fits; start with the spring series.',
  comment: 'Please keep the medication as it is.',
  bring: 'A quiet room and headphones.',
  note: 'Eight sessions attended. PHQ-9 from 19 to 9. Discharged with a relapse plan.',
  second: 'Depression, works by day, asks for an evening group',
  full: 'Full until spring.',
  third: 'Depression after one medication, please assess',
  search: 'depression after COVID, in a group',
  group: 'Virtual group counselling: depression and COVID-19',
  assessment: 'Depression assessment',
  suggested: 'Group therapy for depression, evenings',
};

const french: typeof english = {
  given: 'Adélaïde',
  family: 'Beauchemin',
  title: 'Dépression, plusieurs antidépresseurs essayés',
  question:
    'Dépression, plusieurs antidépresseurs essayés, encore avolition, peu d’énergie, somnolence excessive, faible image de soi, envie de sucre. Quel changement de médicament?',
  gate: 'Demandé aujourd’hui : ni plan ni moyens. Plan de sécurité fait avec son mari; le 988 lui a été donné.',
  backAsked: 'A-t-on dépisté l’apnée du sommeil?',
  supplied: 'STOP-Bang 2 sur 8; son mari n’entend pas de pauses.',
  answer: 'Traits atypiques. Bupropion le matin, et de la lumière; la somnolence devrait céder la première.',
  tasks: ['Commencer le bupropion XL 150 mg le matin', 'Refaire le PHQ-9 après six semaines'],
  reference: 'CANMAT 2023, section 3',
  worse: 'Pire depuis la COVID-19 dans la famille : seule à la maison, sans élan, mange des sucreries.',
  triage: 'Le groupe convient; commencer avec la série du printemps.',
  comment: 'Gardez les médicaments tels quels, s’il vous plaît.',
  bring: 'Une pièce calme et des écouteurs.',
  note: 'Huit séances suivies. PHQ-9 de 19 à 9. Congé avec un plan de rechute.',
  second: 'Dépression, travaille le jour, demande un groupe du soir',
  full: 'Complet jusqu’au printemps.',
  third: 'Dépression après un médicament, à évaluer s’il vous plaît',
  search: 'dépression après la COVID, en groupe',
  group: 'Counselling de groupe virtuel : dépression et COVID-19',
  assessment: 'Évaluation de la dépression',
  suggested: 'Thérapie de groupe pour la dépression, en soirée',
};

/** What the people of the story type, in their language. */
export const scripts: Record<Lang, typeof english> = { en: english, fr: french };
export type Script = typeof english;

/** The birth date the patient types to open the page. */
export const birthDate = '1979-04-23';
/** Where the patient's messages go. */
export const patientMail = 'patient.of.the.story@example.org';
