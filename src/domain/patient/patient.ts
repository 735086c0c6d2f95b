import type { Address } from './address.ts';
import type { BirthDate } from './birth-date.ts';
import { type Contact, reachable } from './contact.ts';
import type { HealthCard } from './health-card.ts';

export const sexes = ['female', 'male', 'intersex', 'unknown'] as const;
/** Sex assigned at birth, as the chart has it. */
export type Sex = (typeof sexes)[number];

export const genders = ['not-said', 'woman', 'man', 'non-binary', 'two-spirit', 'another'] as const;
/** Gender as the patient says it; sex at birth is another question. */
export type Gender = (typeof genders)[number];

/** What a site knows of its patient. Texts are NFC, without control characters; '' where nothing is known. */
export interface PatientDetails {
  /** '' for people of one name, which is then in `family`. */
  given: string;
  family: string;
  /** What the patient is called, when it is not the given name. */
  preferredName: string;
  birthDate: BirthDate;
  sexAtBirth: Sex;
  gender: Gender;
  pronouns: string;
  card: HealthCard;
  address: Address;
  /** Language of letters and notices. */
  language: 'en' | 'fr';
  /** Language spoken when an interpreter is needed, else ''. */
  interpreter: string;
  /** The patient's own contact first. */
  contacts: readonly Contact[];
}

/** The patient as a case carries it: what was true when it was sent. Its receiver may correct it for itself. */
export interface PatientSnapshot extends PatientDetails {
  /** Version of the record it was taken from. */
  version: number;
}

/** Copies the details into a snapshot, and nothing else a record may have. */
export function snapshotOf(details: PatientDetails, version: number): PatientSnapshot {
  const { given, family, preferredName, birthDate, sexAtBirth, gender, pronouns } = details;
  const { card, address, language, interpreter, contacts } = details;
  const names = { given, family, preferredName };
  const about = { birthDate, sexAtBirth, gender, pronouns, language, interpreter };
  return structuredClone({ ...names, ...about, card, address, contacts, version });
}

/** `Rosalind Achterberg`; the only name of people of one name. */
export function fullName(of: Pick<PatientDetails, 'given' | 'family'>): string {
  return `${of.given} ${of.family}`.trim();
}

/** `Achterberg, Rosalind`, as lists sort. */
export function listName(of: Pick<PatientDetails, 'given' | 'family'>): string {
  return of.given && of.family ? `${of.family}, ${of.given}` : fullName(of);
}

/** True when somebody can be told by e-mail or text message; otherwise the page is a printed letter and confirming is the receiver's call. */
export function isReachable(details: Pick<PatientDetails, 'contacts'>): boolean {
  return reachable(details.contacts).length > 0;
}
