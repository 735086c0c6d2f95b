import { runVerbIn } from '../run-verb.ts';
import { actorOf, type Handler } from './handler.ts';

/** What a colleague was asked, and has not answered, ends with the question that it was for. Docs/decisions/0063. */
export const endHelp: Handler = {
  kind: 'end-help',
  run: (job, app) =>
    app.db.as(actorOf(job), async tx => {
      const caseKey = String(job.payload.key);
      // Answered, or ended, in the meantime: then the machine refuses.
      await runVerbIn(app, tx, {
        caseKey,
        verb: 'cancel',
        side: 'system',
        input: { reason: 'no-longer-needed' },
      });
      await tx.jobs.finish(job);
    }),
};
