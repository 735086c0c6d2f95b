import { stems } from '../../domain/directory/words.ts';
import { actorOf, type Handler } from './handler.ts';

/** Puts every service of a kind into the search anew, after a steward changed what the kind is called or found by. */
export const indexCategory: Handler = {
  kind: 'index-category',
  run: async (job, app) => {
    await app.db.as(actorOf(job), async tx => {
      for (const entry of await tx.categories.entries(String(job.payload.category))) {
        const said = { name: stems(entry.name), terms: stems(entry.terms), text: stems(entry.text) };
        await tx.listings.index(entry.service!, { ...entry, stems: said });
      }
      await tx.jobs.finish(job);
    });
  },
};
