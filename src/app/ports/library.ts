import type { Day } from '../../domain/case/time.ts';
import type { QuestionType } from '../../domain/econsult/econsult.ts';

/** The words of an entry, without anything that names somebody. */
export interface EntryWords {
  title: string;
  question: string;
  answer: string;
  questionType: QuestionType | null;
}

/** A public answer as everybody who works here may read it. */
export interface LibraryEntry extends EntryWords {
  key: string;
  language: 'en' | 'fr';
  reviewedOn: Day;
  specialty: { en: string; fr: string };
  group: { en: string; fr: string };
  /** Name of who answered. */
  author: string;
  /** How often somebody said that it settled the matter. */
  used: number;
}

/** One that waits for its group: new, or due for its review. */
export interface WaitingEntry extends EntryWords {
  key: string;
  version: number;
  /** Public already, and last reviewed two years ago. */
  again: boolean;
}

/** Answers that others may learn from. Nothing gets in without two people. */
export interface Library {
  /** Of a closed eConsult of the actor's site; false when it is none, or was proposed before. */
  propose(caseKey: string, entry: EntryWords & { key: string; language: 'en' | 'fr' }): Promise<boolean>;
  /** True for an eConsult of the actor's site that was proposed, whatever came of it. */
  wasProposed(caseKey: string): Promise<boolean>;
  /** For the groups of the actor's site. */
  toApprove(): Promise<WaitingEntry[]>;
  waitingCount(): Promise<number>;
  /** Inside id of the case of a proposal that the actor's site holds; null when there is none. */
  caseOf(caseKey: string): Promise<number | null>;
  /** 'own': whoever proposed it does not approve it too. Null: there is none for the actor. */
  approve(key: string, version: number, words: EntryWords): Promise<'done' | 'stale' | 'own' | null>;
  withdraw(key: string, version: number): Promise<'done' | 'stale' | null>;
  /** Those with most of the words first; the newest without words. `total` of all that fit. */
  find(words: readonly string[], limit: number): Promise<{ entries: LibraryEntry[]; total: number }>;
  byKey(key: string): Promise<LibraryEntry | null>;
  /** Credits the author; once a day for each person. False: there is none. */
  settled(key: string): Promise<boolean>;
}
