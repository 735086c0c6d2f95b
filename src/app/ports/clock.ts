import type { Instant } from '../../domain/case/time.ts';

/** Real time, for sessions, links and limits. Cases read `tx.now` instead. */
export interface Clock {
  now(): Instant;
}

/** The clock of this machine. */
export const realClock: Clock = { now: () => new Date().toISOString() };
