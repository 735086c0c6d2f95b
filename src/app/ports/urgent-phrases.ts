import type { Instant } from '../../domain/case/time.ts';

/** A phrase that may mean an emergency, as the programme keeps it. */
export interface UrgentPhrase {
  id: number;
  key: string;
  language: 'en' | 'fr';
  phrase: string;
  /** It came with the product. */
  shipped: boolean;
  /** Counts up with every change. */
  version: number;
  changedAt: Instant | null;
  removedAt: Instant | null;
}

/** One edit: '' where there was nothing before, or is nothing any more. */
export interface UrgentChange {
  at: Instant;
  /** Member. */
  by: number;
  was: string;
  now: string;
}

/** The open list of what sounds like an emergency. Everybody reads; only stewards of the programme write and see the edits. */
export interface UrgentPhrases {
  /** What counts now; null where a database was never given a list. */
  inUse(): Promise<string[] | null>;
  /** Those in use, by language and alphabet. */
  all(): Promise<UrgentPhrase[]>;
  /** Also one that was removed. */
  byKey(key: string): Promise<UrgentPhrase | null>;
  /** Also brings back one that was removed. False when it is in use already. */
  add(language: 'en' | 'fr', phrase: string): Promise<boolean>;
  /** `stale`: it is not at that version any more; `taken`: another says the same. */
  change(key: string, version: number, phrase: string): Promise<'done' | 'stale' | 'taken'>;
  /** False when it is not at that version any more. */
  remove(key: string, version: number): Promise<boolean>;
  /** The last edits, newest first, at most 50. */
  changes(): Promise<UrgentChange[]>;
  /** By the operator: brings what is shipped to this version; what a steward changed or removed stays so. */
  ship(phrases: readonly { language: 'en' | 'fr'; phrase: string }[]): Promise<void>;
}
