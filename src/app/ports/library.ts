import type { Day } from '../../domain/case/time.ts';
import type { QuestionType } from '../../domain/econsult/econsult.ts';

/** The words of an entry, without anything that names somebody. */
export interface EntryWords {
  title: string;
  question: string;
  answer: string;
  questionType: QuestionType | null;
  /** In which it is written. */
  language: 'en' | 'fr';
}

/** A public answer as everybody who works here may read it. */
export interface LibraryEntry extends EntryWords {
  key: string;
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

/** A public answer of one's own, and what it did for others. */
export interface Credit {
  key: string;
  title: string;
  language: 'en' | 'fr';
  publishedOn: Day;
  /** The group took it out since. */
  gone: boolean;
  /** Both at most once a day for each reader. */
  read: number;
  settled: number;
  lastSettled: Day | null;
}

/** How many eConsults the library saved, and how often it was read, in one cut. */
export interface SavedFigures {
  by: 'all' | 'month' | 'specialty' | 'group';
  /** '' for all; a month as `YYYY-MM`. */
  of: { en: string; fr: string };
  saved: number;
  read: number;
}

/** Answers that others may learn from. Nothing gets in without two people. */
export interface Library {
  /** Of a closed eConsult of the actor's site; false when it is none, or was proposed before. */
  propose(caseKey: string, entry: EntryWords & { key: string }): Promise<boolean>;
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
  /** Those with most of the words first; the newest without words. `total` of all that fit, 0 behind the last. */
  find(
    words: readonly string[],
    page: { limit: number; skip?: number },
  ): Promise<{ entries: LibraryEntry[]; total: number }>;
  /** `due`: last reviewed two years ago, so that it settles nothing. `reviews`: the actor's group reads it again. */
  byKey(key: string): Promise<(LibraryEntry & { due: boolean; reviews: boolean }) | null>;
  /** Inside id of the case of an entry of the actor's group that somebody else proposed. */
  caseOfEntry(key: string): Promise<number | null>;
  /** For a job: who proposed the answer of a case, and what the group decided; null while it has not. */
  decided(caseId: number): Promise<{ member: number; act: 'published' | 'withdrawn' } | null>;
  /** Credits the author; once a day for each person. False: there is none, or it is one's own. */
  settled(key: string): Promise<boolean>;
  /** Counts that a public answer was read, once a day for each person who did not write it. */
  noteRead(key: string): Promise<void>;
  /** True for a public answer that the actor wrote. */
  wrote(key: string): Promise<boolean>;
  /** Of the actor's own public answers; those that settled most first. */
  credits(): Promise<Credit[]>;
  /** How many matters they settled in each month that had one, by its first day. */
  creditMonths(): Promise<{ month: Day; settled: number }[]>;
  /** For a job: authors to be told now, and of how many matters settled since the last time, which are told by this. */
  creditsToTell(): Promise<{ person: number; settled: number }[]>;
  /** From the first day to before the second: a lead's group, for the programme all. */
  saved(from: Day, until: Day): Promise<SavedFigures[]>;
}
