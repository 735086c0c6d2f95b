import type { UnindexedEntry } from './imports.ts';

/** A kind of service. `parent` is the code of the kind above it. */
export interface Category {
  code: string;
  nameEn: string;
  nameFr: string;
  terms: string;
  parent: string | null;
}

export interface KeptCategory extends Category {
  version: number;
  /** How many services are of this kind itself. */
  services: number;
}

/** The kinds of service, which stewards of the programme keep. Reading is for everybody. */
export interface Categories {
  /** Holds every other change back until this one is done, so that two moves close no circle. */
  lock(): Promise<void>;
  all(): Promise<KeptCategory[]>;
  byCode(code: string): Promise<KeptCategory | null>;
  /** Throws when the code is taken. */
  add(category: Category): Promise<void>;
  change(category: Category): Promise<void>;
  /** What the search says of every service of this kind; for a job. */
  entries(code: string): Promise<UnindexedEntry[]>;
}
