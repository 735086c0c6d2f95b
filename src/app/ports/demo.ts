import type { Instant } from '../../domain/case/time.ts';
import type { Actor } from '../actor.ts';
import type { Tx } from './database.ts';
import type { Mail } from './mailer.ts';

/** Somebody whom a visitor of a demonstration may be. */
export interface DemoPerson {
  person: number;
  key: string;
  name: string;
  /** Job title, by language. */
  does: Record<'en' | 'fr', string>;
  siteName: Record<'en' | 'fr', string>;
}

/** A message of a demonstration that no notice caused: about an account or a listing. */
export interface KeptMail extends Mail {
  /** Of whoever has an account with that address; else null. */
  name: string | null;
  madeAt: Instant;
}

/** A database is a demo from its creation, or never. */
export interface Demo {
  isDemo(): Promise<boolean>;
  /** The people of a demo who have a job title to show, in the order they were made, at most 24; else none. */
  people(): Promise<DemoPerson[]>;
  /** Moves the clock of cases forward. Throws when the database is no demo or `hours` is not positive. */
  moveClock(hours: number): Promise<Instant>;
  /**
   * For the operator who fills a new demo: the same transaction as `actor`, with the clock of cases at `at`, until the next
   * call. Throws for anybody else.
   */
  pretend(actor: Actor, at: Instant): Promise<Tx>;
  /** For jobs: keeps a message for the mailbox page, once by its Message-ID. Nothing happens in a database that is no demo. */
  keepMail(mail: Mail): Promise<void>;
  /** Those that were kept, newest first. */
  keptMails(limit: number): Promise<KeptMail[]>;
}
