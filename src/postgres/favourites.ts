import type { Favourites, KnownService, SentService } from '../app/ports/favourites.ts';
import type { Querier } from './querier.ts';

/** A service `s` of a site `t` as a short list shows it. */
export const knownColumns = `s.key, s.kind, jsonb_build_object('en', s.name_en, 'fr', s.name_fr) as name,
  jsonb_build_object('en', t.name_en, 'fr', t.name_fr) as "siteName", s.accepting`;
/** Most that one member keeps. */
const most = 100;

/** Services at hand, in one transaction. */
export function favouritesOf(q: Querier): Favourites {
  return {
    all: () =>
      q.rows<KnownService>(
        `select ${knownColumns} from favourite_services f join services s on s.id = f.service_id join sites t on t.id = s.site_id
         order by s.name_en, s.id`,
      ),
    has: async service =>
      (await q.one('select from favourite_services where service_id = $1', [service])) !== null,
    add: async service => {
      await q.rows('select pg_advisory_xact_lock(7263, app_member()::integer)');
      const { n, kept } = (await q.one<{ n: number; kept: boolean }>(
        'select count(*)::int as n, coalesce(bool_or(service_id = $1), false) as kept from favourite_services',
        [service],
      ))!;
      if (kept) return true;
      if (n >= most) return false;
      await q.count('insert into favourite_services (member_id, service_id) values (app_member(), $1)', [
        service,
      ]);
      return true;
    },
    remove: async service =>
      void (await q.count('delete from favourite_services where service_id = $1', [service])),
    sentTo: keys =>
      keys.length === 0
        ? Promise.resolve([])
        : q.rows<SentService>(
            `select ${knownColumns}, l.times, l.last from services s join sites t on t.id = s.site_id
             cross join lateral (
               select count(*)::int as times, max(a.waiting_since) as last from case_access a
               where a.party = (select app_party()) and a.side = 'requester' and a.service = s.id) l
             where s.key = any ($1) and s.ended_at is null and t.suspended_at is null and l.times > 0
             order by l.times desc, l.last desc limit 6`,
            [keys],
          ),
    askedLately: () =>
      q.rows<KnownService>(
        `select ${knownColumns} from (
           select service, max(case_id) as last from (
             select a.service, a.case_id from case_access a
             where a.party = app_party() and a.side = 'requester' and a.service is not null
               and a.member in (app_member(), app_acting_for())
             order by a.case_id desc limit 200) latest
           group by service order by 2 desc limit 6) l
         join services s on s.id = l.service join sites t on t.id = s.site_id order by l.last desc`,
      ),
  };
}
