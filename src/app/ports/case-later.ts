import type { Instant } from '../../domain/case/time.ts';
import type { LaterChange, LaterWhat } from '../../domain/econsult/later.ts';

/** A moment that has come. */
export interface DueLater {
  caseId: number;
  what: LaterWhat;
  at: Instant;
}

/** What ended eConsults still ask of their requesters. */
export interface CaseLater {
  /** With the events of the move, in its transaction. */
  change(caseId: number, change: LaterChange): Promise<void>;
  /** For the job: takes those out whose moment has come, at most `limit`, the oldest first. */
  take(limit: number): Promise<DueLater[]>;
  /** For the job: the key of an eConsult; null when there is none. */
  caseKey(caseId: number): Promise<string | null>;
}
