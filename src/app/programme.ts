import type { Actor } from './actor.ts';
import type { App } from './app.ts';

/** Works at the site that runs the network, which never sees who a patient is. */
export function atProgramme(app: Pick<App, 'db'>, actor: Actor): Promise<boolean> {
  if (actor.kind !== 'person') return Promise.resolve(false);
  return app.db.as(actor, async tx => (await tx.sites.programme())?.id === actor.site);
}
