import type { Medium } from '../../domain/case/state.ts';
import type { Instant } from '../../domain/case/time.ts';
import type { Freed } from '../../domain/schedule/freed.ts';
import type { Text } from '../../domain/schedule/plan.ts';
import type { Busy } from '../../domain/schedule/slots.ts';

/** Somebody has this time. */
export interface Visit {
  caseKey: string;
  requestKey: string;
  reference: string;
  turn: number;
  /** "Family, Given"; null for a case of a unit that is not the viewer's. */
  patient: string | null;
  urgent: boolean;
  /** Inside id; null for a date that was typed by hand. */
  schedule: number | null;
  type: Text | null;
  start: Instant;
  end: Instant;
  label: string;
  medium: Medium;
  status: 'offered' | 'booked' | 'confirmed' | 'seen' | 'missed';
}

/** Somebody who had an appointment and has none any more, or who can come soon. */
export interface Waiting {
  caseKey: string;
  requestKey: string;
  reference: string;
  patient: string | null;
  urgent: boolean;
  service: Text | null;
}

export interface ToRebook extends Waiting {
  /** When the visit was to be. */
  was: Instant;
  how: string;
  since: Instant;
}

export interface OnShortNotice extends Waiting {
  /** Of notice. */
  hours: number;
  since: Instant;
  /** The visit they have. */
  visit: Instant | null;
}

/** Who has which time, as the party of the transaction may know. */
export interface Visits {
  /** Visits of the actor's site that begin in that time, in order, at most 500. Audited. */
  between(from: Instant, to: Instant, schedule?: number): Promise<Visit[]>;
  /** Times in which schedules, or their clinicians elsewhere, are taken; those of the case `except` left out. */
  busy(
    schedules: readonly number[],
    within: { from: Instant; to: Instant; except?: number },
  ): Promise<(Busy & { schedule: number })[]>;
  /** Longest ago first, at most 200. Audited. */
  toRebook(): Promise<ToRebook[]>;
  /** In the order in which they are asked, at most 200. Audited. */
  shortNotice(): Promise<OnShortNotice[]>;
  /** For a job: the next to ask about a freed slot, who is not asked again; null when there is nobody. */
  askNext(freed: Freed, urgentOnly: boolean): Promise<{ caseId: number; caseKey: string } | null>;
}
