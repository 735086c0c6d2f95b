import type { Actor } from '../actor.ts';
import type { App } from '../app.ts';

/** Keeps a service at hand, or no longer. `full`: there are 100 already; null when there is no such service. */
export function keepAtHand(
  app: Pick<App, 'db'>,
  actor: Actor,
  { key, keep }: { key: string; keep: boolean },
): Promise<'done' | 'full' | null> {
  return app.db.as(actor, async tx => {
    const service = await tx.directory.service(key);
    if (!service) return null;
    if (!keep) await tx.favourites.remove(service.id);
    return !keep || (await tx.favourites.add(service.id)) ? 'done' : 'full';
  });
}
