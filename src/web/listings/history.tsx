import { z } from 'zod';
import { type NamedHistory, readListing } from '../../app/listings/edit-listing.ts';
import type { KeptListing } from '../../app/ports/listings.ts';
import { key } from '../../http/form.ts';
import { missing, page } from '../../http/reply.ts';
import { type Route, route } from '../../http/route.ts';
import { useUi } from '../../ui/context.ts';
import { Changes, WhoWhen } from './changes.tsx';
import { listingKeepers } from './edit.tsx';
import { ListingFrame } from './head.tsx';

/** Everything that was done to a listing, newest first. */
export function HistoryPage({
  listing,
  history,
}: {
  listing: KeptListing;
  history: readonly NamedHistory[];
}) {
  const w = useUi().words.listings.history;
  return (
    <ListingFrame listing={listing} here="history">
      <h2>{w.title}</h2>
      <p class="dim">{history.length > 0 ? w.lead : w.none}</p>
      <ol class="plain stack" reversed>
        {history.map((entry, i) => (
          <li class="card stack" key={`${entry.version} ${i}`}>
            <p class="b">{w.acts[entry.act]}</p>
            <WhoWhen entry={entry} />
            <Changes changes={entry.changes} />
          </li>
        ))}
      </ol>
    </ListingFrame>
  );
}

/** What was done to a listing, for those who keep it. */
export const routes: Route[] = [
  route({
    ...listingKeepers,
    ...{ method: 'GET', url: '/listings/:key/history', params: z.strictObject({ key }) },
    async handle({ app, actor, params }) {
      const found = await readListing(app, actor, params.key);
      return found ? page(<HistoryPage {...found} />) : missing();
    },
  }),
];
