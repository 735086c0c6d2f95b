import type { Actor } from '../actor.ts';
import type { App } from '../app.ts';
import type { Job } from '../ports/jobs.ts';

/** One thing done after the fact. It may run twice: an effect in the database ends with `tx.jobs.finish(job)`. */
export interface Handler {
  kind: string;
  /** Seconds from one time to the next, for work that comes round by itself. */
  every?: number;
  run(job: Job, app: App): Promise<void>;
}

/** A job acts as the system, on the one case in its payload (`case`). */
export function actorOf(job: Job): Actor {
  const id = job.payload.case;
  return { kind: 'job', case: typeof id === 'number' ? id : null };
}
