import { key } from '../app/ports/ids.ts';
import type { Imports, IndexedEntry, NewSite, Saved, UnindexedEntry } from '../app/ports/imports.ts';
import type { Facility } from '../domain/directory/facility.ts';
import { agreeDemoAdvice, nameDemoStaff, saveDemoServices, saveDemoStaff } from './demo-services.ts';
import { allEntries, postingsOf } from './directory-entries.ts';
import type { Querier } from './querier.ts';
import { saveCategories } from './shipped-categories.ts';
import { saveShipped } from './shipped-synonyms.ts';

/** Filling the directory, for one transaction on the owner's connection. */
export function importsOf(q: Querier): Imports {
  return {
    saveFacilities: (source, facilities) => saveFacilities(q, source, facilities),
    saveCentres: async centres => {
      await q.count(
        `insert into fsa_centres (fsa, latitude, longitude)
         select fsa, latitude, longitude from jsonb_to_recordset($1) x (fsa text, latitude float8, longitude float8)
         on conflict (fsa) do update set latitude = excluded.latitude, longitude = excluded.longitude`,
        [JSON.stringify([...centres].map(([fsa, point]) => ({ fsa, ...point })))],
      );
    },
    saveSynonyms: list => saveShipped(q, list),
    saveCategories: list => saveCategories(q, list),
    hosts: () =>
      q.rows(
        `select id as site, name_en as name, city, postal_code as "postalCode", source_type as "sourceType" from sites
         where kind = 'facility' and suspended_at is null order by name_en, id`,
      ),
    saveDemoSites: sites => saveDemoSites(q, sites),
    joinDemo: async sites => {
      await q.count('update sites set on_network = true, demo = true where id = any ($1)', [sites]);
    },
    saveDemoServices: services => saveDemoServices(q, services),
    takeThrough: async (services, intake) => {
      await q.count("update services set intake_site = $2, takes = 'intake' where id = any ($1)", [
        services,
        intake,
      ]);
    },
    saveDemoStaff: staff => saveDemoStaff(q, staff),
    nameDemoStaff: () => nameDemoStaff(q),
    agreeDemoAdvice: advice => agreeDemoAdvice(q, advice),
    entries: () => q.rows<UnindexedEntry>(allEntries),
    saveEntries: entries => saveEntries(q, entries),
    countStems: async () => void (await q.rows('select count_stems()')),
    record: async (source, fileHash, counts) => {
      await q.count('insert into imports (source, file_hash, counts) values ($1, $2, $3)', [
        source,
        fileHash,
        JSON.stringify(counts),
      ]);
    },
  };
}

/** One statement for all: `xmax = 0` tells a new row from an updated one. */
async function saveFacilities(q: Querier, source: string, facilities: readonly Facility[]): Promise<Saved> {
  const rows = facilities.map(({ point, ...rest }) => ({ ...rest, ...point, key: key() }));
  const touched = await q.rows<{ added: boolean }>(
    `insert into sites as s (key, name_en, name_fr, kind, address, city, province, postal_code, latitude, longitude,
       location_approximate, source, source_ref, source_type)
     select key, name, name, 'facility', nullif(address, ''), nullif(city, ''), 'ON', "postalCode", latitude, longitude,
       approximate, $2, ref, "sourceType"
     from jsonb_to_recordset($1) x (key text, ref text, name text, "sourceType" text, address text, city text,
       "postalCode" text, latitude float8, longitude float8, approximate boolean)
     on conflict (source, source_ref) do update set name_en = excluded.name_en, name_fr = excluded.name_fr,
       address = excluded.address, city = excluded.city, latitude = excluded.latitude, longitude = excluded.longitude,
       location_approximate = excluded.location_approximate, source_type = excluded.source_type
     where not s.on_network and s.kept_by is null and (s.name_en, s.name_fr, s.address, s.city, s.latitude, s.longitude, s.location_approximate, s.source_type)
       is distinct from (excluded.name_en, excluded.name_fr, excluded.address, excluded.city, excluded.latitude, excluded.longitude,
         excluded.location_approximate, excluded.source_type)
     returning xmax = 0 as added`,
    [JSON.stringify(rows), source],
  );
  const added = touched.filter(row => row.added).length;
  return { added, changed: touched.length - added, unchanged: facilities.length - touched.length };
}

/** Entries in one statement: few enough for any limit on the time of a statement. */
const batch = 2_000;

async function saveEntries(q: Querier, entries: readonly IndexedEntry[]): Promise<void> {
  // The lock of index_service, which puts single services into the search.
  await q.rows('select pg_advisory_xact_lock(7261, 5)');
  for (const table of ['directory_postings', 'directory_texts', 'directory_entries'])
    await q.count(`delete from ${table}`);
  for (let from = 0; from < entries.length; from += batch)
    await saveBatch(q, entries.slice(from, from + batch), from);
}

async function saveBatch(q: Querier, entries: readonly IndexedEntry[], from: number): Promise<void> {
  const rows = entries.map((entry, index) => {
    const [posted, fields] = postingsOf(entry.stems);
    return { id: from + index, ...entry, ...entry.stems, posted, fields };
  });
  await q.count(
    `with given as materialized (
       select x.* from jsonb_to_recordset($1) x (id integer, site bigint, service bigint, kind text, latitude real,
         longitude real, languages text[], name text[], terms text[], text text[], posted text[], fields smallint[])),
     entry as (
       insert into directory_entries (id, site_id, service_id, kind, latitude, longitude, languages)
       select id, site, service, kind, latitude, longitude, languages from given),
     said as (
       insert into directory_texts (entry, name_stems, term_stems, text_stems) select id, name, terms, text from given)
     insert into directory_postings (stem, entry, field)
     select p.stem, g.id, p.field from given g cross join unnest(g.posted, g.fields) p (stem, field) order by 1, 2`,
    [JSON.stringify(rows)],
  );
}

async function saveDemoSites(q: Querier, sites: readonly NewSite[]): Promise<Map<string, number>> {
  const rows = await q.rows<{ ref: string; id: number }>(
    `insert into sites (key, name_en, name_fr, kind, address, city, province, postal_code, latitude, longitude, phone, fax,
       on_network, demo, source, source_ref)
     select key, "nameEn", "nameFr", kind, address, city, 'ON', "postalCode", latitude, longitude, phone, fax,
       real is not true, real is not true, 'demo', ref
     from jsonb_to_recordset($1) x (key text, ref text, "nameEn" text, "nameFr" text, kind text, address text, city text,
       "postalCode" text, latitude float8, longitude float8, phone text, fax text, real boolean)
     on conflict (source, source_ref) do update set name_en = excluded.name_en, name_fr = excluded.name_fr
     returning source_ref as ref, id`,
    [JSON.stringify(sites.map(site => ({ ...site, key: key() })))],
  );
  return new Map(rows.map(row => [row.ref, row.id]));
}
