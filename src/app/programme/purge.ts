import type { App } from '../app.ts';
import type { PurgeDue } from '../ports/retention.ts';

const operator = { kind: 'operator', command: 'purge' } as const;

/** Requests whose time is over, the oldest first. */
export function readPurgeDue(app: Pick<App, 'db'>, limit: number): Promise<PurgeDue[]> {
  return app.db.as(operator, tx => tx.retention.due(limit));
}

/** How many faxes that were put aside are past their time; taken when `take` says so, with a line in the log. */
export function purgeFaxes(app: Pick<App, 'db'>, take: boolean): Promise<number> {
  return app.db.as(operator, async tx => {
    if (!take) return tx.retention.faxesDue();
    const gone = await tx.retention.purgeFaxes();
    if (gone > 0)
      await tx.audit.add({ act: 'purge', what: 'fax', ids: [], why: `${gone} put aside`, result: 'ok' });
    return gone;
  });
}

/**
 * Takes the health information of what is due, each request in a transaction of its own with its line in the log. What got a
 * legal hold since the list was made stays. Calls `done` with each that was purged.
 */
export async function purgeDue(
  app: Pick<App, 'db'>,
  due: readonly PurgeDue[],
  done: (one: PurgeDue) => void,
): Promise<number> {
  let count = 0;
  for (const one of due) {
    const purged = await app.db.as(operator, async tx => {
      const gone = await tx.retention.purge(one.request);
      const about = { act: 'purge', what: 'request', ids: [one.request], why: 'retention' };
      await tx.audit.add({ ...about, result: gone ? 'ok' : 'denied' });
      return gone;
    });
    if (!purged) continue;
    done(one);
    count += 1;
  }
  return count;
}
