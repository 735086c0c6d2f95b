import { z } from 'zod';
import { text } from '../../domain/case/input.ts';
import type { Actor } from '../actor.ts';
import type { App } from '../app.ts';
import { key } from '../ports/ids.ts';
import type { LegalHold } from '../ports/retention.ts';

type Uses = Pick<App, 'db'>;
const reason = z.object({ why: text(2000) });

/** What the actor's site holds and held; none for anybody but its privacy officers. */
export function readHolds(app: Uses, actor: Actor): Promise<LegalHold[]> {
  return app.db.as(actor, async tx => {
    const holds = await tx.retention.holds();
    await tx.audit.add({ act: 'read-legal-holds', what: 'request', ids: [], result: 'ok' });
    return holds;
  });
}

export type Placed = 'placed' | 'no-reason' | 'no-request';

/** Holds a request of the actor's site, found by its reference number, so that nothing purges it. */
export async function placeHold(
  app: Uses,
  actor: Actor,
  typed: { reference: string; why: string },
): Promise<Placed> {
  const said = reason.safeParse({ why: typed.why });
  if (!said.success) return 'no-reason';
  const reference = typed.reference.normalize('NFKC').trim().toUpperCase();
  const { why } = said.data;
  const id = await app.db.as(actor, async tx => {
    const placed = await tx.retention.place({ key: key(), reference, why });
    const ids = placed === null ? [] : [placed];
    await tx.audit.add({
      ...{ act: 'place-legal-hold', what: 'request', ids },
      result: placed === null ? 'missing' : 'ok',
    });
    return placed;
  });
  return id === null ? 'no-request' : 'placed';
}

export type Lifted = 'lifted' | 'no-reason' | 'no-hold';

/** Lifts a hold of the actor's site. */
export async function liftHold(
  app: Uses,
  actor: Actor,
  typed: { key: string; why: string },
): Promise<Lifted> {
  const said = reason.safeParse({ why: typed.why });
  if (!said.success) return 'no-reason';
  return app.db.as(actor, async tx => {
    const lifted = await tx.retention.lift(typed.key, said.data.why);
    const ids = lifted === null ? [] : [lifted];
    await tx.audit.add({
      ...{ act: 'lift-legal-hold', what: 'request', ids },
      result: lifted === null ? 'missing' : 'ok',
    });
    return lifted === null ? 'no-hold' : 'lifted';
  });
}
