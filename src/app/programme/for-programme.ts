import type { Actor } from '../actor.ts';
import type { App } from '../app.ts';
import type { Tx } from '../ports/database.ts';

type Reads = Pick<App, 'db'>;

/** Does `work` for a steward of the programme; for anybody else null, and the try is written down as `act`. */
export async function forProgramme<T>(
  app: Reads,
  actor: Actor,
  act: string,
  work: (tx: Tx) => Promise<T | null>,
): Promise<T | null> {
  if (actor.kind !== 'person' || !actor.roles.includes('steward')) return null;
  return app.db.as(actor, async tx => {
    if ((await tx.sites.programme())?.id === actor.site) return work(tx);
    await tx.audit.add({ act, what: 'programme', ids: [], result: 'denied' });
    return null;
  });
}
