import type { Instant } from '../../domain/case/time.ts';
import type { Synonyms as Group } from '../../domain/directory/synonyms.ts';

/** A group of words that mean the same, as the programme keeps it. */
export interface KeptSynonyms extends Group {
  id: number;
  key: string;
  /** It came with the product. */
  shipped: boolean;
  /** Counts up with every change. */
  version: number;
  /** Of a steward: null while a shipped group is as it came. `changedBy` is a member. */
  changedAt: Instant | null;
  changedBy: number | null;
  removedAt: Instant | null;
}

/** The open list of synonyms. Everybody reads; only stewards of the programme write. */
export interface SynonymList {
  /** Waits until nobody else writes, to the end of the transaction: a word is then looked up and taken in peace. */
  lock(): Promise<void>;
  /** Those in use, by their first word. */
  all(): Promise<KeptSynonyms[]>;
  /** Also one that was removed. */
  byKey(key: string): Promise<KeptSynonyms | null>;
  /** Which of these words (as the search knows them) are in a group in use. */
  holders(words: readonly string[]): Promise<{ word: string; group: KeptSynonyms }[]>;
  add(group: Group, words: readonly string[]): Promise<KeptSynonyms>;
  /** Also brings back one that was removed. */
  change(id: number, group: Group, words: readonly string[]): Promise<void>;
  remove(id: number): Promise<void>;
}
