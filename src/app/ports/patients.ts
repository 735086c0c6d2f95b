import type { Instant } from '../../domain/case/time.ts';
import type { PatientDetails } from '../../domain/patient/patient.ts';
import type { Sameness } from '../../domain/patient/same-patient.ts';

/** A patient of the actor's own site. */
export interface PatientRecord extends PatientDetails {
  id: number;
  key: string;
  /** Rises by one with each change; a change names the version it was made from. */
  version: number;
  updatedAt: Instant;
}

/** A line of a list. */
export interface PatientLine {
  id: number;
  key: string;
  given: string;
  family: string;
  preferredName: string;
  birthDate: string;
  sexAtBirth: PatientDetails['sexAtBirth'];
  card: PatientDetails['card'];
  city: string;
}

export interface LikelySame {
  patient: PatientLine;
  why: Sameness;
}

/** Who wrote down a contact's yes or no to e-mail, and when. */
export interface ConsentKept {
  contact: number;
  at: Instant;
  /** Null when it was nobody who works here. */
  by: string | null;
}

/** The site's own list: no search leaves the site. */
export interface Patients {
  byKey(key: string): Promise<PatientRecord | null>;
  byId(id: number): Promise<PatientRecord | null>;
  /** Of the contacts of one patient; those who were not asked are left out. */
  consents(id: number): Promise<ConsentKept[]>;
  /**
   * Names in any order by the start of their words, accents and case aside; a health card number; or a birth date
   * (`YYYY-MM-DD`). At most 25, by family name.
   */
  search(words: string): Promise<PatientLine[]>;
  /** Last added or changed first. */
  recent(limit: number): Promise<PatientLine[]>;
  /** Records that may be the same person, likeliest first, at most 10. */
  likelySame(details: PatientDetails, except?: number): Promise<LikelySame[]>;
  /** To the list of one's own site; the operator says of which. */
  add(details: PatientDetails, site?: number): Promise<PatientRecord>;
  /** Null when the record is not there or has moved on from `version`. */
  change(id: number, version: number, details: PatientDetails): Promise<PatientRecord | null>;
}
