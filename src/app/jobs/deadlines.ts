import { chaseCase, chaseDue } from '../chase.ts';
import { actorOf, type Handler } from './handler.ts';

/** Ends before the lease does; what is left comes a minute later. */
const longest = 4 * 60_000;

/** Every minute: whoever is late is reminded, then it climbs. The only clock that moves cases. */
export const deadlines: Handler = {
  kind: 'deadlines',
  every: 60,
  run: async (job, app) => {
    const end = performance.now() + longest;
    await chaseDue(app, () => performance.now() > end);
    await app.db.as(actorOf(job), tx => tx.jobs.finish(job));
  },
};

/** A case at which the timer failed, again by itself: after the fifth time it is parked where people see it. */
export const chaseAgain: Handler = {
  kind: 'chase-case',
  run: async (job, app) => {
    const { case: id, key } = job.payload;
    await chaseCase(app, { caseId: Number(id), caseKey: String(key) });
  },
};
