import type { Instant } from '../../domain/case/time.ts';
import type { Answered, Reviewer, ReviewItem } from '../../domain/econsult/peer-review.ts';
import type { Survey } from '../../domain/econsult/survey.ts';

type Name = { en: string; fr: string };
export type Ratings = Record<ReviewItem, number>;

/** What whoever leads a group sees of its reviews. */
export interface GroupReviews {
  /** Answers a month; 0: none are reviewed. */
  perMonth: number;
  reviewers: number;
  /** Of the last year. */
  open: number;
  given: number;
  /** Averages; null with fewer than five. */
  ratings: Ratings | null;
  /** Answers that a colleague called not safe, until somebody dealt with them. */
  unsafe: readonly { key: string; reference: string; month: string; comment: string }[];
}

/** An answer that the actor has to review. */
export interface OpenReview {
  key: string;
  name: Name;
  /** `YYYY-MM` */
  month: string;
  until: Instant;
}

/** Its words as they stand in the case, with every name that is known of it. */
export interface ReviewText {
  caseId: number;
  patientId: number | null;
  name: Name;
  month: string;
  title: string;
  /** Body of the event; null once it was purged. */
  question: Record<string, unknown> | null;
  /** The answer and its corrections, in their order; null once they were purged. */
  answer: readonly { type: string; body: Record<string, unknown> }[] | null;
  names: readonly string[];
}

/** What a colleague said of one of the actor's answers. */
export interface ReviewOfMe {
  name: Name;
  month: string;
  ratings: Ratings;
  safe: boolean;
  comment: string;
}

/** How requesters rated the actor's answers of the last year; averages from 1 to 5, null where nobody did. */
export interface RatingsOfMe {
  answers: number;
  rated: number;
  value: number | null;
  quality: number | null;
  learnt: number | null;
  avoided: number;
}

/** What a requester wrote at the close about one of the actor's answers, as they wrote it. Docs/decisions/0086. */
export interface ClosingWords {
  caseId: number;
  name: Name;
  /** `YYYY-MM` of the answer. */
  month: string;
  referral: Survey['referral'];
  /** '' without. */
  explain: string;
  comment: string;
  /** Of the patient and of whoever asked. */
  names: readonly string[];
}

/** Answers read by a colleague. Docs/decisions/0072. */
export interface PeerReviews {
  /** Null for whoever does not keep that group. */
  ofGroup(key: string): Promise<GroupReviews | null>;
  setGroup(key: string, perMonth: number): Promise<boolean>;
  settleUnsafe(key: string): Promise<boolean>;
  /** Groups of the actor with answers that were called not safe. */
  unsafeGroups(): Promise<{ key: string; name: Name }[]>;
  myGroups(): Promise<{ key: string; name: Name; reviewing: boolean }[]>;
  setReviewing(group: string, on: boolean): Promise<boolean>;
  mine(): Promise<OpenReview[]>;
  text(key: string): Promise<ReviewText | null>;
  give(key: string, given: { ratings: Ratings; safe: boolean; comment: string }): Promise<boolean>;
  decline(key: string): Promise<boolean>;
  ofMe(): Promise<ReviewOfMe[]>;
  ratingsOfMe(): Promise<RatingsOfMe>;
  closingWords(): Promise<ClosingWords[]>;
  /** For the job: groups (inside ids of their services) whose month was not drawn yet. */
  toDraw(month: string): Promise<{ service: number; perMonth: number }[]>;
  answers(service: number, from: Instant, until: Instant): Promise<Answered[]>;
  reviewers(service: number): Promise<Reviewer[]>;
  /** False when the month was drawn meanwhile. */
  keepDraw(
    service: number,
    month: string,
    drawn: readonly { key: string; case: number; author: number; reviewer: number }[],
  ): Promise<boolean>;
}
