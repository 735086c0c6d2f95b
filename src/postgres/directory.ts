import type { CandidateQuery, Directory, DirectoryFacility, Found } from '../app/ports/directory.ts';
import type { Point } from '../domain/directory/place.ts';
import type { Service } from '../domain/directory/service.ts';
import type { Synonyms } from '../domain/directory/synonyms.ts';
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
    v.paused_until as "pausedUntil", v.promise_days as "promiseDays",
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

/** The directory, for one transaction. */
export function directoryOf(q: Querier): Directory {
  return {
    synonyms: () =>
      q.rows<Synonyms>('select english, french, also from synonyms where removed_at is null order by id'),
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
    fsaCentre: fsa =>
      q.one<Point>('select latitude, longitude from fsa_centres where fsa = $1', [fsa.toUpperCase()]),
    service: key => q.one<Service>(`${serviceSelect} and v.key = $1`, [key]),
    servicesByIds: ids => q.rows<Service>(`${serviceSelect} and v.id = any ($1)`, [ids]),
    servicesOf: site => q.rows<Service>(`${serviceSelect} and v.site_id = $1 order by v.name_en`, [site]),
    facility: key =>
      q.one<DirectoryFacility & { id: number }>(
        `select s.id, s.key, ${bilingual('s.name', 'name')},
           case when c.code is not null then ${bilingualOf('c.name')} end as type, s.address, s.city,
           s.postal_code as "postalCode", s.phone, s.fax, s.on_network as "onNetwork", s.location_approximate as approximate
         from sites s left join service_categories c on c.code = s.source_type
         where s.key = $1 and s.suspended_at is null and s.kind <> 'programme'`,
        [key],
      ),
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

interface FoundRow extends Omit<Found, 'stems' | 'point'> {
  nameStems: string[];
  termStems: string[];
  textStems: string[];
  latitude: number | null;
  longitude: number | null;
  total: number;
}

/** Entries by the weight of the stems they have, louder in a name; read from one index. */
const said = `
  select p.entry as id, sum(t.weight * (1 + p.field) / 2) as weight
  from unnest($1::text[], $2::float8[]) t (stem, weight) join directory_postings p on p.stem = t.stem
  group by p.entry`;

const everything = `
  select e.id, 0 as weight from directory_entries e where $1::text[] is not null and $2::float8[] is not null`;

/** Squared degrees, a degree of longitude being about 0.72 of one of latitude here: good enough to break ties. */
const away = '(e.latitude - $6::float8) ^ 2 + ((e.longitude - $7::float8) * 0.72) ^ 2';

/** The best entries, a few more than wanted, since a site may have been suspended after the last import. */
const bestOf = (hits: string) => `
  with hit as (${hits}),
  picked as materialized (
    select h.weight, e.id, e.site_id, e.service_id, ${away} as away from hit h join directory_entries e on e.id = h.id
    where ($3::text[] is null or e.kind = any ($3))
      and ($4::text is null or e.languages = '{}' or e.languages @> array[$4::text])),
  -- What says much less than the best says hardly anything of what was asked.
  near_best as materialized (
    select * from picked where weight >= 0.15 * (select max(weight) from picked)),
  best as materialized (
    select *, (select count(*) from (select from near_best limit 1000) n) as total from near_best
    order by weight desc, away nulls last, service_id nulls last, id limit $5 + 50)`;

const foundSelect = `
  select coalesce(v.key, s.key) as key, coalesce(v.kind, 'facility') as kind,
    jsonb_build_object('en', coalesce(v.name_en, s.name_en), 'fr', coalesce(v.name_fr, s.name_fr)) as name,
    jsonb_build_object('en', coalesce(c.name_en, s.source_type), 'fr', coalesce(c.name_fr, s.source_type)) as category,
    case when v.id is not null then jsonb_build_object('en', s.name_en, 'fr', s.name_fr) end as "siteName",
    t.name_stems as "nameStems", t.term_stems as "termStems", t.text_stems as "textStems",
    s.city, s.postal_code as "postalCode", s.latitude, s.longitude,
    coalesce(v.languages, '{}') as languages, coalesce(v.modes, '{}') as modes, v.min_age as "minAge",
    v.max_age as "maxAge", coalesce(v.sexes, '{}') as sexes, (${usualColumns.median})::float8 as wait,
    ${usualColumns.medianMore} as "waitMore", (${usualColumns.ninetieth})::float8 as "ninetieth",
    ${usualColumns.ninetiethMore} as "ninetiethMore", ${usualColumns.people} as people, v.paused_until as "pausedUntil",
    coalesce(v.accepting and coalesce(v.paused_until, '-infinity') <= (select app_now()::date), false) as accepting,
    coalesce(v.demo, false) as demo, b.total
  from best b join directory_texts t on t.entry = b.id
  left join services v on v.id = b.service_id
  ${usualJoin}
  join sites s on s.id = coalesce(b.site_id, v.site_id)
  left join service_categories c on c.code = coalesce(v.category, s.source_type)
  where s.suspended_at is null and v.ended_at is null
  order by b.weight desc, b.away nulls last, b.service_id nulls last, b.id limit $5`;

async function candidates(q: Querier, query: CandidateQuery): Promise<{ total: number; found: Found[] }> {
  const rows = await q.rows<FoundRow>(bestOf(query.stems.length > 0 ? said : everything) + foundSelect, [
    query.stems.map(one => one.stem),
    query.stems.map(one => one.weight),
    query.kinds ?? null,
    query.language ?? null,
    Math.min(200, query.limit),
    query.near?.latitude ?? null,
    query.near?.longitude ?? null,
  ]);
  return { total: Number(rows[0]?.total ?? 0), found: rows.map(foundOf) };
}

function foundOf({
  nameStems,
  termStems,
  textStems,
  latitude,
  longitude,
  total: _,
  ...row
}: FoundRow): Found {
  return {
    ...row,
    stems: { name: new Set(nameStems), terms: new Set(termStems), text: new Set(textStems) },
    point: latitude === null || longitude === null ? null : { latitude, longitude },
  };
}
