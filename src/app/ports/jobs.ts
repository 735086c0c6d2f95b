import type { Instant } from '../../domain/case/time.ts';

/** Ids, codes and counts only: what a job needs it reads again when it runs. */
export type JobPayload = Record<string, number | string | boolean | null>;

export interface NewJob {
  kind: string;
  payload: JobPayload;
  /** Real time; at once when absent. */
  runAfter?: Instant;
  /** A second job with the same words is not added while the first waits or runs. */
  unique?: string;
}

/** A job held by a worker until its lease ends. */
export interface Job {
  id: number;
  kind: string;
  payload: JobPayload;
  /** 1 on the first try. */
  attempt: number;
  /** Changes with every claim, so a worker that lost its lease cannot finish the job of another. */
  lease: string;
}

/** A job that failed five times, with what the last try said. */
export interface ParkedJob {
  id: number;
  kind: string;
  attempts: number;
  lastError: string;
  parkedAt: Instant;
}

/** What must happen elsewhere is a row of the same transaction. */
export interface Jobs {
  /** All at once. */
  add(...jobs: NewJob[]): Promise<void>;
  /**
   * Removes the job in this transaction, so that its effect and its end are one. Throws `LeaseLost` when another worker
   * has it by now, which rolls the effect back.
   */
  finish(job: Job): Promise<void>;
  /** Takes up to `limit` jobs that are due, for 5 minutes each. */
  claim(kinds: readonly string[], limit: number): Promise<Job[]>;
  /** Removes the job when it is still ours; nothing when its own work removed it. */
  done(job: Job): Promise<void>;
  /** Gives back a job that was not begun; the try does not count. */
  release(job: Job): Promise<void>;
  /** Adds what is due of the work that comes round; one process does it at a time. */
  schedule(recurring: readonly Recurring[]): Promise<void>;
  /** Puts the job back with a longer wait, or parks it after the fifth try. */
  fail(job: Job, reason: string): Promise<void>;
  /** Newest first. */
  parked(limit: number): Promise<ParkedJob[]>;
  /** Gives a parked job five new tries; false when there is none of that id. */
  requeue(id: number): Promise<boolean>;
}

/** Work that comes round by itself. */
export interface Recurring {
  kind: string;
  /** Seconds from one time to the next. */
  every: number;
}

/** Tells workers of new jobs, in this process and in others. Only a wake-up: a worker also looks by itself. */
export interface JobSignal {
  /** After the commit of a transaction that added jobs. */
  ring(): void;
  /** Calls `wake` for each ring until the returned function is called. */
  listen(wake: () => void): () => void;
  close(): Promise<void>;
}

/** The lease ended and another worker took the job. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}
