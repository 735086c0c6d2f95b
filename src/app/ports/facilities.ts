import type { Instant } from '../../domain/case/time.ts';
import type { FacilityDetails, Standing } from '../../domain/directory/facility-details.ts';

/** A facility as the site that keeps it sees it. */
export interface OwnFacility extends FacilityDetails, Standing {
  id: number;
  key: string;
  version: number;
}

export interface FacilityHistoryLine {
  version: number;
  changes: Record<string, { before: unknown; after: unknown }>;
  at: Instant;
  /** Member. */
  by: number;
}

/** Facilities of the directory that the actor's site keeps, for its stewards and leads. Everything else is not there. */
export interface Facilities {
  byKey(key: string): Promise<OwnFacility | null>;
  /** With its line of the history; false when it is not at `version` any more. */
  edit(
    one: Pick<OwnFacility, 'id' | 'version'>,
    said: FacilityDetails & Standing,
    changes: FacilityHistoryLine['changes'],
  ): Promise<boolean>;
  /** Newest first, at most 200. */
  history(site: number): Promise<FacilityHistoryLine[]>;
}
