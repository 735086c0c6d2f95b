import type { Day, Instant } from '../../domain/case/time.ts';
import type { Harm } from '../../domain/econsult/harm.ts';

/** What an asker said could have harmed, as the lead of the group reads it until it was dealt with. */
export interface HarmSaid {
  /** Of the case. */
  key: string;
  /** Of the event that says it. */
  seq: number;
  reference: string;
  cause: Harm;
  /** '' once the words were purged. */
  said: string;
  at: Instant;
}

/** How many were said, and how many of those wait for their lead. */
export interface HarmCounts {
  advice: number;
  delay: number;
  open: number;
}

/** Answers that could have harmed. Docs/decisions/0077. */
export interface Harms {
  /** Of a group that the actor keeps, with the inside ids for the audit; none for others. */
  ofGroup(key: string): Promise<(HarmSaid & { caseId: number; patientId: number | null })[]>;
  /** Groups that the actor keeps in which one waits. */
  groups(): Promise<{ key: string; name: { en: string; fr: string } }[]>;
  /** False when it is not the actor's, or was dealt with before. */
  settle(group: string, of: { key: string; seq: number }): Promise<boolean>;
  /** Both days by the clock of Toronto, the second not included. */
  counts(from: Day, until: Day): Promise<HarmCounts>;
}
