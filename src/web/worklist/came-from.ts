import { z } from 'zod';
import { type FilterQuery, filterQuery } from './filters.tsx';

/** What the address of a story says of the list it was opened from: a folder and its filters, never a name. */
export const cameFrom = filterQuery.omit({ after: true }).extend({ from: z.string().max(60).optional() });
export type CameFrom = z.infer<typeof cameFrom>;

/** `from=needs-me&type=referral`; '' when it was opened from elsewhere. */
export function fromQuery({ from, type, service, assigned, urgency }: CameFrom): string {
  if (from === undefined) return '';
  const given = Object.entries({ from, type, service, assigned, urgency }).filter(([, value]) => value);
  return new URLSearchParams(given as [string, string][]).toString();
}

/** The story of a request, opened from a list. What was searched for is in no address, so a search has no neighbours. */
export function storyUrl(
  requestKey: string,
  from?: string,
  typed: FilterQuery & { q?: string } = {},
): string {
  const query = typed.q === undefined ? fromQuery({ ...typed, from }) : '';
  return `/requests/${requestKey}${query && `?${query}`}`;
}
