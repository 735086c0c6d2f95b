import type { Instant } from '../../domain/case/time.ts';

/** A database is a demo from its creation, or never. */
export interface Demo {
  isDemo(): Promise<boolean>;
  /** Moves the clock of cases forward. Throws when the database is no demo or `hours` is not positive. */
  moveClock(hours: number): Promise<Instant>;
}
