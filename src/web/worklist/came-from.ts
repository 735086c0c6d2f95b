import { z } from 'zod';
import { filterParams, filterQuery, type Typed } from './filters.tsx';

/** What the address of a story says of the list it was opened from: a folder and its filters, never a name. */
export const cameFrom = filterQuery.omit({ after: true }).extend({ from: z.string().max(60).optional() });
export type CameFrom = z.infer<typeof cameFrom>;

/** `from=needs-me&type=referral`; '' when it was opened from elsewhere. */
export function fromQuery({ from, ...typed }: CameFrom): string {
  return from === undefined ? '' : filterParams(typed, { from });
}

/** The story of a request, opened from a list. What was searched for is in no address, so a search has no neighbours. */
export function storyUrl(requestKey: string, from?: string, typed: Typed = {}): string {
  const { q, here: _here, after: _after, ...plain } = typed;
  const query = q === undefined ? fromQuery({ ...plain, from }) : '';
  return `/requests/${requestKey}${query && `?${query}`}`;
}
