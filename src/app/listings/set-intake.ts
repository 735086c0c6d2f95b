import type { Actor } from '../actor.ts';
import type { App } from '../app.ts';

/**
 * A site lets services of others name it as their central intake, or no longer: nobody else has to switch it on. False when
 * services still name it; null for who keeps no listings.
 */
export function setIntake(app: Pick<App, 'db'>, actor: Actor, on: boolean): Promise<boolean | null> {
  if (actor.kind !== 'person') return Promise.resolve(null);
  return app.db.as(actor, async tx => {
    const keeps = (await tx.listings.sites()).length > 0;
    const done = keeps && (await tx.listings.setIntakeHere(on));
    const about = { act: 'set-intake', what: 'site', ids: [actor.site], why: on ? 'on' : 'off' };
    await tx.audit.add({ ...about, result: done ? 'ok' : 'denied' });
    return keeps ? done : null;
  });
}
