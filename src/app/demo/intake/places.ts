import type { NewSite } from '../../ports/imports.ts';
import type { StoryPerson, StoryService } from '../story.ts';

/** A central intake in the middle of its week, the clinic it sends on to, and a practice that asks. All of it is invented. */
export const intakeSites = [
  {
    ref: 'elora-mill',
    nameEn: 'Elora Mill Medical Group',
    nameFr: 'Groupe médical Elora Mill',
    kind: 'practice',
    address: '12 Mill Race Lane',
    city: 'Elora',
    postalCode: 'N0B 1S0',
    latitude: 43.6834,
    longitude: -80.4312,
    phone: '519-555-0121',
    fax: '519-555-0122',
  },
  {
    ref: 'conestoga-intake',
    nameEn: 'Conestoga Valley Back and Joint Intake',
    nameFr: 'Accueil central du dos et des articulations Conestoga Valley',
    kind: 'central-intake',
    address: '300 Speedsville Court, unit 4',
    city: 'Cambridge',
    postalCode: 'N3H 4R8',
    latitude: 43.4012,
    longitude: -80.3689,
    phone: '519-555-0131',
    fax: '519-555-0132',
  },
  {
    ref: 'hespeler-clinic',
    nameEn: 'Hespeler Spine and Joint Clinic',
    nameFr: 'Clinique du dos et des articulations Hespeler',
    kind: 'clinic',
    address: '51 Forbes Mill Street',
    city: 'Cambridge',
    postalCode: 'N3C 2V6',
    latitude: 43.4331,
    longitude: -80.3087,
    phone: '519-555-0135',
    fax: '519-555-0136',
  },
] as const satisfies readonly NewSite[];

/** Who plays in the cases of the intake. Those with a job title may be chosen on the sign-in page. */
export const intakePeople: readonly StoryPerson[] = [
  {
    ...{ name: 'Beatriz Falconer', given: 'Beatriz', family: 'Falconer', language: 'en' },
    ...{ email: 'beatriz.falconer@demo.example', at: 'conestoga-intake', roles: ['clerk'] },
    ...{
      en: 'Clerk of a central intake in mid-week: full worklist and calendar',
      fr: 'Commis d’un accueil central en pleine semaine : liste et calendrier remplis',
    },
  },
  {
    ...{ name: 'Ngozi Adeyemi-Clark, PT', given: 'Ngozi', family: 'Adeyemi-Clark', language: 'en' },
    ...{
      email: 'ngozi.adeyemi-clark@demo.example',
      at: 'conestoga-intake',
      roles: ['clinician', 'lead', 'steward'],
      licence: 'PT 14472',
    },
    ...{
      en: 'Physiotherapist of the central intake: assesses, forwards; its lead',
      fr: 'Physiothérapeute de l’accueil central : évalue, transmet; responsable',
    },
  },
  {
    ...{ name: 'Dr. Fergus Whitelaw', given: 'Fergus', family: 'Whitelaw', title: 'Dr.', language: 'en' },
    ...{ email: 'fergus.whitelaw@demo.example', at: 'elora-mill', roles: ['clinician'], licence: '88120' },
    ...{
      en: 'Family physician whose patients are at that intake: follows, reads notes',
      fr: 'Médecin de famille des patients de cet accueil : suit, lit les notes',
    },
  },
  {
    ...{ name: 'Loretta Vasquez', given: 'Loretta', family: 'Vasquez', language: 'en' },
    ...{ email: 'loretta.vasquez@demo.example', at: 'hespeler-clinic', roles: ['clerk', 'lead'] },
    ...{
      en: 'Clerk of the clinic to which that intake sends on',
      fr: 'Commis de la clinique à laquelle cet accueil transmet',
    },
  },
];

const adult = { at: 'hespeler-clinic', kind: 'referral', minAge: 18, maxAge: null, urgent: false } as const;
const open = { accepting: true, promiseDays: null, form: null, medium: 'in-person' } as const;

/** Both go through the intake. Their names are those under which hospitals of the demo offer the same. */
export const intakeServices: readonly StoryService[] = [
  {
    ...{ ...adult, ...open, category: 'orthopedics' },
    ...{ nameEn: 'Hip and knee replacement', nameFr: 'Prothèse de hanche et de genou' },
    descriptionEn: 'Assessment before surgery, through the central intake of the region.',
    descriptionFr: 'Évaluation avant l’opération, par l’accueil central de la région.',
    ...{ languages: ['en', 'fr'], modes: ['in-person'], usual: [46, 88, 71] },
    labels: ['initial-visit', 'follow-up'],
  },
  {
    ...{ ...adult, ...open, category: 'msk' },
    ...{ nameEn: 'Low back pain rapid assessment', nameFr: 'Évaluation rapide de la lombalgie' },
    descriptionEn: 'An advanced practice physiotherapist of the central intake sees low back pain first.',
    descriptionFr: 'Une physiothérapeute en pratique avancée de l’accueil central voit d’abord la lombalgie.',
    ...{ languages: ['en', 'fr'], modes: ['in-person', 'virtual'], usual: [14, 27, 118] },
    labels: ['initial-visit', 'follow-up'],
  },
];
