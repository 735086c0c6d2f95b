import type { Tx } from '../ports/database.ts';
import { key } from '../ports/ids.ts';
import type { ScheduleDetails, TypeDetails } from '../ports/schedules.ts';

type Session = { weekdays: readonly number[]; opens: number; closes: number; urgent?: number };
interface DemoSchedule {
  /** E-mail of the clinician. */
  of: string | null;
  /** English name of the service that it is for. */
  service: string;
  details: Omit<ScheduleDetails, 'member' | 'services'>;
  types: readonly { type: TypeDetails; sessions: readonly Session[] }[];
}

const hour = 60;
const prepared = {
  en: 'Bring your health card and a list of your medicines. You may bring somebody with you.',
  fr: 'Apportez votre carte Santé et la liste de vos médicaments. Vous pouvez venir avec quelqu’un.',
};
const online = {
  en: 'Choose a quiet place, and have your health card at hand.',
  fr: 'Choisissez un endroit calme et gardez votre carte Santé à portée de main.',
};

/** When the clinic of the story sees patients. */
const demoSchedules: readonly DemoSchedule[] = [
  {
    ...{ of: 'solveig.larocque@demo.example', service: 'Depression assessment' },
    details: {
      ...{ name: { en: 'Assessments, Solveig Larocque', fr: 'Évaluations, Solveig Larocque' } },
      ...{ place: 'Room 4, 2nd floor', keepsHolidays: true, patientsChoose: true, offerMinutes: 120 },
    },
    types: [
      {
        type: {
          ...{ name: { en: 'First assessment', fr: 'Première évaluation' }, label: 'initial-visit' },
          ...{ minutes: 50, buffer: 10, medium: 'in-person', link: '', instructions: prepared },
          form: 'before-a-visit',
        },
        sessions: [
          { weekdays: [1, 3, 4], opens: 9 * hour, closes: 12 * hour, urgent: 1 },
          { weekdays: [2], opens: 13 * hour, closes: 16 * hour, urgent: 1 },
        ],
      },
      {
        type: {
          ...{ name: { en: 'Follow-up by phone', fr: 'Suivi par téléphone' }, label: 'follow-up' },
          ...{ minutes: 20, buffer: 0, medium: 'phone', link: '', instructions: online, form: '' },
        },
        sessions: [{ weekdays: [1, 3], opens: 13 * hour, closes: 15 * hour }],
      },
    ],
  },
  {
    ...{ of: null, service: 'Virtual group counselling: depression and COVID-19' },
    details: {
      ...{ name: { en: 'Group counselling, first talk', fr: 'Counselling de groupe, premier entretien' } },
      ...{ place: '', keepsHolidays: true, patientsChoose: true, offerMinutes: 60 },
    },
    types: [
      {
        type: {
          ...{ name: { en: 'First talk by video', fr: 'Premier entretien vidéo' }, label: 'initial-visit' },
          ...{ minutes: 30, buffer: 0, medium: 'video', link: 'https://video.grand-river.example/talk' },
          ...{ instructions: online, form: '' },
        },
        sessions: [
          { weekdays: [1, 2, 3, 4, 5], opens: 9 * hour, closes: 11 * hour, urgent: 1 },
          { weekdays: [2, 4], opens: 14 * hour, closes: 16 * hour },
        ],
      },
    ],
  },
];

/** Gives the clinic of the story its schedules, in the transaction of its network. */
export async function seedDemoSchedules(
  tx: Tx,
  site: number,
  members: ReadonlyMap<string, number>,
): Promise<void> {
  const services = await tx.schedules.servicesHere(site);
  for (const { of, service, details, types } of demoSchedules) {
    const served = services.filter(one => one.nameEn === service).map(one => one.id);
    const member = of === null ? null : members.get(of)!;
    const id = await tx.schedules.add(key(), { ...details, member, services: served }, site);
    for (const { type, sessions } of types) {
      const its = await tx.schedules.addType(id, key(), type);
      for (const session of sessions) {
        const from = tx.now.slice(0, 10);
        await tx.schedules.addPattern(id, key(), { type: its, everyWeeks: 1, from, urgent: 0, ...session });
      }
    }
  }
}
