import type { Medium } from '../case/state.ts';
import type { Day } from '../case/time.ts';

export interface Text {
  en: string;
  fr: string;
}

/** A kind of visit: what it is, how long it takes, how and where, and what the patient should know. */
export interface ClinicType {
  /** Inside id. */
  id: number;
  key: string;
  name: Text;
  /** Label of the appointment, which decides the wait that it ends. */
  label: string;
  /** Minutes with the patient. */
  minutes: number;
  /** Minutes kept free afterwards. */
  buffer: number;
  medium: Medium;
  /** The link of a video visit; empty where it is sent later. */
  link: string;
  /** How to prepare. */
  instructions: Text;
  /** Slug of the form that is asked before it; empty: none is. */
  form: string;
}

/** A session that comes again: on these weekdays, every so many weeks. */
export interface Pattern {
  /** The kind of visit, inside id. */
  type: number;
  /** 1 Monday to 7 Sunday. */
  weekdays: readonly number[];
  everyWeeks: number;
  from: Day;
  /** Last day; absent: until somebody ends it. */
  until?: Day;
  /** Minutes after midnight on the wall clock of the site. */
  opens: number;
  closes: number;
  /** How many slots at the end of each session are kept for urgent patients. */
  urgent: number;
  /** Hours before its start at which a kept slot becomes anybody's; absent: at its start, so never in time. */
  releaseHours?: number;
}

/** Days, both included, on which nobody is seen; with hours, only between them. */
export interface Closure {
  from: Day;
  until: Day;
  opens?: number;
  closes?: number;
}

/** Everything that slots are computed from. */
export interface Plan {
  /** IANA time zone of the site. */
  zone: string;
  /** Closed on the statutory holidays of Ontario. */
  keepsHolidays: boolean;
  types: readonly ClinicType[];
  patterns: readonly Pattern[];
  closures: readonly Closure[];
}
