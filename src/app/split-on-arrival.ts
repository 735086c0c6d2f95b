import type { Actor } from './actor.ts';
import type { App } from './app.ts';
import type { Tx } from './ports/database.ts';
import type { Moved } from './reactions.ts';

/** Fewest and most services that one referral is split into. */
export const splitsInto = { least: 2, most: 5 } as const;

/**
 * A referral that has just arrived at a service whose listing splits is split by a job, as the system: what arrives at a
 * central intake or is itself a part is not.
 */
export async function splitOnArrival(tx: Tx, { id, key, state }: Moved, from?: string): Promise<void> {
  const { service, intake } = state.receiver;
  if (state.type !== 'referral' || state.status !== 'sent' || service === undefined) return;
  if (intake || from === 'split') return;
  if ((await tx.listings.splits(service)).length < splitsInto.least) return;
  await tx.jobs.add({ kind: 'split-case', payload: { case: id, key, service } });
}

/** A keeper says into which services of the directory what arrives is split; none: it stays whole. Null for who keeps it not. */
export function setSplits(
  app: Pick<App, 'db'>,
  actor: Actor,
  { key, into }: { key: string; into: readonly string[] },
): Promise<'kept' | 'too-few' | 'too-many' | null> {
  if (actor.kind !== 'person') return Promise.resolve(null);
  return app.db.as(actor, async tx => {
    const listing = await tx.listings.byKey(key, true);
    if (!listing || listing.endedAt !== null || listing.kind !== 'referral') {
      await tx.audit.add({ act: 'split-listing', what: 'listing', ids: [], result: 'missing' });
      return null;
    }
    const before = await tx.listings.splits(listing.id);
    const wanted = [...new Set(into)].filter(one => one !== key);
    if (wanted.length > splitsInto.most) return 'too-many';
    if (wanted.length > 0 && wanted.length < splitsInto.least) return 'too-few';
    await tx.listings.setSplits(listing.id, wanted);
    const after = await tx.listings.splits(listing.id);
    const names = (list: typeof before) => list.map(one => one.nameEn).join(', ') || null;
    if (names(before) !== names(after))
      await tx.listings.note(listing.id, 'changed', {
        split: { before: names(before), after: names(after) },
      });
    await tx.audit.add({ act: 'split-listing', what: 'listing', ids: [listing.id], result: 'ok' });
    return 'kept';
  });
}
