import type { Actor } from '../actor.ts';
import type { App } from '../app.ts';
import type { Job, JobSignal, Recurring } from '../ports/jobs.ts';
import type { Handler } from './handler.ts';

export interface WorkerOptions {
  signal?: JobSignal;
  /** Told of a job's failure and of a queue that cannot be read; no health information is in it. */
  onError?: (error: unknown, job?: Job) => void;
  /** How long to wait without a wake-up, milliseconds; 1000 when absent. */
  restMs?: number;
}

export interface Worker {
  /** Lets what runs end, gives back what has not begun. */
  stop(): Promise<void>;
}

const system: Actor = { kind: 'job', case: null };
const batch = 10;
/** Fewer than the pool has connections, so that pages are served meanwhile. */
const atOnce = 4;

/** Takes jobs in batches and runs each with its handler until it is stopped. */
export function startWorker(app: App, handlers: readonly Handler[], options: WorkerOptions = {}): Worker {
  const byKind = new Map(handlers.map(handler => [handler.kind, handler]));
  const recurring = handlers.flatMap(({ kind, every }) => (every ? [{ kind, every }] : []));
  const rest = resting(options.restMs ?? 1_000);
  const unlisten = options.signal?.listen(rest.wake);
  let stopping = false;

  const round = async (): Promise<boolean> => {
    const jobs = await take(app, [...byKind.keys()], recurring);
    await inParallel(jobs, async job => {
      if (stopping) await app.db.as(system, tx => tx.jobs.release(job));
      else await runOne(app, byKind.get(job.kind)!, { job, onError: options.onError });
    });
    return jobs.length === batch;
  };
  const loop = async () => {
    while (!stopping) {
      const more = await round().catch(error => {
        options.onError?.(error);
        return false;
      });
      if (!more && !stopping) await rest.pause();
    }
  };
  const running = loop();
  return {
    stop: async () => {
      stopping = true;
      unlisten?.();
      rest.wake();
      await running;
    },
  };
}

function take(app: App, kinds: readonly string[], recurring: readonly Recurring[]): Promise<Job[]> {
  return app.db.as(system, async tx => {
    if (recurring.length > 0) await tx.jobs.schedule(recurring);
    return tx.jobs.claim(kinds, batch);
  });
}

async function runOne(
  app: App,
  handler: Handler,
  { job, onError }: { job: Job; onError?: WorkerOptions['onError'] },
): Promise<void> {
  try {
    await handler.run(job, app);
    await app.db.as(system, tx => tx.jobs.done(job));
  } catch (error) {
    onError?.(error, job);
    // When this fails too, the end of the lease brings the job back.
    await app.db.as(system, tx => tx.jobs.fail(job, reasonOf(error))).catch(() => {});
  }
}

/** What may be kept of an error: a database's message can quote values, so only its code and names are. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'something was thrown that is no error';
  const { code, table, constraint } = error as { code?: unknown; table?: unknown; constraint?: unknown };
  if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code))
    return ['database', code, table, constraint].filter(part => typeof part === 'string').join(' ');
  return `${error.name}: ${error.message}`.slice(0, 300);
}

async function inParallel(jobs: readonly Job[], run: (job: Job) => Promise<void>): Promise<void> {
  const queue = [...jobs];
  const lane = async () => {
    for (let job = queue.shift(); job; job = queue.shift()) await run(job);
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
}

/** A pause that a wake-up ends, also one that comes while no pause is on. */
function resting(ms: number) {
  let woken = false;
  let end: (() => void) | undefined;
  return {
    wake: () => {
      woken = true;
      end?.();
    },
    pause: async () => {
      if (!woken)
        await new Promise<void>(resolve => {
          const timer = setTimeout(resolve, ms);
          end = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      woken = false;
      end = undefined;
    },
  };
}
