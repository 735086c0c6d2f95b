import { computeBurden as compute } from '../forms/compute-burden.ts';
import { actorOf, type Handler } from './handler.ts';

/** Every night the burden of all forms is worked out anew. */
export const computeBurden: Handler = {
  kind: 'compute-burden',
  every: 24 * 3600,
  run: async (job, app) => {
    await compute(app.db, actorOf(job));
    await app.db.as(actorOf(job), tx => tx.jobs.finish(job));
  },
};
