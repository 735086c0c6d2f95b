import type { PersonActor } from '../actor.ts';
import type { App } from '../app.ts';

/** How many members of the steward's own site mail does not reach; 0 for everybody else. */
export function readUnreached(app: Pick<App, 'db'>, actor: PersonActor): Promise<number> {
  if (!actor.roles.includes('steward')) return Promise.resolve(0);
  return app.db.as(actor, tx => tx.staff.unreached());
}
