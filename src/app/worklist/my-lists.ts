import type { Actor } from '../actor.ts';
import type { App } from '../app.ts';
import type { ListSettings, SavedView } from '../ports/my-lists.ts';

type Reads = Pick<App, 'db'>;

/** Longest name of a view, characters. */
export const longestViewName = 60;

/** How the actor likes their lists, and the views they saved. */
export function readMyLists(
  app: Reads,
  actor: Actor,
): Promise<{ settings: ListSettings; views: readonly SavedView[] }> {
  return app.db.as(actor, async tx => ({
    settings: await tx.myLists.settings(),
    views: await tx.myLists.views(),
  }));
}

export function keepListSettings(app: Reads, actor: Actor, settings: ListSettings): Promise<void> {
  return app.db.as(actor, tx => tx.myLists.keepSettings(settings));
}

/** Keeps a folder with its filters under a name; one of the same name is replaced. */
export function keepView(
  app: Reads,
  actor: Actor,
  view: Omit<SavedView, 'key'>,
): Promise<'kept' | 'no-name' | 'too-long' | 'too-many'> {
  const name = view.name.replace(/\s+/g, ' ').trim();
  if (name === '') return Promise.resolve('no-name');
  if ([...name].length > longestViewName) return Promise.resolve('too-long');
  return app.db.as(actor, async tx => ((await tx.myLists.keepView({ ...view, name })) ? 'kept' : 'too-many'));
}

/** False when there is none of that key. */
export function removeView(app: Reads, actor: Actor, key: string): Promise<boolean> {
  return app.db.as(actor, async tx => {
    if (await tx.myLists.removeView(key)) return true;
    await tx.audit.add({ act: 'remove-view', what: 'view', ids: [], result: 'missing' });
    return false;
  });
}
