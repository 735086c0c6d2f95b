import { indexImport as index } from '../exchange/import-listings.ts';
import { actorOf, type Handler } from './handler.ts';

/** Puts what an import changed, or its undoing, into the search. */
export const indexImport: Handler = {
  kind: 'index-import',
  run: (job, app) =>
    app.db.as(actorOf(job), async tx => {
      await index(tx, Number(job.payload.import));
      await tx.jobs.finish(job);
    }),
};
