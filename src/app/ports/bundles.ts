import type { Listings, ReadListings } from '../../domain/directory/exchange/listing.ts';

/** Listings as the clinical world exchanges them. */
export interface Bundles {
  /** True for what `read` reads. */
  is(json: unknown): boolean;
  /** Whatever it can make sense of; unchecked. */
  read(json: unknown): ReadListings;
  /** `base` is the address of this directory, without a slash at its end. */
  write(listings: Listings, base: string): unknown;
}
