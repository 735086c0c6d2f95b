import type { Reason } from './rank.ts';
import { regions } from './service.ts';

/** An advice group among those that were found. */
export interface Regional {
  entry: {
    key: string;
    categoryCode: string | null;
    /** First letters of the postal codes it answers for; empty for all of Ontario. */
    regions: readonly string[];
  };
  reasons: Reason[];
}

/** Regions that a requester asks first: chosen, at most three, each once, else the one where the site is. */
export const mostRegions = 3;

/** What of it are regions, in order and once each. */
export function regionsAsked(chosen: readonly string[]): string[] {
  const known = chosen.filter(one => (regions as readonly string[]).includes(one));
  return [...new Set(known)].slice(0, mostRegions);
}

/**
 * Advice groups as found, and of each specialty those first that answer for a region which the requester asks first, in the order
 * of those regions; then those for all of Ontario, then others. Among equals, and between specialties, fit to the words decides
 * as before: a group takes only a place that one of its own specialty had.
 */
export function regionalFirst<One extends Regional>(found: readonly One[], first: readonly string[]): One[] {
  const queues = new Map<string, One[]>();
  const specialty = ({ entry }: One) => entry.categoryCode ?? `only ${entry.key}`;
  for (const one of found) queues.set(specialty(one), [...(queues.get(specialty(one)) ?? []), one]);
  for (const [of, queue] of queues) queues.set(of, sorted(queue, first));
  return found.map(one => queues.get(specialty(one))!.shift()!);
}

function sorted<One extends Regional>(queue: readonly One[], first: readonly string[]): One[] {
  const told = queue.map((one, at) => ({ one, at, place: placeOf(one.entry, first) }));
  told.sort((a, b) => a.place - b.place || a.at - b.at);
  return told.map(({ one, place }) => {
    const region = first[place];
    if (region === undefined) return one;
    return { ...one, reasons: [...one.reasons, { code: 'asked-first' as const, region }] };
  });
}

/** Before everybody by the order of the regions, then all of Ontario, then others. */
function placeOf(entry: Regional['entry'], first: readonly string[]): number {
  if (entry.regions.length === 0) return first.length;
  const place = first.findIndex(region => entry.regions.includes(region));
  return place < 0 ? first.length + 1 : place;
}
