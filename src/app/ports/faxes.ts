import type { Instant } from '../../domain/case/time.ts';
import type { BlobKey } from './files.ts';

/** `request`: the referral itself; `code` and `news` are a page each, written when they go. */
export type FaxKind = 'request' | 'code' | 'news';

/** How far a fax got. */
export interface FaxState {
  state: 'waiting' | 'handed' | 'delivered' | 'failed';
  /** Times it was handed over. */
  tries: number;
  /** What the line said last. */
  why: string | null;
  stateAt: Instant;
}

/** A fax whose result came in. */
export interface FaxSettled {
  fax: number;
  kind: FaxKind;
  case: number;
  caseKey: string;
  tries: number;
  /** It failed and is tried again. */
  again: boolean;
}

/** Faxes that leave; reached by functions of the database alone. */
export interface Faxes {
  /** Null when the link is not of a fax, or not this actor's. */
  add(fax: {
    key: string;
    link: number;
    kind: FaxKind;
    blob: BlobKey | null;
  }): Promise<{ fax: number; case: number } | null>;
  /** For the job of its case; null when it no longer waits. */
  toHand(
    fax: number,
  ): Promise<{ key: string; number: string; kind: FaxKind; blob: BlobKey | null; link: number } | null>;
  handed(fax: number): Promise<void>;
  /** Null for one that is not known, or has a result already. */
  settle(key: string, ok: boolean, why: string | null): Promise<FaxSettled | null>;
  /** The request of a link that this site made. */
  ofLink(link: number): Promise<FaxState | null>;
}
