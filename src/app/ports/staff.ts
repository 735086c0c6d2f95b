import type { Day, Instant } from '../../domain/case/time.ts';
import type { Role } from '../actor.ts';
import type { Language } from './people.ts';

/** A place that somebody has or had at the steward's own site. */
export interface StaffMember {
  member: number;
  key: string;
  person: number;
  name: string;
  title: string | null;
  email: string;
  language: Language;
  unit: number | null;
  roles: Role[];
  licence: string | null;
  jobTitleEn: string | null;
  jobTitleFr: string | null;
  /** The member who answers for a resident. */
  responsible: number | null;
  fromDay: Day;
  /** The last day. */
  untilDay: Day | null;
  suspended: boolean;
  ended: boolean;
  /** False: an invitation was not followed yet. */
  hasPassword: boolean;
  /** Members whose standing permission they hold. */
  actsFor: number[];
  /** Open cases that wait on them now. */
  holds: number;
  /** When mail to them last came back, until it is settled or their address changes. */
  mailFailed: Instant | null;
}

/** What a steward may change of a member. */
export interface StaffChange {
  roles: readonly Role[];
  unit: number | null;
  licence: string | null;
  jobTitleEn: string | null;
  jobTitleFr: string | null;
  responsible: number | null;
}

/** Why a place stays as it is. `holds-cases`: an open case waits on its member; `last-steward`: nobody else keeps the members. */
export type StaffRefusal = 'missing' | 'holds-cases' | 'last-steward' | 'too-early';

export type StaffOutcome = 'done' | StaffRefusal;

/** The members of one's own site: everything but `delegates` and `revoke` is for its steward alone, and empty for others. */
export interface Staff {
  all(): Promise<StaffMember[]>;
  /** How many of those who are here mail does not reach. */
  unreached(): Promise<number>;
  /** Somebody who has an account already; null for a new e-mail. */
  personWithEmail(email: string): Promise<number | null>;
  change(key: string, change: StaffChange): Promise<StaffOutcome>;
  suspend(key: string, suspended: boolean): Promise<StaffOutcome>;
  /** Somebody looked into mail that came back. */
  settleMail(key: string): Promise<StaffOutcome>;
  /** The last day; null takes an end back. */
  end(key: string, until: Day | null): Promise<StaffOutcome>;
  /** Members who hold one's own standing permission. */
  delegates(): Promise<number[]>;
  /** By the giver or a steward; else nothing happens. */
  revoke(giver: number, delegate: number): Promise<void>;
}
