import { indexListings } from '../exchange/import-listings.ts';
import { actorOf, type Handler } from './handler.ts';

/** Puts a facility that was changed, and the services at it, into the search anew. */
export const indexFacility: Handler = {
  kind: 'index-facility',
  run: (job, app) =>
    app.db.as(actorOf(job), async tx => {
      const site = Number(job.payload.site);
      const services = await tx.directory.servicesOf(site);
      await indexListings(tx, { sites: [site], services: services.map(one => one.id) });
      await tx.jobs.finish(job);
    }),
};
