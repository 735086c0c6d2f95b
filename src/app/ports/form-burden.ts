import type { Instant } from '../../domain/case/time.ts';
import type { AnsweredCase, FormFigures, Outcome } from '../../domain/forms/burden.ts';
import type { Spent } from '../../domain/forms/timing.ts';

/** Middle of the seconds that six people or more took for a question, by linkId. */
export type MeasuredSeconds = Readonly<Record<string, number>>;

export interface KnownBurden {
  figures: FormFigures;
  seconds: MeasuredSeconds;
  at: Instant;
}

/** What the questions of forms cost. Reading is for who keeps a form; the rest is the nightly job's. */
export interface FormBurden {
  /** Adds the times of a form that was sent, of nobody. */
  note(slug: string, spent: Spent): Promise<void>;
  /** Null before it was worked out. */
  of(slug: string): Promise<KnownBurden | null>;
  /** The next cases after an id, opened since then; `case` is their id. Empty at the end. */
  cases(
    after: number,
    limit: number,
    given: { since: Instant; types: readonly Outcome[] },
  ): Promise<(AnsweredCase & { case: number })[]>;
  /** By slug. */
  seconds(): Promise<ReadonlyMap<string, MeasuredSeconds>>;
  replace(slug: string, burden: Omit<KnownBurden, 'at'>): Promise<void>;
}
