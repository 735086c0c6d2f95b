import type { RecordedEvent } from '../../domain/case/events.ts';
import type { CaseState, CaseType } from '../../domain/case/state.ts';
import type { ChainLink } from '../chain.ts';

/** A case and all its events as they lie in the database, for the operator who proves them. */
export interface StoredCase {
  id: number;
  key: string;
  type: CaseType;
  state: CaseState;
  version: number;
  turn: number;
  /** Hexadecimal. */
  lastHash: string;
  events: readonly StoredEvent[];
}

export interface StoredEvent {
  link: ChainLink;
  by: RecordedEvent['by'];
  /** Canonical text; '' when purged. Absent: the row is gone. */
  body: string | null;
  purged: boolean;
}

/** On the owner's connection only; anybody else sees no rows. */
export interface CaseProofs {
  /** Up to `limit` cases with ids above `after`, in order. */
  batch(after: number, limit: number): Promise<StoredCase[]>;
  /** Writes access anew from the state, and says whether it was otherwise before. */
  project(caseId: number): Promise<boolean>;
  /** Puts the folded state in the place of another. */
  rewrite(caseId: number, state: CaseState, turn: number): Promise<void>;
}
