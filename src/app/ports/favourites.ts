/** A service as a short list shows it. */
export interface KnownService {
  key: string;
  kind: 'econsult' | 'referral' | 'community';
  name: { en: string; fr: string };
  siteName: { en: string; fr: string };
  accepting: boolean;
}

/** Services that the member of the transaction keeps at hand, and those it asked lately. */
export interface Favourites {
  /** By name. */
  all(): Promise<KnownService[]>;
  has(service: number): Promise<boolean>;
  /** False when there are 100 already. */
  add(service: number): Promise<boolean>;
  remove(service: number): Promise<void>;
  /** Services that this member, or whom they act for, asked last, newest first, at most 6. */
  askedLately(): Promise<KnownService[]>;
}
