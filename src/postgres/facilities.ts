import type { Facilities, FacilityHistoryLine, OwnFacility } from '../app/ports/facilities.ts';
import type { Querier } from './querier.ts';

/** Facilities that the actor's site keeps, in one transaction. */
export function facilitiesOf(q: Querier): Facilities {
  return {
    byKey: key =>
      q.one<OwnFacility>(
        `select id, key, listing_version as version, name_en as "nameEn", name_fr as "nameFr", address, city,
           postal_code as "postalCode", phone, fax, location_approximate as approximate,
           case when latitude is not null and longitude is not null
             then jsonb_build_object('latitude', latitude, 'longitude', longitude) end as point
         from sites where key = $1 and kind = 'facility' and kept_by = (select app_site()) and keeps_listings(id)`,
        [key],
      ),
    edit: async ({ id, version }, said, changes) =>
      (await q.one<{ done: boolean }>('select edit_facility($1, $2, $3, $4) as done', [
        ...[id, version],
        ...[JSON.stringify(said), JSON.stringify(changes)],
      ]))!.done,
    history: site =>
      q.rows<FacilityHistoryLine>(
        `select version, changes, at, by_member as by from facility_history where site_id = $1 order by id desc limit 200`,
        [site],
      ),
  };
}
