import type { KnownService } from '../app/ports/favourites.ts';
import type { OpeningWishes } from '../app/ports/opening-wishes.ts';
import { knownColumns } from './favourites.ts';
import type { Querier } from './querier.ts';

/** Wishes to hear of an opening, in one transaction. */
export function openingWishesOf(q: Querier): OpeningWishes {
  return {
    all: () =>
      q.rows<KnownService>(
        `select ${knownColumns} from opening_wishes w join services s on s.id = w.service_id join sites t on t.id = s.site_id
         order by s.name_en, s.id`,
      ),
    has: async service =>
      (await q.one('select from opening_wishes where service_id = $1', [service])) !== null,
    add: async service =>
      void (await q.count(
        'insert into opening_wishes (member_id, service_id) values (app_member(), $1) on conflict do nothing',
        [service],
      )),
    remove: async service =>
      void (await q.count('delete from opening_wishes where service_id = $1', [service])),
    take: limit => q.rows('select person, service from take_openings($1)', [limit]),
  };
}
