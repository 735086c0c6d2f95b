import type { Site, Sites, Unit } from '../app/ports/sites.ts';
import type { Querier } from './querier.ts';

const columns = `id, key, name_en as "nameEn", name_fr as "nameFr", kind, address, city, province,
  postal_code as "postalCode", phone, fax, zone, on_network as "onNetwork", suspended_at is not null as suspended`;

/** Sites of one transaction. */
export function sitesOf(q: Querier): Sites {
  return {
    byIds: ids => q.rows<Site>(`select ${columns} from sites where id = any ($1)`, [ids]),
    byKey: key => q.one<Site>(`select ${columns} from sites where key = $1`, [key]),
    programme: () =>
      q.one<Site>(`select ${columns} from sites where kind = 'programme' and on_network order by id limit 1`),
    unitsOf: site =>
      q.rows<Unit>(
        `select id, key, site_id as site, name_en as "nameEn", name_fr as "nameFr" from units
         where site_id = $1 and ended_at is null order by name_en, id`,
        [site],
      ),
  };
}
