import { computeWaits as compute } from '../directory/compute-waits.ts';
import { actorOf, type Handler } from './handler.ts';

/** Every night the waits of all services are worked out anew. */
export const computeWaits: Handler = {
  kind: 'compute-waits',
  every: 24 * 3600,
  run: async (job, app) => {
    await compute(app.db, actorOf(job));
    await app.db.as(actorOf(job), tx => tx.jobs.finish(job));
  },
};
