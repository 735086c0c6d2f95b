import type { Day, Instant } from '../../domain/case/time.ts';
import type { AnswerClock } from '../../domain/econsult/answer-clock.ts';
import type { QuestionType } from '../../domain/econsult/econsult.ts';
import type { SentLine } from '../../domain/pay/corrections.ts';
import type { Service } from '../../domain/pay/lines.ts';
import type { AnswerRow, Match, RowFault } from '../../domain/pay/payer-answer.ts';
import type { PayRule } from '../../domain/pay/rules.ts';
import type { Answered, PayStep } from '../../domain/pay/standing.ts';

/** Which version of a rule paid a line: by its first day, and where it is from. */
export type RuleVersion = Pick<PayRule, 'from' | 'source' | 'checked'>;

/** An answered eConsult for one of the two who may be paid for it, with what pages say of it. */
export interface NamedService extends Service {
  /** Of the request. */
  reference: string;
  name: string;
  site: number;
  siteName: { en: string; fr: string };
  /** False: it is elsewhere, or was purged, and is here to be counted in a cap alone; it has no reference and no names. */
  seen: boolean;
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
  /** What the payer knows it by. */
  claim: string;
  /** Null for lines from before this was kept. */
  rule: RuleVersion | null;
  /** Its month is closed for good. */
  settled: boolean;
}

/** What is sent when a month is closed. */
export type LineToSend = Pick<
  ClosedLine,
  'service' | 'side' | 'member' | 'day' | 'code' | 'cents' | 'paidMinutes' | 'correcting' | 'rule'
>;

/** What the payer said to one claim. */
export interface Reckoned extends Answered {
  claim: string;
}

/** What a row of a file came to when the file was taken. */
export interface RowOutcome {
  line: number;
  match: Match;
  /** What was outstanding, in cents. */
  claimed: number;
}

/** An answer of the payer as it was read: kept when it is uploaded, and nothing is changed by that. */
export interface AnswerFile {
  key: string;
  /** First day of the month it answers. */
  month: Day;
  /** Of the file. */
  name: string;
  rows: readonly AnswerRow[];
  faults: readonly RowFault[];
  at: Instant;
  by: string;
  taken: { at: Instant; by: string; outcomes: readonly RowOutcome[] } | null;
  undone: { at: Instant; by: string; why: string } | null;
}

/** A file to be kept; `digest` is the same for the same file. */
export type FileToKeep = Pick<AnswerFile, 'key' | 'month' | 'name' | 'rows' | 'faults'> & { digest: string };

/** A month that a site has closed. */
export interface ClosedMonth {
  site: number;
  /** Its first day. */
  month: Day;
  closedAt: Instant;
}

/**
 * Figures of one cut: everything, a month, a specialty, a group or a requester. Shares from 0 to 1. Null is what cannot be said:
 * a median of nothing, a mean of fewer than five.
 */
export interface Figures {
  by: 'all' | 'month' | 'specialty' | 'group' | 'requester';
  /** '' for all and for several that are too few to be named. */
  of: { en: string; fr: string };
  /** Several together, each of fewer than 6 patients. */
  few: boolean;
  answered: number;
  /** Without an answer, and the promise is past. */
  late: number;
  hours: { median: number | null; ninetieth: number | null };
  /** Of the answered and the late ones: the migration that makes them says how. */
  promised: number | null;
  /** Of the answered ones and those asked more than 7 days ago. */
  inWeek: number | null;
  minutesMedian: number | null;
  /** Those with a close-out survey, and what it said. */
  surveyed: number;
  avoided: number;
  stillNeeded: number;
  notContemplated: number;
  confirmed: number;
  newAdvice: number;
  notUseful: number;
  /** Rated 4 or 5 by the requester. */
  valued: number;
  /** Means from 1 to 5: how good the answer was, and how much was learnt. */
  quality: number | null;
  learnt: number | null;
  types: Record<QuestionType, number>;
  /** Times that an asker said that one of these answers, or the wait for it, could have harmed. */
  harms: number;
}

/** A question without an answer. */
export interface Unanswered {
  case: number;
  clock: AnswerClock;
  zone: string;
}

/** Payment and figures of answered eConsults. The database decides whose: one's own, a lead's site, or for the programme all. */
export interface Pay {
  sees(): Promise<'none' | 'own' | 'site' | 'all'>;
  services(): Promise<NamedService[]>;
  sent(): Promise<ClosedLine[]>;
  /** Keys of those whose pay the actor sees, by member. */
  members(): Promise<ReadonlyMap<number, string>>;
  /** Months that sites have closed, of those the actor sees; each by its first day. */
  closed(): Promise<ClosedMonth[]>;
  /** False: not a lead, the month is not over, or it was closed before. */
  close(month: Day, lines: readonly LineToSend[]): Promise<boolean>;
  /** Until the end of the transaction nobody else takes an answer, takes one back, does a step or settles a month. */
  lock(): Promise<void>;
  /** What the payer said to lines the actor sees, of answers that stand. */
  reckoned(): Promise<Reckoned[]>;
  /** Files of one's own site to a month, or the one with a key, newest first; those of the programme for its stewards. */
  answerFiles(of: { month: Day } | { key: string }): Promise<AnswerFile[]>;
  /** The key of the file, or of the same file that was kept before and not taken back; null: not for the actor. */
  keepAnswer(file: FileToKeep): Promise<string | null>;
  /** False: not the actor's, or taken before. Throws when a row cannot be taken. */
  takeAnswer(key: string, rows: readonly AnswerRow[], outcomes: readonly RowOutcome[]): Promise<boolean>;
  /** `later`: another answer builds on what was done after this one. */
  undoAnswer(key: string, why: string): Promise<'done' | 'settled' | 'later' | 'missing'>;
  /** About the answer to this attempt. False: not the actor's, settled, or something was done already. */
  step(claim: string, attempt: number, step: PayStep): Promise<boolean>;
  /** Closes the month of these sites for good. False: none of them could be. */
  settle(month: Day, sites: readonly number[]): Promise<boolean>;
  /** Months that are closed for good. */
  settled(): Promise<ClosedMonth[]>;
  /** Of those whose figures the actor sees. */
  unanswered(): Promise<Unanswered[]>;
  /** From the first day to before the second; `late` are those of the unanswered whose promise is past, and since when. */
  report(from: Day, until: Day, late: readonly { case: number; due: Instant }[]): Promise<Figures[]>;
}
