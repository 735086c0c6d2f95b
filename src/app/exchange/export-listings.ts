import { hsdsJson, type PageOf } from '../../domain/directory/exchange/hsds-json.ts';
import { hsdsTables } from '../../domain/directory/exchange/hsds-write.ts';
import type { Listings } from '../../domain/directory/exchange/listing.ts';
import type { Actor } from '../actor.ts';
import type { App } from '../app.ts';
import { writePackage } from './hsds-package.ts';
import { nameUuid } from './name-uuid.ts';
import { zipOf } from './zip.ts';

export const exportFormats = ['hsds-json', 'hsds-csv', 'fhir'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Sites of one page of the public export, with all their services. */
export const sitesOnPage = 500;

export interface ExportPage {
  listings: Listings;
  of: PageOf;
}

/** A page of the public directory, by the order in which sites came. Nothing of a patient is in it. */
export function readForExport(app: Pick<App, 'db'>, actor: Actor, page: number): Promise<ExportPage> {
  return app.db.as(actor, async tx => {
    const { sites, services } = await tx.exchange.totals();
    const from = (page - 1) * sitesOnPage;
    const listings = await tx.exchange.listings({ from, limit: sitesOnPage });
    return { listings, of: { page, pages: Math.max(1, Math.ceil(sites / sitesOnPage)), services } };
  });
}

/** Everything, page by page in one transaction. */
export function readAllForExport(app: Pick<App, 'db'>, actor: Actor): Promise<Listings> {
  return app.db.as(actor, async tx => {
    const all: Listings = { sites: [], services: [], categories: [] };
    for (let from = 0; ; from += sitesOnPage) {
      const { sites, services, categories } = await tx.exchange.listings({ from, limit: sitesOnPage });
      all.categories = categories;
      if (sites.length === 0) return all;
      for (const one of sites) all.sites.push(one);
      for (const one of services) all.services.push(one);
    }
  });
}

export interface ExportedFile {
  name: string;
  type: string;
  bytes: Uint8Array;
}

/** Listings in one of the formats, as a file; all there are, or the part that `of` says. */
export function exportedFile(
  { bundles, config }: Pick<App, 'bundles' | 'config'>,
  {
    listings,
    format,
    of = { page: 1, pages: 1, services: listings.services.length },
  }: { listings: Listings; format: ExportFormat; of?: PageOf },
): ExportedFile {
  const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
  switch (format) {
    case 'hsds-csv':
      return { name: 'directory-hsds.zip', type: 'application/zip', bytes: zipOf(writePackage(listings)) };
    case 'hsds-json': {
      const value = hsdsJson(hsdsTables(listings, nameUuid), of);
      return { name: 'directory-hsds.json', type: 'application/json; charset=utf-8', bytes: json(value) };
    }
    case 'fhir': {
      const value = bundles.write(listings, config.baseUrl);
      return {
        name: 'directory-fhir.json',
        type: 'application/fhir+json; charset=utf-8',
        bytes: json(value),
      };
    }
  }
}
