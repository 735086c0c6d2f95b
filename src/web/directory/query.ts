import { z } from 'zod';
import { text } from '../../http/form.ts';

/** What the address of a search may carry. */
export const query = z.strictObject({
  ...{ q: text(), lang: text(100), near: text(200), limit: text(20), kind: text(100), page: text(20) },
});
/** A search as its address says it; every part may be empty. */
export type Query = z.infer<typeof query>;

/** What may be listed. */
export const kinds = ['all', 'referral', 'econsult', 'facility'] as const;

/** Entries on a page, and in an answer without `limit`. */
export const pageSize = 20;
