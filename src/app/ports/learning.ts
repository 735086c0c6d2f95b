import type { Day } from '../../domain/case/time.ts';
import type { Learnt } from '../../domain/library/learning.ts';

/** An entry of one's own learning record. */
export interface LearningEntry extends Learnt {
  key: string;
  version: number;
}

/** What a year holds. */
export interface LearningYear {
  year: number;
  entries: number;
  minutes: number;
}

/** What the person of the transaction learnt; nobody else's, and for nobody else. */
export interface Learning {
  /** The latest first. */
  years(): Promise<LearningYear[]>;
  /** Both days included, the earliest first. */
  between(from: Day, until: Day): Promise<LearningEntry[]>;
  byKey(key: string): Promise<LearningEntry | null>;
  /** False when there are 5,000 already. */
  keep(key: string, learnt: Learnt): Promise<boolean>;
  /** 'stale': changed or removed since that version was read. */
  change(of: { key: string; version: number }, learnt: Learnt): Promise<'done' | 'stale'>;
  /** False when there is none. */
  remove(key: string): Promise<boolean>;
  /** The specialty of a service; null when it has none. */
  specialtyOf(service: number): Promise<{ en: string; fr: string } | null>;
}
