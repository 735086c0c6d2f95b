import type { Instant } from '../../domain/case/time.ts';

export const claimAnswers = ['approved', 'refused'] as const;
export type ClaimAnswer = (typeof claimAnswers)[number];

/** Why a facility's listing cannot be asked for. */
export type ClaimHindrance = 'no-facility' | 'already-claimed' | 'already-asked';

/** What a site says when it asks for a listing. */
export interface NewClaim {
  /** Inside id of the facility. */
  facility: number;
  reason: string;
  contactName: string;
  contactPhone: string;
  email: string;
  language: 'en' | 'fr';
}

/** A request to keep the listing of a facility. */
export interface Claim extends Omit<NewClaim, 'facility'> {
  id: number;
  key: string;
  facility: { key: string; nameEn: string; nameFr: string; city: string | null };
  site: { key: string; nameEn: string; nameFr: string };
  askedAt: Instant;
  /** Member. */
  askedBy: number;
  answer: ClaimAnswer | null;
  note: string;
  answeredAt: Instant | null;
  answeredBy: number | null;
}

/** Requests to keep the listing of a facility: one's own site's; all of them for stewards of the programme and for jobs. */
export interface Claims {
  /** Null when the facility may be asked for. */
  hindrance(facility: number): Promise<ClaimHindrance | null>;
  /** Its inside id; null when another asked a moment before. */
  add(claim: NewClaim): Promise<number | null>;
  /** Of one's own site, newest first. */
  mine(): Promise<Claim[]>;
  /** Open ones first, then answered ones, newest first; at most 200. */
  all(): Promise<Claim[]>;
  byKey(key: string): Promise<Claim | null>;
  byId(id: number): Promise<Claim | null>;
  /** Once; false when it has an answer. A yes gives the listing to the site. */
  answer(claim: number, answer: ClaimAnswer, note: string): Promise<boolean>;
}
