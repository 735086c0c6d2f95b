import { z } from 'zod';
import { parseNear } from '../../domain/directory/place.ts';
import { text } from '../../http/form.ts';

/** What the address of a search may carry. */
export const query = z.strictObject({
  ...{ q: text(), lang: text(100), near: text(200), limit: text(20), kind: text(100), page: text(20) },
  ...{ age: text(20), sex: text(20), within: text(20), region: text(20), bounds: text(200) },
  ...{ virtual: text(20), accepting: text(20), wait: text(20), way: text(100), urgency: text(20) },
});
/** A search as its address says it; every part may be empty. */
export type Query = z.infer<typeof query>;

/** What may be listed. */
export const kinds = ['all', 'referral', 'econsult', 'community', 'facility'] as const;

/** Entries on a page, and in an answer without `limit`. */
export const pageSize = 20;

/**
 * What is kept of a search, as an address says it: its words and filters, not the page. Where somebody lives does not stay in
 * it: of a postal code its first three characters, of a point about ten kilometres. '' for a search for everything.
 */
export function keptOf(asked: Query): string {
  const kept = {
    ...asked,
    near: areaOf(asked.near),
    page: '',
    limit: '',
    kind: asked.kind === 'all' ? '' : asked.kind,
  };
  return new URLSearchParams(Object.entries(kept).filter(([, value]) => value !== '')).toString();
}

function areaOf(near: string): string {
  const read = parseNear(near);
  if (!read || 'town' in read) return near;
  if ('fsa' in read) return read.fsa;
  return [read.point.latitude, read.point.longitude].map(degrees => degrees.toFixed(1)).join(',');
}

/** The search that was kept so; null when it says something that no search says. */
export function readKept(kept: string): Query | null {
  return query.safeParse(Object.fromEntries(new URLSearchParams(kept))).data ?? null;
}

/** The address of the same search on another page. */
export function addressOf(asked: Query, at: number): string {
  const parts = Object.entries({ ...asked, page: at > 1 ? String(at) : '' }).filter(
    ([, value]) => value !== '',
  );
  const search = new URLSearchParams(parts).toString();
  return search === '' ? '/directory' : `/directory?${search}`;
}
