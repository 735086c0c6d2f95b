import type { KnownService } from './favourites.ts';

/** Services of which the member of the transaction wants to hear when they take people again. */
export interface OpeningWishes {
  /** By name. */
  all(): Promise<KnownService[]>;
  has(service: number): Promise<boolean>;
  add(service: number): Promise<void>;
  remove(service: number): Promise<void>;
  /** For jobs: those whose service is open now, inside ids, taken away as they are told; `limit` at once. */
  take(limit: number): Promise<{ person: number; service: number }[]>;
}
