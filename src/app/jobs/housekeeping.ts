import type { Anchor } from '../ports/audit.ts';
import { actorOf, type Handler } from './handler.ts';

/**
 * Seals the audit log every 2 seconds, so that no row stays open for more than 5. `keep` gets every new seal, to be written
 * where the database's administrator cannot change it.
 */
export function sealAudit(keep: (anchor: Anchor) => void): Handler {
  return {
    kind: 'seal-audit',
    every: 2,
    run: async (job, app) => {
      const anchor = await app.db.as(actorOf(job), async tx => {
        const made = await tx.audit.seal();
        await tx.jobs.finish(job);
        return made;
      });
      if (anchor) keep(anchor);
    },
  };
}

/** Old sign-in attempts and dead sessions go, every ten minutes. */
export const sweepSignIn: Handler = {
  kind: 'sweep-sign-in',
  every: 600,
  run: (job, app) => app.db.as(actorOf(job), tx => tx.people.sweep()),
};

/** Receipts are kept for 30 days: what is older goes, every night. */
export const sweepReceipts: Handler = {
  kind: 'sweep-receipts',
  every: 24 * 3600,
  run: async (job, app) => {
    await app.db.as(actorOf(job), tx => tx.receipts.sweep());
  },
};
