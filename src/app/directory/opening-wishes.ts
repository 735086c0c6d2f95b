import type { Actor } from '../actor.ts';
import type { App } from '../app.ts';
import type { KnownService } from '../ports/favourites.ts';

/**
 * Wishes to hear by mail when a service takes people again, or no longer; `open` when it does already. Null when there is no such
 * service.
 */
export function wishOpening(
  app: Pick<App, 'db'>,
  actor: Actor,
  { key, wish }: { key: string; wish: boolean },
): Promise<'done' | 'open' | null> {
  return app.db.as(actor, async tx => {
    const service = await tx.directory.service(key);
    if (!service) return null;
    if (!wish) await tx.openingWishes.remove(service.id);
    else if (service.accepting) return 'open';
    else await tx.openingWishes.add(service.id);
    return 'done';
  });
}

/** The services that the actor waits for. */
export function openingsWished(app: Pick<App, 'db'>, actor: Actor): Promise<KnownService[]> {
  return app.db.as(actor, tx => tx.openingWishes.all());
}
