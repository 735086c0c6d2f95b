import { regionsAsked } from '../../domain/directory/regional.ts';
import type { Actor } from '../actor.ts';
import type { App } from '../app.ts';

/** Regions whose advice groups the actor asks first; null for whoever does not work here. */
export function readAskingRegions(app: Pick<App, 'db'>, actor: Actor) {
  return app.db.as(actor, tx => tx.askingRegions.mine());
}

/** Keeps the regions as chosen, in order and once each; none: where the site is. */
export function keepAskingRegions(
  app: Pick<App, 'db'>,
  actor: Actor,
  chosen: readonly string[],
): Promise<void> {
  return app.db.as(actor, async tx => {
    await tx.askingRegions.keep(regionsAsked(chosen));
    await tx.audit.add({ act: 'choose-regions', what: 'member', ids: [], result: 'ok' });
  });
}
