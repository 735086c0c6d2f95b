import { runVerbIn } from '../run-verb.ts';
import { splitsInto } from '../split-on-arrival.ts';
import { actorOf, type Handler } from './handler.ts';

/**
 * Splits a referral as the listing says, if nobody has touched it since. Where a service takes nobody now it stays whole, and
 * its receiver decides by hand.
 */
export const splitCase: Handler = {
  kind: 'split-case',
  run: (job, app) =>
    app.db.as(actorOf(job), async tx => {
      const caseKey = String(job.payload.key);
      const locked = await tx.cases.lock(caseKey);
      const into = await tx.listings.splits(Number(job.payload.service));
      const fresh = typeof locked === 'object' && locked.state.status === 'sent';
      if (fresh && into.length >= splitsInto.least)
        await runVerbIn(app, tx, {
          ...{ caseKey, verb: 'split', side: 'system' },
          input: { services: into.map(one => one.key) },
        });
      await tx.jobs.finish(job);
    }),
};
