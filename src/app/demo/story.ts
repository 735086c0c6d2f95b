import type { Role } from '../actor.ts';
import type { NewSite } from '../ports/imports.ts';
import type { NewService } from './network.ts';

/** The invented places and people whom a visitor of the demo may be. Everything here is made up. */
export const storySites = [
  {
    ref: 'maple-landing',
    nameEn: 'Maple Landing Family Health Team',
    nameFr: 'Équipe de santé familiale Maple Landing',
    kind: 'practice',
    address: '41 Maple Landing Way',
    city: 'Guelph',
    postalCode: 'N1E 6H5',
    latitude: 43.5553,
    longitude: -80.2309,
    phone: '519-555-0160',
    fax: '519-555-0161',
  },
  {
    ref: 'grand-river',
    nameEn: 'Grand River Mood and Anxiety Clinic',
    nameFr: 'Clinique de l’humeur et de l’anxiété Grand River',
    kind: 'clinic',
    address: '88 Ainslie Mill Road, 2nd floor',
    city: 'Kitchener',
    postalCode: 'N2G 4X6',
    latitude: 43.4503,
    longitude: -80.4892,
    phone: '519-555-0177',
    fax: '519-555-0178',
  },
  {
    ref: 'speed-valley',
    nameEn: 'Speed Valley Counselling Centre',
    nameFr: 'Centre de counselling Speed Valley',
    kind: 'clinic',
    address: '7 Speed Valley Street',
    city: 'Guelph',
    postalCode: 'N1H 3A1',
    latitude: 43.5448,
    longitude: -80.2482,
    phone: '519-555-0184',
    fax: '519-555-0185',
  },
  {
    ref: 'programme',
    nameEn: 'Ontario eServices programme',
    nameFr: 'Programme de services électroniques de l’Ontario',
    kind: 'programme',
    city: 'Toronto',
    phone: '416-555-0100',
  },
] as const satisfies readonly NewSite[];

export interface StoryPerson {
  name: string;
  given: string;
  family: string;
  title?: string;
  email: string;
  language: 'en' | 'fr';
  /** `ref` of a site, or of an advice group. */
  at: string;
  roles: readonly Role[];
  /** What the sign-in page says; whoever has no such line is not offered there. */
  en?: string;
  fr?: string;
  licence?: string;
  /** E-mail of the clinician for whom this delegate acts. */
  actsFor?: string;
}

/** The provincial psychiatry group, as `adviceGroups` names it. */
export const psychiatryGroup = 'group-psychiatry-province-psychiatry';

const dr = (
  given: string,
  family: string,
  rest: Omit<StoryPerson, 'name' | 'given' | 'family' | 'title' | 'email' | 'language'>,
) =>
  ({
    ...{ name: `Dr. ${given} ${family}`, given, family, title: 'Dr.', language: 'en' as const },
    email: `${given}.${family}@demo.example`.toLowerCase().replaceAll(' ', ''),
    ...rest,
  }) satisfies StoryPerson;

/** In the order in which the sign-in page shows them. */
export const storyPeople: readonly StoryPerson[] = [
  dr('Tamsin', 'Okafor-Reid', {
    ...{ at: 'maple-landing', roles: ['clinician', 'lead'], licence: '84210' },
    ...{
      en: 'Family physician: asks, refers, reads answers',
      fr: 'Médecin de famille : demande, aiguille, lit les réponses',
    },
  }),
  {
    ...{ name: 'Priya Vantongeren, RN', given: 'Priya', family: 'Vantongeren', language: 'en' },
    ...{ email: 'priya.vantongeren@demo.example', at: 'maple-landing', roles: ['nurse', 'delegate'] },
    ...{ en: 'Nurse, delegate of Dr. Okafor-Reid', fr: 'Infirmière, déléguée de la Dre Okafor-Reid' },
    actsFor: 'tamsin.okafor-reid@demo.example',
  },
  {
    ...{ name: 'Marc-André Villeneuve', given: 'Marc-André', family: 'Villeneuve', language: 'fr' },
    ...{ email: 'marc-andre.villeneuve@demo.example', at: psychiatryGroup, roles: ['assigner', 'lead'] },
    ...{ en: 'Assigner of the psychiatry advice group', fr: 'Attribue les cas du groupe de psychiatrie' },
  },
  dr('Emeka', 'Strandberg', {
    ...{ at: psychiatryGroup, roles: ['clinician'], licence: '71533' },
    ...{ en: 'Psychiatrist: answers eConsults', fr: 'Psychiatre : répond aux consultations électroniques' },
  }),
  dr('Hélène', 'Quesnel', {
    ...{ at: psychiatryGroup, roles: ['clinician'], licence: '69027' },
    ...{ en: 'Psychiatrist: answers eConsults', fr: 'Psychiatre : répond aux consultations électroniques' },
  }),
  {
    ...{ name: 'Joanne Kettleborough', given: 'Joanne', family: 'Kettleborough', language: 'en' },
    ...{ email: 'joanne.kettleborough@demo.example', at: 'grand-river', roles: ['clerk'] },
    ...{
      en: 'Intake clerk: accepts, books, declines',
      fr: 'Commis à l’accueil : accepte, fixe les rendez-vous, refuse',
    },
  },
  {
    ...{ name: 'Solveig Larocque, NP', given: 'Solveig', family: 'Larocque', language: 'fr' },
    ...{
      email: 'solveig.larocque@demo.example',
      at: 'grand-river',
      roles: ['clinician', 'lead', 'steward'],
      licence: 'NP 20817',
    },
    ...{
      en: 'Nurse practitioner: triage, visits; lead and steward of the site',
      fr: 'Infirmière praticienne : triage, visites; responsable et intendante',
    },
  },
  {
    ...{ name: 'Dimitri Aldous', given: 'Dimitri', family: 'Aldous', language: 'en' },
    ...{ email: 'dimitri.aldous@demo.example', at: 'speed-valley', roles: ['clerk', 'lead'] },
    ...{ en: 'Intake clerk of a second clinic', fr: 'Commis à l’accueil d’une deuxième clinique' },
  },
  {
    ...{ name: 'Oriane Desrosiers', given: 'Oriane', family: 'Desrosiers', language: 'fr' },
    ...{ email: 'oriane.desrosiers@demo.example', at: 'programme', roles: ['steward', 'lead'] },
    ...{
      en: 'Programme steward: sees what is late, never who the patient is',
      fr: 'Intendante du programme : voit les retards, jamais les patients',
    },
  },
  {
    ...{ name: 'Farida Nasrallah', given: 'Farida', family: 'Nasrallah', language: 'en' },
    ...{ email: 'farida.nasrallah@demo.example', at: 'maple-landing', roles: ['privacy-officer'] },
    ...{ en: 'Privacy officer of the practice', fr: 'Responsable de la vie privée du cabinet' },
  },
];

/** How the groups of the demo give out their questions, and which part of psychiatry one of its two answers. */
export const adviceSettings = {
  weeklyCap: 8,
  escalation: 'eConsult desk of the province, 613-555-0140',
  subSpecialties: [
    { name: 'Mood (humeur)', words: ['depression', 'dépression', 'bipolar', 'bipolaire', 'mood', 'humeur'] },
  ],
  answeredBy: 'emeka.strandberg@demo.example',
};

/** A service of the story, at the site of that `ref`. */
export type StoryService = Omit<NewService, 'site'> & { at: string };

const adult = { minAge: 18, maxAge: null, urgent: false, promiseDays: null, accepting: true } as const;

/** What the invented clinics of the story offer. */
export const storyServices: readonly StoryService[] = [
  {
    ...adult,
    at: 'grand-river',
    kind: 'referral',
    category: 'psychotherapy',
    nameEn: 'Virtual group counselling: depression and COVID-19',
    nameFr: 'Counselling de groupe virtuel : dépression et COVID-19',
    descriptionEn:
      'Eight weekly video sessions for adults whose depression began or got worse with COVID-19: mood, motivation, energy, sleep, eating and self-image. Medication continues with the family physician. Open to all of Ontario.',
    descriptionFr:
      'Huit séances vidéo hebdomadaires pour adultes dont la dépression a commencé ou empiré avec la COVID-19 : humeur, motivation, énergie, sommeil, alimentation et image de soi. Le médecin de famille poursuit les médicaments. Ouvert à tout l’Ontario.',
    languages: ['en', 'fr'],
    modes: ['virtual'],
    usual: [17, 38, 61],
    labels: ['initial-visit', 'follow-up'],
    medium: 'video',
    form: 'mental-health-referral',
  },
  {
    ...adult,
    at: 'grand-river',
    kind: 'referral',
    category: 'mood',
    nameEn: 'Depression assessment',
    nameFr: 'Évaluation de la dépression',
    descriptionEn: 'Assessment by a nurse practitioner and psychiatrist after one failed medication.',
    descriptionFr:
      'Évaluation par une infirmière praticienne et un psychiatre après l’échec d’un médicament.',
    languages: ['en', 'fr', 'pt'],
    modes: ['in-person', 'virtual'],
    usual: [21, 49, 84],
    labels: ['initial-visit', 'follow-up'],
    medium: 'in-person',
    form: 'mental-health-referral',
  },
  {
    ...adult,
    at: 'speed-valley',
    kind: 'referral',
    category: 'psychotherapy',
    nameEn: 'Group therapy for depression, evenings',
    nameFr: 'Thérapie de groupe pour la dépression, en soirée',
    descriptionEn: 'Ten evening sessions in Guelph for adults with depression who work by day.',
    descriptionFr: 'Dix séances en soirée à Guelph pour adultes déprimés qui travaillent le jour.',
    languages: ['en'],
    modes: ['in-person'],
    usual: [30, 66, 48],
    labels: ['initial-visit', 'follow-up'],
    medium: 'in-person',
    form: 'mental-health-referral',
  },
];
