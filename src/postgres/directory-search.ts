import type { CandidateQuery, Hit } from '../app/ports/directory.ts';
import { isOfOneSex } from '../domain/directory/filters.ts';
import type { Point } from '../domain/directory/place.ts';
import { hitsIn } from './directory-hits.ts';
import type { Querier } from './querier.ts';
import { shownMedian, usualColumns, usualJoin } from './usual-waits.ts';

const accepting = `coalesce(v.accepting and coalesce(v.paused_until, '-infinity') <= (select app_now()::date), false)`;

interface Binder {
  values: unknown[];
  /** Keeps a value and gives its mark. */
  bind(value: unknown): string;
}

function binder(): Binder {
  const values: unknown[] = [];
  return { values, bind: value => `$${values.push(value)}` };
}

/** Entries by the weight of the stems they have, louder in a name; read from one index. */
const said = (stems: string, weights: string) => `
  select p.entry as id, sum(t.weight * (1 + p.field) / 2) as weight
  from unnest(${stems}::text[], ${weights}::float8[]) t (stem, weight) join directory_postings p on p.stem = t.stem
  group by p.entry`;

interface Parts {
  /** Joins beyond the entry `e`; only those that a filter needs. */
  joins: string;
  where: string;
}

const joinService = 'left join services v on v.id = e.service_id';
const joinSite = 'left join sites fs on fs.id = e.site_id';

/** The same as `passes` of domain/directory/filters.ts, which has the last word over what is found here. */
function filtersIn({ kinds, filters = {}, near }: CandidateQuery, { bind }: Binder): Parts {
  const { age, sex, language, region, urgent, virtual, way, maxWaitDays, maxKm, bounds } = filters;
  const where: string[] = [];
  const service: string[] = [];
  if (kinds) where.push(`e.kind = any (${bind(kinds)}::text[])`);
  if (language !== undefined)
    where.push(`(e.languages = '{}' or e.languages @> array[${bind(language)}::text])`);
  if (bounds) {
    where.push(`e.latitude between ${bind(bounds.south)}::float8 and ${bind(bounds.north)}::float8`);
    where.push(`e.longitude between ${bind(bounds.west)}::float8 and ${bind(bounds.east)}::float8`);
  }
  if (age !== undefined)
    service.push(`${bind(age)}::int between coalesce(v.min_age, 0) and coalesce(v.max_age, 150)`);
  if (isOfOneSex(sex))
    service.push(`(coalesce(v.sexes, '{}') = '{}' or v.sexes @> array[${bind(sex)}::text])`);
  if (urgent) service.push('v.urgent');
  if (virtual) service.push(`v.modes @> '{virtual}'`);
  if (filters.accepting) service.push(accepting);
  if (way !== undefined) service.push(`v.ways @> array[${bind(way)}::text]`);
  if (maxWaitDays !== undefined)
    service.push(`${shownMedian} <= ${bind(maxWaitDays)}::float8 and not ${usualColumns.medianMore}`);
  if (region !== undefined) service.push(inRegion(bind(region)));
  if (maxKm !== undefined && near)
    service.push(`(e.kind = 'econsult' or v.modes = '{virtual}' or ${within(bind, near, maxKm)})`);
  const joins = [
    service.length > 0 && joinService,
    region !== undefined && joinSite,
    maxWaitDays !== undefined && usualJoin,
  ];
  return {
    joins: joins.filter(Boolean).join('\n'),
    where: [...where, ...service].map(one => `and ${one}`).join('\n'),
  };
}

function inRegion(region: string): string {
  return `case when e.kind = 'facility' then coalesce(left(fs.postal_code, 1) = ${region}, true)
    else v.regions = '{}' or v.regions @> array[${region}::text] end`;
}

/** The great circle, as `distanceKm` of domain/directory/place.ts. */
function within(bind: Binder['bind'], near: { latitude: number; longitude: number }, km: number): string {
  const [latitude, longitude] = [`${bind(near.latitude)}::float8`, `${bind(near.longitude)}::float8`];
  return `(2 * 6371 * asin(least(1, sqrt(sind((e.latitude - ${latitude}) / 2) ^ 2
    + cosd(${latitude}) * cosd(e.latitude) * sind((e.longitude - ${longitude}) / 2) ^ 2))) <= ${bind(km)}::float8)`;
}

/** Squared degrees, a degree of longitude being about 0.72 of one of latitude here: good enough to break ties. */
function away({ near }: CandidateQuery, { bind }: Binder): string {
  if (!near) return 'null::float8';
  return `(e.latitude - ${bind(near.latitude)}::float8) ^ 2
    + ((e.longitude - ${bind(near.longitude)}::float8) * 0.72) ^ 2`;
}

/** Entries with their weights, those that pass alone. */
function pickedBy(query: CandidateQuery, bound: Binder): string {
  const { joins, where } = filtersIn(query, bound);
  const isNarrow = where !== '' || query.near !== undefined;
  const narrowed = `join directory_entries e on e.id = h.id ${joins}`;
  if (query.stems.length === 0)
    return `select 0::float8 as weight, e.id, ${away(query, bound)} as away from directory_entries e ${joins} where true ${where}
      ${query.near ? '' : 'order by e.id desc limit 1000'}`;
  const stems = bound.bind(query.stems.map(one => one.stem));
  const weights = bound.bind(query.stems.map(one => one.weight));
  const hits = query.common
    ? saidByMany(query, {
        stems,
        weights,
        bound,
        narrowed: where === '' ? '' : `${narrowed} ${where}`,
      })
    : said(stems, weights);
  if (!isNarrow) return `select h.weight, h.id, null::float8 as away from (${hits}) h`;
  return `select h.weight, h.id, ${away(query, bound)} as away from (${hits}) h ${narrowed} where true ${where}`;
}

/**
 * The loudest entries of each stem, those that say the concepts together and those that say one of them near by, weighed by all
 * of the stems. What is filtered is filtered before it is counted.
 */
function saidByMany(
  { common, near }: CandidateQuery,
  { stems, weights, bound, narrowed }: { stems: string; weights: string; bound: Binder; narrowed: string },
): string {
  const { takes, together } = common!;
  const take = `unnest(${stems}::text[], ${bound.bind(takes)}::int[]) t (stem, take)`;
  const nearby = near
    ? ` union (select l.id from ${take} cross join lateral (
        select h.id from (select n.id from directory_entries n
          join directory_postings p on p.stem = t.stem and p.entry = n.id where ${around(near, bound)}) h ${narrowed}
        limit t.take) l)`
    : '';
  const lexeme = (stem: string) => `'${stem.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`;
  const words = together.map(of => `(${of.map(lexeme).join(' | ')})`).join(' & ');
  // One walk along the index instead of a look for each entry and stem.
  return `
  select p.entry as id, sum((${weights}::float8[])[array_position(${stems}::text[], p.stem)] * (1 + p.field) / 2) as weight
  from directory_postings p where p.stem = any (${stems}::text[]) and p.entry = any (array(
    select l.id from ${take} cross join lateral (
      select h.id from (select p.entry as id, p.field from directory_postings p where p.stem = t.stem) h ${narrowed}
      order by h.field desc limit t.take) l
    union (
      select h.id from (select entry as id from directory_texts where said @@ ${bound.bind(words)}::tsquery) h ${narrowed}
      limit ${sayAll})${nearby}))
  group by p.entry`;
}

/** About 50 km each way. */
function around({ latitude, longitude }: Point, { bind }: Binder): string {
  const between = (column: string, at: number, off: number) =>
    `n.${column} between ${bind(at - off)}::float8 and ${bind(at + off)}::float8`;
  return `${between('latitude', latitude, 0.5)} and ${between('longitude', longitude, 0.7)}`;
}

/** Entries that say the concepts together which are looked at. */
const sayAll = 300;

/** More than wanted, since a site may have been suspended after the last import. */
const spare = 20;

/** The best entries, the loudest first. */
function bestOf(query: CandidateQuery, bound: Binder): string {
  return `
  with picked as materialized (${pickedBy(query, bound)}),
  -- What says much less than the best says hardly anything of what was asked.
  near_best as materialized (
    select * from picked where weight >= 0.15 * (select max(weight) from picked)),
  first as materialized (
    select *, (select count(*) from (select from near_best limit 1000) n) as total from near_best
    order by weight desc, away nulls last, id desc limit ${bound.bind(Math.min(200, query.limit) + spare)})
  select directory_hits_packed(f.ids) as hits, f.total
  from (select array_agg(id order by weight desc, away nulls last, id desc) as ids, max(total) as total from first) f`;
}

/** Entries that say what is looked for and pass the filters, the loudest first. */
export async function candidates(
  q: Querier,
  query: CandidateQuery,
): Promise<{ total: number; found: Hit[] }> {
  const bound = binder();
  const [row] = await q.rows<{ hits: string | null; total: number | null }>(
    bestOf(query, bound),
    bound.values,
  );
  const found = hitsIn(row?.hits ?? null);
  return { total: Number(row?.total ?? 0), found: found.slice(0, Math.min(200, query.limit)) };
}
