import type { Actor, PersonActor } from '../actor.ts';
import type { App } from '../app.ts';
import type { Tx } from '../ports/database.ts';
import { mayGive } from './members.ts';

type Reads = Pick<App, 'db'>;

/** The delegates of a clinician's site, and whether each may act for them. */
export interface DelegatesView {
  delegates: { key: string; name: string; mayAct: boolean }[];
}

/** Who may act for the actor; null for those in whose name nobody acts, and while one acts for somebody else. */
export function readDelegates(app: Reads, actor: Actor): Promise<DelegatesView | null> {
  return forGiver(app, actor, async (tx, me) => ({
    delegates: (await delegatesOf(tx, me)).map(({ key, name, mayAct }) => ({ key, name, mayAct })),
  }));
}

/**
 * Of those whom the form showed, who holds the actor's standing permission from now on; of others nothing is said. Null as in
 * `readDelegates`.
 */
export function giveDelegation(
  app: Reads,
  actor: Actor,
  { shown, chosen }: { shown: readonly string[]; chosen: readonly string[] },
): Promise<true | null> {
  return forGiver<true>(app, actor, async (tx, me) => {
    for (const one of await delegatesOf(tx, me)) {
      const wanted = chosen.includes(one.key);
      if (!shown.includes(one.key) || wanted === one.mayAct) continue;
      if (wanted) await tx.people.delegate(me.member, one.member);
      else await tx.staff.revoke(me.member, one.member);
      const act = wanted ? 'give-delegation' : 'withdraw-delegation';
      await tx.audit.add({ act, what: 'person', ids: [one.person], result: 'ok' });
    }
    return true;
  });
}

async function delegatesOf(tx: Tx, me: PersonActor) {
  const held = await tx.staff.delegates();
  const here = (await tx.people.colleagues(me.site)).filter(one => one.roles.includes('delegate'));
  return here
    .filter(one => one.member !== me.member)
    .map(one => ({ ...one, mayAct: held.includes(one.member) }));
}

async function forGiver<T>(
  app: Reads,
  actor: Actor,
  work: (tx: Tx, me: PersonActor) => Promise<T>,
): Promise<T | null> {
  if (actor.kind !== 'person' || !mayGive({ roles: [...actor.roles], ended: false })) return null;
  return app.db.as(actor, tx => work(tx, actor));
}
