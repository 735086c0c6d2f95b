import type { ServiceKind } from '../../domain/directory/service.ts';
import type { Actor } from '../actor.ts';
import type { App } from '../app.ts';
import { key as newKey } from '../ports/ids.ts';
import type { ListingLine } from '../ports/listings.ts';
import { indexListing } from './edit-listing.ts';
import { type ListingProblem, lineOf } from './listing-fields.ts';

type Reads = Pick<App, 'db'>;

export const newKinds: readonly ServiceKind[] = ['referral', 'econsult', 'community'];

/** The form of a new service as typed. `site` is a key of `sites` below. */
export type TypedService = Record<'site' | 'kind' | 'category' | 'nameEn' | 'nameFr', string>;

/** Everything a site keeps; null for somebody who keeps nothing. */
export function readListings(app: Reads, actor: Actor) {
  if (actor.kind !== 'person') return Promise.resolve(null);
  return app.db.as(actor, async tx => {
    const sites = await tx.listings.sites();
    if (sites.length === 0) return null;
    const [lines, facilities, categories, claims] = [
      await tx.listings.mine(),
      await tx.listings.keptFacilities(),
      await tx.listings.categories(),
      await tx.claims.mine(),
    ];
    const intake = await tx.listings.intakeHere();
    return { sites, lines: lines as readonly ListingLine[], facilities, categories, claims, intake };
  });
}

/** What `readListings` gives. */
export type ListingsView = NonNullable<Awaited<ReturnType<typeof readListings>>>;

/** Adds a service that is not accepting until its keeper says so; its key, or what is wrong. Null for who keeps nothing. */
export function addListing(
  app: Reads,
  actor: Actor,
  typed: TypedService,
): Promise<{ key: string } | { problems: ListingProblem[] } | null> {
  if (actor.kind !== 'person') return Promise.resolve(null);
  return app.db.as(actor, async tx => {
    const sites = await tx.listings.sites();
    if (sites.length === 0) {
      await tx.audit.add({ act: 'add-listing', what: 'listing', ids: [], result: 'denied' });
      return null;
    }
    const problems: ListingProblem[] = [];
    const site = sites.find(one => one.key === typed.site);
    const kind = newKinds.find(one => one === typed.kind);
    const known = (await tx.listings.categories()).some(one => one.code === typed.category);
    if (!site) problems.push({ field: 'site', problem: 'choose' });
    if (!kind) problems.push({ field: 'kind', problem: 'choose' });
    if (!known) problems.push({ field: 'category', problem: 'choose' });
    const [nameEn, nameFr] = (['nameEn', 'nameFr'] as const).map(field => {
      const read = lineOf(typed[field], 200, true);
      if ('value' in read) return read.value;
      problems.push({ field, problem: read.problem });
      return '';
    });
    if (!site || !kind || problems.length > 0) return { problems };
    const key = newKey();
    const id = await tx.listings.add({
      ...{ key, site: site.id, kind, category: typed.category, nameEn: nameEn!, nameFr: nameFr! },
    });
    await tx.listings.setPlain(id, {
      ways: [kind === 'community' ? 'self-referral' : kind],
      ...{ accepting: false, modes: [kind === 'econsult' ? 'virtual' : 'in-person'] },
    });
    await tx.listings.note(id, 'added', {
      nameEn: { before: null, after: nameEn! },
      nameFr: { before: null, after: nameFr! },
    });
    await tx.audit.add({ act: 'add-listing', what: 'listing', ids: [id], result: 'ok' });
    await indexListing(tx, id);
    return { key };
  });
}
