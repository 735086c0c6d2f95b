import { localDay } from '../domain/case/deadline.ts';
import { soundsUrgent } from '../domain/directory/emergency.ts';
import type { Ranked } from '../domain/directory/rank.ts';
import { ageOn } from '../domain/patient/birth-date.ts';
import type { PatientDetails } from '../domain/patient/patient.ts';
import { searchIn } from './directory.ts';
import type { SimilarRequest } from './ports/cases.ts';
import type { Tx } from './ports/database.ts';
import type { Found } from './ports/directory.ts';

/** Every good way to settle one problem of one patient. */
export interface AskRoutes {
  /** The words may mean an emergency: its route is shown first. */
  urgent: boolean;
  advice: readonly Ranked<Found>[];
  visits: readonly Ranked<Found>[];
  /** Open requests of the patient, asked by this site. */
  similar: readonly SimilarRequest[];
}

const adviceShown = 3;
const visitsShown = 6;

/** What the directory offers for the problem, by fit to words and patient; with a patient nothing of it is ever in a URL. */
export async function routesIn(
  tx: Tx,
  asked: { text: string; patient: (PatientDetails & { id?: number }) | null; adviceToo?: boolean },
): Promise<AskRoutes> {
  const { text, patient, adviceToo = true } = asked;
  const day = localDay(tx.now, 'America/Toronto');
  const wishes = patient
    ? { age: ageOn(patient.birthDate, day).years, sex: patient.sexAtBirth, language: patient.language }
    : {};
  const near = patient?.address.postalCode;
  const look = async (kinds: readonly ('econsult' | 'referral')[], limit: number) =>
    (await searchIn(tx, { text, kinds, limit, near, wishes })).results;
  return {
    urgent: soundsUrgent(text),
    advice: adviceToo ? await look(['econsult'], adviceShown) : [],
    visits: await look(['referral'], visitsShown),
    similar: patient?.id === undefined ? [] : await tx.cases.openOf(patient.id),
  };
}
