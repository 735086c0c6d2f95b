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

export const joinAnswers = ['invited', 'declined', 'duplicate'] as const;
export type JoinAnswer = (typeof joinAnswers)[number];

/** A request to join as the programme has it. */
export interface KeptJoinRequest extends JoinRequest {
  id: number;
  key: string;
  askedAt: Instant;
  /** Null while it is open. `answeredBy` is a member. */
  answer: JoinAnswer | null;
  note: string;
  answeredAt: Instant | null;
  answeredBy: number | null;
  /** Counts up with every answer. */
  version: number;
  /** It was opened, and works here. */
  opened: boolean;
}

/** Requests to join: anybody adds, the programme reads, its stewards answer. */
export interface JoinRequests {
  /** Kept once per receipt, however often it is sent. */
  add(request: JoinRequest, receipt: string): Promise<void>;
  /** Open ones first, the oldest on top; then those answered, the newest on top. None for anybody but the programme. */
  all(): Promise<KeptJoinRequest[]>;
  byKey(key: string): Promise<KeptJoinRequest | null>;
  /** Also for jobs. */
  byId(id: number): Promise<KeptJoinRequest | null>;
  /** False when it was answered since `version`. */
  answer(id: number, version: number, given: { answer: JoinAnswer; note: string }): Promise<boolean>;
  /**
   * Opens the site of an invited request, with whoever asked as its lead and steward; null when it is open already. `invited`:
   * they have no password yet, and the link with this token (sha256, hexadecimal) is theirs for `hours`.
   */
  open(
    id: number,
    link: { tokenHash: string; hours: number },
  ): Promise<{ person: number; invited: boolean } | null>;
}
