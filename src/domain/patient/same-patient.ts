import type { HealthCard } from './health-card.ts';

/** What two records are compared by. */
export interface Likeness {
  given: string;
  family: string;
  birthDate: string;
  card: HealthCard;
}

/** Why two records may be one person: certain enough to stop and ask, or worth showing. */
export type Sameness = 'same-card' | 'same-name-and-birth' | 'near-name-and-birth';

/** A name for comparing: no accents, case, spaces, hyphens or apostrophes; letters of every script are kept. */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** How likely two records of one site are the same person; undefined when they are not. Never merges by itself. */
export function sameness(a: Likeness, b: Likeness): Sameness | undefined {
  const [cardA, cardB] = [cardKey(a.card), cardKey(b.card)];
  if (cardA && cardA === cardB) return 'same-card';
  if (a.birthDate !== b.birthDate) return undefined;
  // Two cards that differ are two people, however alike: twins named alike exist.
  if (cardA && cardB) return undefined;
  const [left, right] = [nameSet(a), nameSet(b)];
  if (left === right) return 'same-name-and-birth';
  return near(left, right) ? 'near-name-and-birth' : undefined;
}

/** Plan and number, '' without a number; a version code changes with every new card. */
export function cardKey(card: HealthCard): string {
  return 'number' in card ? `${card.kind}:${card.number}` : '';
}

/** Given and family name in one order, since they are often typed into each other's field. */
function nameSet(of: Likeness): string {
  return [foldName(of.given), foldName(of.family)].sort().join(' ').trim();
}

/** One letter added, left out, changed or swapped with its neighbour. */
function near(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1 || short.length < 4) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start++;
  let end = 0;
  while (end < short.length - start && short.at(-1 - end) === long.at(-1 - end)) end++;
  const [restShort, restLong] = [
    short.slice(start, short.length - end),
    long.slice(start, long.length - end),
  ];
  if (restLong.length <= 1) return true;
  return restShort.length === 2 && restShort === [...restLong].reverse().join('');
}
