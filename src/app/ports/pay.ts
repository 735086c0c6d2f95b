import type { Day, Instant } from '../../domain/case/time.ts';
import type { SentLine } from '../../domain/pay/corrections.ts';
import type { Service } from '../../domain/pay/lines.ts';

/** An answered eConsult for one of the two who may be paid for it, with what pages say of it. */
export interface NamedService extends Service {
  /** Of the request. */
  reference: string;
  name: string;
  site: number;
  siteName: { en: string; fr: string };
}

/** A line of a month that was closed. */
export interface ClosedLine extends SentLine {
  site: number;
  /** Its first day. */
  month: Day;
  reference: string;
  name: string;
  code: string;
  paidMinutes: number;
  /** Makes up for a line of an earlier month. */
  correcting: boolean;
}

/** What is sent when a month is closed. */
export type LineToSend = Pick<
  ClosedLine,
  'service' | 'side' | 'member' | 'day' | 'code' | 'cents' | 'paidMinutes' | 'correcting'
>;

/** A month that a site has closed. */
export interface ClosedMonth {
  site: number;
  /** Its first day. */
  month: Day;
  closedAt: Instant;
}

/** Figures of one cut: everything, a month, a specialty, a group or a requester. Shares from 0 to 1. */
export interface Figures {
  by: 'all' | 'month' | 'specialty' | 'group' | 'requester';
  /** '' for all and for several that are too few to be named. */
  of: { en: string; fr: string };
  /** Several together, each of fewer than 6 patients. */
  few: boolean;
  answered: number;
  hours: { median: number; ninetieth: number };
  promised: number;
  inWeek: number;
  minutesMedian: number;
  /** Those with a close-out survey, and what it said. */
  surveyed: number;
  avoided: number;
  stillNeeded: number;
  notContemplated: number;
  /** Rated 4 or 5 by the requester. */
  valued: number;
}

/** Payment and figures of answered eConsults. The database decides whose: one's own, a lead's site, or for the programme all. */
export interface Pay {
  sees(): Promise<'none' | 'own' | 'site' | 'all'>;
  services(): Promise<NamedService[]>;
  sent(): Promise<ClosedLine[]>;
  /** Months that sites have closed, of those the actor sees; each by its first day. */
  closed(): Promise<ClosedMonth[]>;
  /** False: not a lead, the month is not over, or it was closed before. */
  close(month: Day, lines: readonly LineToSend[]): Promise<boolean>;
  /** Of answers from the first day to before the second. */
  report(from: Day, until: Day): Promise<Figures[]>;
}
