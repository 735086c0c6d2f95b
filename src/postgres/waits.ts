import type { KnownPoint, KnownWait, Waits } from '../app/ports/waits.ts';
import type { Percentile } from '../domain/waits/incidence.ts';
import { waitEvents } from '../domain/waits/spells.ts';
import type { Querier } from './querier.ts';
import { eventsIn } from './wait-events.ts';

/** Waits of services, for one transaction. */
export function waitsOf(q: Querier): Waits {
  return {
    of: async service => {
      const lines = await q.rows<LineRow>(linesSql, [service]);
      const history = await q.rows<PointRow>(pointsSql, [service]);
      return { lines: lines.map(lineOf), history: history.map(pointOf), at: lines[0]?.computed_at ?? null };
    },
    zones: async () => {
      const rows = await q.rows<{ id: number; zone: string }>(
        'select v.id, s.zone from services v join sites s on s.id = v.site_id',
      );
      return new Map(rows.map(row => [row.id, row.zone]));
    },
    cases: async (after, limit, since) => {
      const sql = 'select * from wait_events($1, $2, $3, $4)';
      const rows = await q.rows<CaseRow>(sql, [after, limit, since, waitEvents]);
      return rows.map(({ case_id: id, service, events }) => ({ id, service, events: eventsIn(events) }));
    },
    forgetBefore: async at => {
      await q.count('delete from waits where computed_at < $1', [at]);
      await q.count(
        'delete from wait_points p where not exists (select from waits w where w.service_id = p.service_id)',
      );
    },
    replace: async waits => {
      const services = waits.map(one => one.service);
      const rows = (of: 'lines' | 'history') =>
        JSON.stringify(waits.flatMap(one => one[of].map(row => ({ service: one.service, ...flat(row) }))));
      await q.count('delete from wait_points where service_id = any ($1)', [services]);
      await q.count('delete from waits where service_id = any ($1)', [services]);
      await q.count(addLines, [rows('lines'), q.now]);
      await q.count(addPoints, [rows('history')]);
    },
  };
}

interface CaseRow {
  case_id: number;
  service: number;
  events: string;
}

const percentileColumns = (column: string) => `${column}::float8 as ${column}, ${column}_more`;

const linesSql = `
  select measure, urgency, label, ${['median', 'ninetieth', 'km_median', 'km_ninetieth'].map(percentileColumns).join(', ')},
    people, waiting, oldest, within7::float8 as within7, trend, computed_at
  from waits where service_id = $1 order by measure, urgency, label`;

const pointsSql = `
  select measure, at, ${['median', 'ninetieth'].map(percentileColumns).join(', ')}, people
  from wait_points where service_id = $1 order by measure, at`;

type Flat<K extends string> = Record<K, number | null> & Record<`${K}_more`, boolean | null>;
type LineRow = Flat<'median' | 'ninetieth' | 'km_median' | 'km_ninetieth'> &
  Pick<KnownWait, 'measure' | 'urgency' | 'label' | 'people' | 'waiting' | 'oldest' | 'within7' | 'trend'> & {
    computed_at: string;
  };
type PointRow = Flat<'median' | 'ninetieth'> & Pick<KnownPoint, 'measure' | 'at' | 'people'>;

function percentileOf(days: number | null, more: boolean | null): Percentile | null {
  return days === null ? null : { days, more: more === true };
}

function lineOf(row: LineRow): KnownWait {
  const { measure, urgency, label, people, waiting, oldest, within7, trend } = row;
  return {
    ...{ measure, urgency, label, people, waiting, oldest, within7, trend },
    median: percentileOf(row.median, row.median_more),
    ninetieth: percentileOf(row.ninetieth, row.ninetieth_more),
    kaplanMeier: {
      median: percentileOf(row.km_median, row.km_median_more),
      ninetieth: percentileOf(row.km_ninetieth, row.km_ninetieth_more),
    },
  };
}

function pointOf(row: PointRow): KnownPoint {
  const { measure, at, people, median, median_more, ninetieth, ninetieth_more } = row;
  return {
    ...{ measure, at, people },
    median: percentileOf(median, median_more)!,
    ninetieth: percentileOf(ninetieth, ninetieth_more)!,
  };
}

/** Percentiles as two columns each, to a hundredth of a day. */
function flat(given: KnownWait | KnownPoint): Record<string, unknown> {
  const { median, ninetieth, ...rest } = given;
  const km = 'kaplanMeier' in given ? given.kaplanMeier : { median: null, ninetieth: null };
  const columns = { median, ninetieth, km_median: km.median, km_ninetieth: km.ninetieth };
  const made: Record<string, unknown> = { ...rest };
  for (const [column, one] of Object.entries(columns)) {
    made[column] = one && Math.round(one.days * 100) / 100;
    made[`${column}_more`] = one?.more ?? null;
  }
  return made;
}

const addLines = `
  insert into waits (service_id, measure, urgency, label, median, median_more, ninetieth, ninetieth_more, km_median,
    km_median_more, km_ninetieth, km_ninetieth_more, people, waiting, oldest, within7, trend, computed_at)
  select service, measure, urgency, label, median, median_more, ninetieth, ninetieth_more, km_median, km_median_more, km_ninetieth,
    km_ninetieth_more, people, waiting, oldest, within7, trend, $2
  from jsonb_to_recordset($1) x (service bigint, measure text, urgency text, label text, median numeric, median_more boolean,
    ninetieth numeric, ninetieth_more boolean, km_median numeric, km_median_more boolean, km_ninetieth numeric,
    km_ninetieth_more boolean, people integer, waiting integer, oldest date, within7 numeric, trend text)`;

const addPoints = `
  insert into wait_points (service_id, measure, at, median, median_more, ninetieth, ninetieth_more, people)
  select service, measure, at, median, median_more, ninetieth, ninetieth_more, people
  from jsonb_to_recordset($1) x (service bigint, measure text, at date, median numeric, median_more boolean, ninetieth numeric,
    ninetieth_more boolean, people integer)
  on conflict do nothing`;
