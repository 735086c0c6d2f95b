import { runVerbIn } from '../run-verb.ts';
import { actorOf, type Handler } from './handler.ts';

/** The office made a new link or a letter: the errand of a case that waited for it ends. */
export const giveLink: Handler = {
  kind: 'give-link',
  run: (job, app) =>
    app.db.as(actorOf(job), async tx => {
      const caseKey = String(job.payload.key);
      const locked = await tx.cases.lock(caseKey);
      if (typeof locked === 'object' && locked.state.errand)
        await runVerbIn(app, tx, { caseKey, verb: 'give-link', input: {} });
      await tx.jobs.finish(job);
    }),
};
