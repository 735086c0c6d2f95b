import type { Day, Instant } from '../../domain/case/time.ts';
import type { Trend } from '../../domain/waits/figure.ts';
import type { Percentile } from '../../domain/waits/incidence.ts';
import type { Measure } from '../../domain/waits/measure.ts';
import type { WaitEvent } from '../../domain/waits/spells.ts';

/** What waits need of one case. `service` is its receiver's, an inside id. */
export interface WaitingCase {
  id: number;
  service: number;
  events: WaitEvent[];
}

/** One line of the waits of a service, as it may be shown; days and shares as in `domain/waits`. */
export interface KnownWait {
  measure: Measure;
  /** '' for all. */
  urgency: '' | 'routine' | 'urgent';
  label: string;
  median: Percentile | null;
  ninetieth: Percentile | null;
  kaplanMeier: { median: Percentile | null; ninetieth: Percentile | null };
  /** Null: fewer than six, and then nothing else is known. */
  people: number | null;
  /** Who waits now; null: one to five. */
  waiting: number | null;
  oldest: Day | null;
  within7: number | null;
  trend: Trend | null;
}

/** What it was a while ago. */
export interface KnownPoint {
  measure: Measure;
  at: Day;
  median: Percentile;
  ninetieth: Percentile;
  people: number;
}

export interface KnownWaits {
  lines: readonly KnownWait[];
  /** Oldest first. */
  history: readonly KnownPoint[];
  /** When it was worked out; null when it never was. */
  at: Instant | null;
}

/** What is to be known of one service, by its inside id. */
export interface ServiceFigures extends Omit<KnownWaits, 'at'> {
  service: number;
}

/** Waits of services. Reading is everybody's; the rest is the nightly job's and the operator's. */
export interface Waits {
  /** Public figures of one service. */
  of(service: number): Promise<KnownWaits>;
  /** The time zone of every service that takes requests, by inside id. */
  zones(): Promise<ReadonlyMap<number, string>>;
  /** The next cases after an id, in order: opened since then, or not ended. Empty at the end. */
  cases(after: number, limit: number, since: Instant): Promise<WaitingCase[]>;
  /** Puts the figures of some services in the place of their old ones. */
  replace(waits: readonly ServiceFigures[]): Promise<void>;
  /** Forgets services that were not worked out since that moment. */
  forgetBefore(at: Instant): Promise<void>;
}
