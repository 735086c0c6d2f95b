import type { Instant } from './time.ts';

/**
 * What a case asks later on: an ended eConsult what happened in the end, and what was advised, then of the lead too
 * (docs/decisions/0038); a referral whether the patient has read that a visit is off (0070).
 */
export type LaterWhat = 'outcome' | 'advised' | 'advised-lead' | 'visit-off';

/** One thing to ask, and when. */
export interface Later {
  what: LaterWhat;
  at: Instant;
}

/** How a move changes what is asked later: kinds that no longer hold, and those that come. */
export interface LaterChange {
  drop: LaterWhat[];
  rows: Later[];
}
