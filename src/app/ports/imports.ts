import type { Facility } from '../../domain/directory/facility.ts';
import type { Point } from '../../domain/directory/place.ts';
import type { Synonym } from '../../domain/directory/synonyms.ts';

/** What an import changed. */
export interface Saved {
  added: number;
  changed: number;
  unchanged: number;
}

/** What an entry of the directory says, as stems. */
export interface EntryStems {
  name: readonly string[];
  terms: readonly string[];
  text: readonly string[];
}

/** An entry without up-to-date stems: its text in both languages. */
export interface UnindexedEntry {
  site: number | null;
  service: number | null;
  kind: string;
  name: string;
  terms: string;
  text: string;
}

/** Filling the directory from files; by the operator alone. */
export interface Imports {
  /** Inserts new facilities and updates changed ones, by `source` and `ref`. */
  saveFacilities(source: string, facilities: readonly Facility[]): Promise<Saved>;
  saveCentres(centres: ReadonlyMap<string, Point>): Promise<void>;
  /** Adds terms that are not there; those a steward edited or removed stay as they are. */
  saveSynonyms(list: readonly Synonym[], source: string): Promise<void>;
  /** Every site and service that the directory shows, with its words. */
  entries(): Promise<UnindexedEntry[]>;
  saveEntries(
    entries: readonly { site: number | null; service: number | null; kind: string; stems: EntryStems }[],
  ): Promise<void>;
  /** Counts the stems anew; after `saveEntries`. */
  countStems(): Promise<void>;
  record(source: string, fileHash: string, counts: Readonly<Record<string, number>>): Promise<void>;
}
