import type { LaterChange, LaterWhat } from '../../domain/case/later.ts';
import type { Instant } from '../../domain/case/time.ts';

/** A moment that has come. */
export interface DueLater {
  caseId: number;
  what: LaterWhat;
  at: Instant;
}

/** What cases ask later on: ended eConsults of their requesters; a visit that is off, whether the patient knows. */
export interface CaseLater {
  /** With the events of the move, in its transaction. */
  change(caseId: number, change: LaterChange): Promise<void>;
  /** For the job: takes those out whose moment has come, at most `limit`, the oldest first. */
  take(limit: number): Promise<DueLater[]>;
  /** For the job of a case: its key; null when there is none. */
  caseKey(caseId: number): Promise<string | null>;
  /** For the job of a case: nobody has opened the news that its last visit is off, and nobody reached the patient since. */
  newsUnread(caseId: number): Promise<boolean>;
}
