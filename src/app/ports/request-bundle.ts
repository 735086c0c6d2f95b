import type { Instant } from '../../domain/case/time.ts';
import type { RequestStory } from '../read-request.ts';

/** A file of a story that goes along, by the inside id of its attachment. */
export type FilesOfStory = ReadonlyMap<number, Uint8Array>;

/** A request as one party may read it, as the clinical world exchanges it: a FHIR R4 Bundle. `base` has no slash at its end. */
export type WriteRequest = (
  story: RequestStory,
  given: { base: string; now: Instant; files: FilesOfStory },
) => unknown;
