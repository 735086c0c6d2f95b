/** A search of the directory that a member keeps. */
export interface SavedSearch {
  key: string;
  name: string;
  /** What follows the question mark in the address of the directory. */
  asked: string;
}

/** Searches that the member of the transaction keeps, at most 100. */
export interface SavedSearches {
  /** By name. */
  all(): Promise<SavedSearch[]>;
  /** Keeps it, or gives it this name when it is kept already. False when there are 100 others. */
  save(search: { name: string; asked: string }): Promise<boolean>;
  /** False when there is none. */
  rename(key: string, name: string): Promise<boolean>;
  remove(key: string): Promise<boolean>;
}
