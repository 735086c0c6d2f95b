import type { Instant } from '../../domain/case/time.ts';

/** A service as a short list shows it. */
export interface KnownService {
  key: string;
  kind: 'econsult' | 'referral' | 'community';
  name: { en: string; fr: string };
  siteName: { en: string; fr: string };
  accepting: boolean;
}

/** A service that this site sent requests to. */
export interface SentService extends KnownService {
  /** How many, the first year and the last alike. */
  times: number;
  /** When the last was sent. */
  last: Instant;
}

/** Services that the member of the transaction keeps at hand, and those it asked lately. */
export interface Favourites {
  /** By name. */
  all(): Promise<KnownService[]>;
  has(service: number): Promise<boolean>;
  /** False when there are 100 others already. */
  add(service: number): Promise<boolean>;
  remove(service: number): Promise<void>;
  /** Services that this member, or whom they act for, asked last, newest first, at most 6. */
  askedLately(): Promise<KnownService[]>;
  /** Of these services, by their keys, those that this site sent to, most often first; at most 6. */
  sentTo(keys: readonly string[]): Promise<SentService[]>;
}
