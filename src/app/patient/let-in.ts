import { emailAddress } from '../../domain/patient/contact.ts';
import type { Actor } from '../actor.ts';
import type { App } from '../app.ts';
import { key } from '../ports/ids.ts';
import type { Helper } from '../ports/portal-people.ts';

/** What the page of helpers shows; null for a helper, who lets nobody in. */
export function readHelpers(app: Pick<App, 'db'>, actor: Actor): Promise<Helper[] | null> {
  return app.db.as(actor, async tx => {
    const may = await tx.portalPeople.mayLetIn();
    await tx.audit.add({ act: 'read-helpers', what: 'link', ids: [], result: may ? 'ok' : 'denied' });
    return may ? tx.portalPeople.helpers() : null;
  });
}

/** Why somebody was not let in. */
export type LetIn = 'done' | 'no-name' | 'no-email' | 'not-now';

/** Lets somebody in to this request: they get a message with a link of their own. */
export function letIn(
  app: Pick<App, 'db'>,
  actor: Actor,
  typed: { name: string; email: string; language: 'en' | 'fr' },
): Promise<LetIn> {
  const email = emailAddress(typed.email);
  return app.db.as(actor, async tx => {
    const wrong = typed.name === '' ? 'no-name' : email === undefined ? 'no-email' : undefined;
    const helper = { key: key(), name: typed.name, email: email ?? '', language: typed.language };
    const made = wrong === undefined ? await tx.portalPeople.letIn(helper) : null;
    if (made) await tx.jobs.add({ kind: 'tell-helper', payload: { ...made } });
    await tx.audit.add({ act: 'let-in', what: 'link', ids: [], result: made ? 'ok' : 'denied' });
    return made ? 'done' : (wrong ?? 'not-now');
  });
}

/** Takes it back at once. False when there is no such helper of this request. */
export function takeBack(app: Pick<App, 'db'>, actor: Actor, helperKey: string): Promise<boolean> {
  return app.db.as(actor, async tx => {
    const done = await tx.portalPeople.takeBack(helperKey);
    await tx.audit.add({ act: 'take-back', what: 'link', ids: [], result: done ? 'ok' : 'denied' });
    return done;
  });
}
