import type { Instant } from '../../domain/case/time.ts';

export const joinKinds = ['practice', 'clinic', 'hospital', 'group', 'central-intake'] as const;
export type JoinKind = (typeof joinKinds)[number];

/** What a new site wants to do here. */
export const joinUses = ['ask', 'answer', 'refer', 'receive'] as const;
export type JoinUse = (typeof joinUses)[number];

/** A site that asks to join, as checked. */
export interface JoinRequest {
  siteName: string;
  kind: JoinKind;
  address: string;
  city: string;
  /** `N2L 3G1` */
  postalCode: string;
  phone: string;
  /** At least one. */
  uses: readonly JoinUse[];
  leadName: string;
  leadTitle: string;
  email: string;
  language: 'en' | 'fr';
  remarks: string;
}

/** Requests to join: anybody adds, the programme reads. */
export interface JoinRequests {
  /** Kept once per receipt, however often it is sent. */
  add(request: JoinRequest, receipt: string): Promise<void>;
  /** Oldest first; none for anybody but the programme. */
  waiting(): Promise<(JoinRequest & { key: string; askedAt: Instant })[]>;
}
