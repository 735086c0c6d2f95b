import type { Exchange, ImportChange, ImportLine } from '../app/ports/exchange.ts';
import type { UnindexedEntry } from '../app/ports/imports.ts';
import type { ListedCategory, ListedService, ListedSite } from '../domain/directory/exchange/listing.ts';
import type { Known, KnownListings, RowLine } from '../domain/directory/exchange/plan.ts';
import { allEntries, postingsOf } from './directory-entries.ts';
import { serviceRecord, siteRecord } from './listing-records.ts';
import type { Querier } from './querier.ts';

/** Listings in and out, for one transaction. What writes is a function of the database that asks who is there. */
export function exchangeOf(q: Querier): Exchange {
  return {
    lock: async () => void (await q.rows('select pg_advisory_xact_lock(7261, 130)')),
    known: (source, asked) => known(q, source, asked),
    begin: async ({ key, source, format, fileName, fileHash }) => {
      const values = [key, source, format, fileName, fileHash];
      return (await q.one<{ id: number }>('select begin_import($1, $2, $3, $4, $5) as id', values))!.id;
    },
    addCategories: async list => void (await q.rows('select add_categories($1)', [JSON.stringify(list)])),
    writeSites: async (source, list, importId) =>
      void (await q.rows('select write_sites($1, $2, $3)', [importId, source, JSON.stringify(list)])),
    writeServices: async (source, list, importId) =>
      void (await q.rows('select write_services($1, $2, $3)', [importId, source, JSON.stringify(list)])),
    end: async (importId, counts, rows) =>
      void (await q.rows('select end_import($1, $2, $3)', [
        importId,
        JSON.stringify(counts),
        JSON.stringify(rows),
      ])),
    ...readingOf(q),
    inUse: async (sites, services) => {
      const used = await q.rows<{ site: number | null; service: number | null }>(
        'select site, service from listings_in_use($1, $2)',
        [sites, services],
      );
      return { sites: used.flatMap(one => one.site ?? []), services: used.flatMap(one => one.service ?? []) };
    },
    remove: async (sites, services) =>
      void (await q.rows('select remove_listings($1, $2)', [sites, services])),
    endUndo: async (importId, changes, left) =>
      void (await q.rows('select end_undo($1, $2, $3)', [importId, changes, JSON.stringify(left)])),
    ...searchOf(q),
    listings: ({ from, limit }) => listings(q, from, limit),
    totals: async () =>
      (await q.one<{ sites: number; services: number }>(
        `select count(*) as sites, coalesce(sum((select count(*) from services v
           where v.site_id = s.id and v.ended_at is null)), 0)::bigint as services
         from sites s where ${shown}`,
      ))!,
  };
}

/** Sites that the public directory shows. */
const shown = `s.suspended_at is null and s.kind <> 'programme'
  and (s.kind not in ('practice', 'group') or exists (select from services v where v.site_id = s.id and v.ended_at is null))`;

const lines = `select id, key, source, format, file_name as "fileName", at, by_member as by, counts,
  undone_at as "undoneAt", left_alone as "leftAlone" from imports`;

function readingOf(q: Querier): Pick<Exchange, 'list' | 'byKey' | 'byId' | 'rows' | 'changes' | 'touched'> {
  return {
    list: limit => q.rows<ImportLine>(`${lines} order by id desc limit $1`, [limit]),
    byKey: key => q.one<ImportLine>(`${lines} where key = $1`, [key]),
    byId: id => q.one<ImportLine>(`${lines} where id = $1`, [id]),
    rows: async importId =>
      (await q.one<{ rows: RowLine[] }>('select rows from imports where id = $1', [importId]))?.rows ?? [],
    changes: importId => changes(q, importId),
    touched: async importId => {
      const rows = await q.rows<{ site: number | null; service: number | null }>(
        'select site_id as site, service_id as service from import_changes where import_id = $1',
        [importId],
      );
      return { sites: rows.flatMap(one => one.site ?? []), services: rows.flatMap(one => one.service ?? []) };
    },
  };
}

/** When it left the directory, and whether the last that an import did to it was undone. */
const goneOf = (ended: string, target: string) => `case when ${ended} is null then null
  when (select c.undone_at is not null from import_changes c where ${target} order by c.id desc limit 1) then 'undone'
  else 'ended' end as gone,
  (select c.after from import_changes c where ${target} and c.undone_at is null order by c.id desc limit 1) as imported`;

async function known(
  q: Querier,
  source: string,
  { refs, postalCodes }: { refs: readonly string[]; postalCodes: readonly string[] },
): Promise<KnownListings> {
  const sites = await q.rows<Known<ListedSite>>(
    `select s.id, s.key, s.source, s.source_ref as ref, ${siteRecord} as record,
       s.on_network or s.kept_by is not null as kept, ${goneOf('s.suspended_at', 'c.site_id = s.id')}
     from sites s where s.kind <> 'programme' and (s.source = $1 or s.key = any ($2) or s.postal_code = any ($3))
     order by s.id`,
    [source, refs, postalCodes],
  );
  const services = await q.rows<Known<ListedService>>(
    `select v.id, v.key, v.source, v.source_ref as ref, ${serviceRecord} as record,
       s.on_network or s.kept_by is not null as kept, ${goneOf('v.ended_at', 'c.service_id = v.id')}
     from services v join sites s on s.id = v.site_id
     where v.source = $1 or v.key = any ($2) or v.site_id = any ($3) order by v.id`,
    [source, refs, sites.map(one => one.id)],
  );
  const categories = await q.rows<KnownListings['categories'][number]>(
    `select code, jsonb_build_object('en', name_en, 'fr', name_fr) as name from service_categories where not of_places or code = 'other'`,
  );
  return { sites, services, categories };
}

async function changes(q: Querier, importId: number): Promise<ImportChange[]> {
  const again = (column: string) =>
    `exists (select from import_changes l where l.${column} = c.${column} and l.id > c.id and l.undone_at is null)`;
  return q.rows<ImportChange>(
    `select c.id, c.site_id as site, c.service_id as service, coalesce(v.key, s.key) as key,
       coalesce(v.source_ref, s.source_ref) as ref, c.before, c.after,
       case when c.service_id is null then ${siteRecord} else ${serviceRecord} end as now,
       case when c.service_id is null then ${again('site_id')} else ${again('service_id')} end as again,
       case when c.service_id is null then s.on_network or s.kept_by is not null or s.suspended_at is not null
         else v.ended_at is not null end as kept
     from import_changes c left join services v on v.id = c.service_id
     join sites s on s.id = coalesce(c.site_id, v.site_id)
     where c.import_id = $1 and c.undone_at is null order by c.id`,
    [importId],
  );
}

function searchOf(q: Querier): Pick<Exchange, 'entries' | 'index'> {
  return {
    entries: ({ sites, services }) =>
      q.rows<UnindexedEntry>(
        `select * from (${allEntries}) e where e.site = any ($1) or e.service = any ($2)`,
        [sites, services],
      ),
    index: async ({ sites, services }, entries) => {
      const rows = entries.map(({ stems, site, service, kind, latitude, longitude, languages }) => {
        const [posted, fields] = postingsOf(stems);
        return { site, service, kind, latitude, longitude, languages, ...stems, posted, fields };
      });
      await q.rows('select index_listings($1, $2, $3)', [sites, services, JSON.stringify(rows)]);
    },
  };
}

async function listings(q: Querier, from: number, limit: number) {
  const sites = await q.rows<{ id: number; record: ListedSite }>(
    `select s.id, ${siteRecord} as record from sites s where ${shown} order by s.id offset $1 limit $2`,
    [from, limit],
  );
  const services = await q.rows<{ record: ListedService }>(
    `select ${serviceRecord}
       || case when v.paused_until <= app_now()::date then '{"pausedUntil": null}'::jsonb else '{}' end as record
     from services v join sites s on s.id = v.site_id where v.ended_at is null and v.site_id = any ($1) order by v.id`,
    [sites.map(one => one.id)],
  );
  const categories = await q.rows<ListedCategory>(
    `select code, jsonb_build_object('en', name_en, 'fr', name_fr) as name, parent from service_categories
     where not of_places order by code`,
  );
  return { sites: sites.map(one => one.record), services: services.map(one => one.record), categories };
}
