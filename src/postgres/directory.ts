import type { Directory, DirectoryFacility } from '../app/ports/directory.ts';
import type { Point } from '../domain/directory/place.ts';
import type { Service } from '../domain/directory/service.ts';
import type { Synonyms } from '../domain/directory/synonyms.ts';
import { linesOf } from './directory-lines.ts';
import { candidates } from './directory-search.ts';
import type { Querier } from './querier.ts';
import { addressOfService, serviceModel, serviceModelJoin } from './service-model.ts';
import { usualColumns, usualJoin } from './usual-waits.ts';

const bilingualOf = (column: string) => `jsonb_build_object('en', ${column}_en, 'fr', ${column}_fr)`;
const bilingual = (column: string, as: string) => `${bilingualOf(column)} as "${as}"`;

const serviceSelect = `
  select v.id, v.key, v.kind, v.site_id as site, s.key as "siteKey", ${bilingual('s.name', 'siteName')},
    s.on_network as "onNetwork", v.unit_id as unit, v.category, ${bilingual('c.name', 'categoryName')},
    ${bilingual('v.name', 'name')}, ${bilingual('v.description', 'description')}, ${bilingual('v.will_see', 'willSee')},
    ${bilingual('v.will_not_see', 'willNotSee')}, ${bilingual('v.needed', 'needed')}, ${bilingual('v.cost', 'cost')},
    v.regions, v.ways, v.accessibility, ${addressOfService}, coalesce(v.phone, s.phone) as phone,
    coalesce(v.fax, s.fax) as fax, v.languages, v.modes, v.min_age as "minAge", v.max_age as "maxAge", v.sexes, v.urgent,
    v.accepting and coalesce(v.paused_until, '-infinity') <= app_now()::date as accepting,
    case when v.paused_until > app_now()::date then v.paused_until end as "pausedUntil", v.promise_days as "promiseDays",
    v.promise_hours as "promiseHours",
    case when ${usualColumns.median} is not null then jsonb_build_object('median', ${usualColumns.median},
      'medianMore', ${usualColumns.medianMore}, 'ninetieth', ${usualColumns.ninetieth},
      'ninetiethMore', ${usualColumns.ninetiethMore}, 'people', ${usualColumns.people},
      'at', ${usualColumns.at}) end as usual,
    case when v.claimed_wait_on > app_now()::date - interval '6 months' then
      jsonb_build_object('days', v.claimed_wait_days, 'on', v.claimed_wait_on) end as claimed,
    ${serviceModel}, v.form, v.demo
  from services v join sites s on s.id = v.site_id join service_categories c on c.code = v.category
  ${usualJoin}
  ${serviceModelJoin}
  where v.ended_at is null and s.suspended_at is null`;

/** The public pages of services and facilities by their keys, in the order of the keys after `$1`, `$2` of each. */
const publicKeys = `
  (select v.key from services v join sites s on s.id = v.site_id
   where v.ended_at is null and s.suspended_at is null and v.key > $1 order by v.key limit $2)
  union all
  (select key from sites where suspended_at is null and kind <> 'programme' and key > $1 order by key limit $2)`;

/** The directory, for one transaction. */
export function directoryOf(q: Querier): Directory {
  return { ...searchingOf(q), ...centresOf(q), ...listingsOf(q), ...pagesOf(q) };
}

type Searching = 'synonyms' | 'stemCounts' | 'likeStems' | 'candidates' | 'lines';

function searchingOf(q: Querier): Pick<Directory, Searching> {
  // Ask searches three times for one patient: what does not change meanwhile is read once.
  let list: Promise<readonly Synonyms[]> | undefined;
  return {
    synonyms: () => {
      list ??= synonyms(q);
      return list;
    },
    stemCounts: stems => stemCounts(q, stems),
    likeStems: words =>
      q.rows(
        `select typed, stem, entries from (
           select t.typed, s.*, max(s.likeness) over (partition by t.typed) as best from unnest($1::text[]) t (typed)
           cross join lateral (
             select stem, entries, similarity(stem, t.typed) as likeness from directory_stems
             where stem % t.typed and length(stem) > 3 order by likeness desc, entries desc limit 3) s) l
         where likeness >= 0.8 * best and likeness >= case when length(typed) > 5 then 0.4 else 0.5 end
         order by typed, likeness desc, entries desc`,
        [words],
      ),
    candidates: query => candidates(q, query),
    lines: entries => linesOf(q, entries),
  };
}

function centresOf(q: Querier): Pick<Directory, 'fsaCentre' | 'townCentre'> {
  const centres = new Map<string, Promise<Point | null>>();
  return {
    fsaCentre: fsa => {
      const found =
        centres.get(fsa) ??
        q.one<Point>('select latitude, longitude from fsa_centres where fsa = $1', [fsa.toUpperCase()]);
      centres.set(fsa, found);
      return found;
    },
    townCentre: town =>
      q.one<Point>(
        `select percentile_cont(0.5) within group (order by latitude) as latitude,
           percentile_cont(0.5) within group (order by longitude) as longitude
         from sites where plain_town(city) = plain_town($1) and latitude is not null having count(*) > 0`,
        [town],
      ),
  };
}

function listingsOf(q: Querier): Pick<Directory, 'service' | 'servicesByIds' | 'servicesOf' | 'facility'> {
  return {
    service: key => q.one<Service>(`${serviceSelect} and v.key = $1`, [key]),
    servicesByIds: ids => q.rows<Service>(`${serviceSelect} and v.id = any ($1)`, [ids]),
    servicesOf: site => q.rows<Service>(`${serviceSelect} and v.site_id = $1 order by v.name_en`, [site]),
    facility: key =>
      q.one<DirectoryFacility & { id: number }>(
        `select s.id, s.key, ${bilingual('s.name', 'name')},
           case when c.code is not null then ${bilingualOf('c.name')} end as type, s.address, s.city,
           s.postal_code as "postalCode", s.phone, s.fax, s.on_network as "onNetwork", s.kind <> 'facility' or s.on_network or s.kept_by is not null as kept,
           s.location_approximate as approximate
         from sites s left join service_categories c on c.code = s.source_type
         where s.key = $1 and s.suspended_at is null and s.kind <> 'programme'`,
        [key],
      ),
  };
}

function pagesOf(q: Querier): Pick<Directory, 'pageStarts' | 'pageKeys'> {
  return {
    pageStarts: async most => {
      const rows = await q.rows<{ key: string }>(
        `select key from (
           select key, row_number() over (order by key) as n, count(*) over () as total from (${publicKeys}) k) numbered
         where n % $3 = 0 and n < total order by n`,
        ['', null, most],
      );
      return ['', ...rows.map(one => one.key)];
    },
    pageKeys: async ({ after, most }) => {
      const sql = `select key from (${publicKeys}) k order by key limit $2`;
      return (await q.rows<{ key: string }>(sql, [after, most])).map(one => one.key);
    },
  };
}

async function stemCounts(q: Querier, stems: readonly string[]) {
  const rows = await q.rows<{ stem: string; entries: number }>(
    'select stem, entries from directory_stems where stem = any ($1)',
    [['', ...stems]],
  );
  const counts = new Map(rows.map(row => [row.stem, row.entries]));
  const total = counts.get('') ?? 0;
  counts.delete('');
  return { total, counts };
}

/** Every write to the list changes one of these. */
const synonymsStamp = `
  select concat_ws(' ', (select oid from pg_database where datname = current_database()), count(*), max(id), sum(version),
    max(changed_at)) as stamp from synonyms`;

let kept: { stamp: string; list: readonly Synonyms[] } | undefined;

/** The list as it was read last, for as long as nobody changed it: every search asks, and a steward edits now and then. */
async function synonyms(q: Querier): Promise<readonly Synonyms[]> {
  const { stamp } = (await q.one<{ stamp: string }>(synonymsStamp))!;
  if (kept?.stamp === stamp) return kept.list;
  const list = await q.rows<Synonyms>(
    'select english, french, also from synonyms where removed_at is null order by id',
  );
  kept = { stamp, list };
  return list;
}
