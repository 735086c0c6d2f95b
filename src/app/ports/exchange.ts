import type { Instant } from '../../domain/case/time.ts';
import type {
  ListedCategory,
  ListedService,
  ListedSite,
  Listings,
} from '../../domain/directory/exchange/listing.ts';
import type { KnownListings, RowLine, Write } from '../../domain/directory/exchange/plan.ts';
import type { EntryStems, UnindexedEntry } from './imports.ts';

export const exchangeFormats = ['csv', 'hsds', 'fhir'] as const;
export type ExchangeFormat = (typeof exchangeFormats)[number];

/** What an import is known by. */
export interface NewImport {
  key: string;
  /** Who publishes the list. */
  source: string;
  format: ExchangeFormat;
  /** '' when it has none. */
  fileName: string;
  /** SHA-256, hexadecimal. */
  fileHash: string;
}

/** A line of the list of imports. */
export interface ImportLine {
  id: number;
  key: string;
  source: string;
  format: ExchangeFormat;
  fileName: string;
  at: Instant;
  /** Member; null for the operator. */
  by: number | null;
  counts: Readonly<Record<string, number>>;
  undoneAt: Instant | null;
  /** What undoing left as it is; null before. */
  leftAlone: readonly LeftAlone[] | null;
}

export interface LeftAlone {
  name: string;
  why: 'in-use' | 'edited' | 'imported-again';
}

/** Something an import did. */
export interface ImportChange {
  id: number;
  site: number | null;
  service: number | null;
  key: string;
  ref: string;
  before: ListedSite | ListedService | null;
  after: ListedSite | ListedService;
  /** As it stands. */
  now: ListedSite | ListedService;
  /** A later import changed it too. */
  again: boolean;
  /** People of its own keep it, or it left the directory some other way. */
  kept: boolean;
}

/**
 * Listings in and out of the directory. Reading for export is everybody's; the rest is for stewards of the programme and
 * the operator, the database refuses others.
 */
export interface Exchange {
  /** One import at a time in all processes, until the transaction ends. */
  lock(): Promise<void>;
  /** Everything of a source, and what is at the same places or has one of these keys. */
  known(
    source: string,
    asked: { refs: readonly string[]; postalCodes: readonly string[] },
  ): Promise<KnownListings>;
  /** Inside id. */
  begin(one: NewImport): Promise<number>;
  addCategories(list: readonly ListedCategory[]): Promise<void>;
  /** Stores them and writes down what changed; without an import nothing is written down. */
  writeSites(source: string, list: readonly Write<ListedSite>[], importId: number | null): Promise<void>;
  writeServices(
    source: string,
    list: readonly Write<ListedService>[],
    importId: number | null,
  ): Promise<void>;
  end(importId: number, counts: Readonly<Record<string, number>>, rows: readonly RowLine[]): Promise<void>;
  /** Newest first. */
  list(limit: number): Promise<ImportLine[]>;
  byKey(key: string): Promise<ImportLine | null>;
  byId(id: number): Promise<ImportLine | null>;
  rows(importId: number): Promise<RowLine[]>;
  /** What is not undone yet. */
  changes(importId: number): Promise<ImportChange[]>;
  /** Of these, those that a case names or where somebody works; `leaving` are services that are taken out with them. */
  inUse(
    sites: readonly number[],
    services: readonly number[],
  ): Promise<{ sites: number[]; services: number[] }>;
  remove(sites: readonly number[], services: readonly number[]): Promise<void>;
  endUndo(importId: number, changes: readonly number[], left: readonly LeftAlone[]): Promise<void>;
  /** Inside ids of the sites and services that an import touched. */
  touched(importId: number): Promise<{ sites: number[]; services: number[] }>;
  entries(of: { sites: readonly number[]; services: readonly number[] }): Promise<UnindexedEntry[]>;
  index(
    of: { sites: readonly number[]; services: readonly number[] },
    entries: readonly (UnindexedEntry & { stems: EntryStems })[],
  ): Promise<void>;
  /** The public directory, sites by inside id; `from` passes over sites, `limit` counts them. Refs are keys. */
  listings(page: { from: number; limit: number }): Promise<Listings>;
  /** How many there are to export. */
  totals(): Promise<{ sites: number; services: number }>;
}
