import type { Tx } from '../ports/database.ts';
import type { KnownService, SentService } from '../ports/favourites.ts';
import type { SavedSearch } from '../ports/saved-searches.ts';

/** What a member has at hand, of services alone. */
export interface AtHand {
  favourites: readonly KnownService[];
  /** Asked last, without the favourites. */
  lately: readonly KnownService[];
  /** Of the services that were found, those that the site sent to before. */
  sent: readonly SentService[];
  saved: readonly SavedSearch[];
}

/** Of the member of the transaction. `found`: keys of the services that speak of what is asked. */
export async function atHandIn(tx: Tx, found: readonly string[]): Promise<AtHand> {
  const favourites = await tx.favourites.all();
  const kept = new Set(favourites.map(one => one.key));
  return {
    favourites,
    lately: (await tx.favourites.askedLately()).filter(one => !kept.has(one.key)),
    sent: await tx.favourites.sentTo(found),
    saved: await tx.savedSearches.all(),
  };
}
