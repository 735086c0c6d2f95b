import type { Instant } from '../../domain/case/time.ts';

/** A request that may not be purged, while it is not lifted. */
export interface LegalHold {
  key: string;
  reference: string;
  why: string;
  placedBy: string;
  placedAt: Instant;
  liftedBy: string | null;
  liftedAt: Instant | null;
  liftedWhy: string | null;
}

/** A request whose time is over. */
export interface PurgeDue {
  /** Inside id. */
  request: number;
  reference: string;
  lastAt: Instant;
  cases: number;
}

/** How long requests are kept. */
export interface Retention {
  /** Of the actor's site, for its privacy officers; the standing ones first. */
  holds(): Promise<LegalHold[]>;
  /** Inside id of the request; null when the site takes no part in one of that number, or holds it already. */
  place(hold: { key: string; reference: string; why: string }): Promise<number | null>;
  /** Inside id of the request; null when there is no such hold of the site. */
  lift(key: string, why: string): Promise<number | null>;
  /** For an operator: oldest first. */
  due(limit: number): Promise<PurgeDue[]>;
  /** For an operator; false when it is not due. */
  purge(request: number): Promise<boolean>;
  /** For an operator: how many faxes that were put aside are past their time. */
  faxesDue(): Promise<number>;
  /** For an operator: takes those; how many. */
  purgeFaxes(): Promise<number>;
  /** For an operator: at least 3653 days, for sites of a kind. */
  keep(kind: string, days: number): Promise<void>;
}
