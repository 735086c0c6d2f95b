import type { Day } from '../../domain/case/time.ts';
import type { Filterable, Filters } from '../../domain/directory/filters.ts';
import type { Point } from '../../domain/directory/place.ts';
import type { Poolable } from '../../domain/directory/pool.ts';
import type { Candidate } from '../../domain/directory/rank.ts';
import type { Service, ServiceKind } from '../../domain/directory/service.ts';
import type { Synonyms } from '../../domain/directory/synonyms.ts';

/** A stem to look for and how much it says. */
export interface WeighedStem {
  stem: string;
  weight: number;
}

export interface CandidateQuery {
  /** Entries with at least one of them; all entries when empty. */
  stems: readonly WeighedStem[];
  /**
   * Where very many entries have them: how many of the loudest of each stem are read, and the stems of concepts of which an
   * entry that has one of each is read too.
   */
  common?: { takes: readonly number[]; together: readonly (readonly string[])[] };
  kinds?: readonly (ServiceKind | 'facility')[];
  /** Those that `passes` of domain/directory/filters.ts lets through, so that no place is taken by others. */
  filters?: Filters;
  /** Breaks ties: the nearer come first. */
  near?: Point;
  /** At most 200. */
  limit: number;
}

/** What is looked at to put an entry in its place. `postalCode` is a facility's alone. */
export interface Hit extends Candidate, Filterable {
  /** Inside id of the entry in the search. */
  id: number;
}

/** What a line of the list shows beside it. */
export interface Line extends Pick<Poolable, 'categoryCode' | 'joint' | 'point'> {
  /** Null parts where nobody said what kind of place it is. */
  category: { en: string | null; fr: string | null };
  siteName: { en: string; fr: string } | null;
  city: string | null;
  postalCode: string | null;
  /** Days within which 9 in 10 were seen or answered, and how many people `wait` and this rest on. */
  ninetieth: number | null;
  people: number | null;
  /** People waited, but fewer than six: nothing is said of it, `wait` and the others are null. */
  tooFew: boolean;
  /** Not reached yet: longer than `ninetieth`. */
  ninetiethMore?: boolean;
  pausedUntil: Day | null;
  /** Of a service: its own, else that of its first place, else of whose it is. */
  phone: string | null;
  demo: boolean;
}

/** An entry with all that a line of the list shows. */
export interface Found extends Hit, Line {}

export interface DirectoryFacility {
  key: string;
  name: { en: string; fr: string };
  /** What kind of place it is. */
  type: { en: string; fr: string } | null;
  address: string | null;
  city: string | null;
  postalCode: string | null;
  phone: string | null;
  fax: string | null;
  onNetwork: boolean;
  /** A site keeps this listing, or is it itself. */
  kept: boolean;
  approximate: boolean;
}

/** The public directory. Reading it says nothing of a patient and leaves no audit row. */
export interface Directory {
  /** As the stewards have them now, also of another process: a search after a change finds by it. The same list until then. */
  synonyms(): Promise<readonly Synonyms[]>;
  /** How many entries there are, and how many have each stem; a stem that none has is left out. */
  stemCounts(stems: readonly string[]): Promise<{ total: number; counts: Map<string, number> }>;
  /** Stems of the directory that look like these words, best first, up to three each. */
  likeStems(words: readonly string[]): Promise<{ typed: string; stem: string; entries: number }[]>;
  /** `total` counts to 1,000. */
  candidates(query: CandidateQuery): Promise<{ total: number; found: Hit[] }>;
  /** What to show of entries, by the inside id of each; one that is gone since is left out. */
  lines(entries: readonly number[]): Promise<Map<number, Line>>;
  fsaCentre(fsa: string): Promise<Point | null>;
  /** The middle of its entries, whatever the case and accents; null for a town without any. */
  townCentre(town: string): Promise<Point | null>;
  service(key: string): Promise<Service | null>;
  servicesByIds(ids: readonly number[]): Promise<Service[]>;
  /** After which key each list of `most` public pages begins, the first after ''. Reads every key. */
  pageStarts(most: number): Promise<string[]>;
  /** Keys of public pages, of services and facilities, in their order after `after`; at most `most`. */
  pageKeys(some: { after: string; most: number }): Promise<string[]>;
  servicesOf(site: number): Promise<Service[]>;
  /** A facility or a site of the network by its key. */
  facility(key: string): Promise<(DirectoryFacility & { id: number }) | null>;
}
