import { z } from 'zod';
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
export const kinds = ['all', 'referral', 'econsult', 'facility'] as const;

/** Entries on a page, and in an answer without `limit`. */
export const pageSize = 20;

/** The address of the same search on another page. */
export function addressOf(asked: Query, at: number): string {
  const parts = Object.entries({ ...asked, page: at > 1 ? String(at) : '' }).filter(
    ([, value]) => value !== '',
  );
  const search = new URLSearchParams(parts).toString();
  return search === '' ? '/directory' : `/directory?${search}`;
}
