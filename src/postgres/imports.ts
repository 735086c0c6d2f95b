import { key } from '../app/ports/ids.ts';
import type { EntryStems, Imports, Saved, UnindexedEntry } from '../app/ports/imports.ts';
import type { Facility } from '../domain/directory/facility.ts';
import type { Querier } from './querier.ts';

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
    saveSynonyms: async (list, source) => {
      await q.count(
        `insert into synonyms (term, means, source)
         select term, means, $2 from jsonb_to_recordset($1) x (term text, means text) on conflict do nothing`,
        [JSON.stringify(list), source],
      );
    },
    entries: () => q.rows<UnindexedEntry>(entriesSql),
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
     on conflict (source, source_ref) do update set address = excluded.address, city = excluded.city,
       latitude = excluded.latitude, longitude = excluded.longitude,
       location_approximate = excluded.location_approximate, source_type = excluded.source_type
     where not s.on_network and (s.address, s.city, s.latitude, s.longitude, s.location_approximate, s.source_type)
       is distinct from (excluded.address, excluded.city, excluded.latitude, excluded.longitude,
         excluded.location_approximate, excluded.source_type)
     returning xmax = 0 as added`,
    [JSON.stringify(rows), source],
  );
  const added = touched.filter(row => row.added).length;
  return { added, changed: touched.length - added, unchanged: facilities.length - touched.length };
}

const entriesSql = `
  select s.id as site, null as service, 'facility' as kind, concat_ws(' ', s.name_en, nullif(s.name_fr, s.name_en)) as name,
    coalesce(s.source_type, '') as terms, concat_ws(' ', s.city) as text
  from sites s where s.kind not in ('programme', 'practice') and s.suspended_at is null
  union all
  select null, v.id, v.kind, concat_ws(' ', v.name_en, v.name_fr),
    concat_ws(' ', c.name_en, c.name_fr, c.terms),
    concat_ws(' ', v.description_en, v.description_fr, v.will_see_en, v.will_see_fr, s.name_en, s.city)
  from services v join sites s on s.id = v.site_id join service_categories c on c.code = v.category
  where v.ended_at is null and s.suspended_at is null`;

type Entry = { site: number | null; service: number | null; kind: string; stems: EntryStems };

async function saveEntries(q: Querier, entries: readonly Entry[]): Promise<void> {
  await q.count('delete from directory_entries');
  const rows = entries.map(({ stems, ...entry }) => ({ ...entry, ...stems }));
  await q.count(
    `insert into directory_entries (site_id, service_id, kind, name_stems, term_stems, text_stems)
     select site, service, kind, name, terms, text
     from jsonb_to_recordset($1) x (site bigint, service bigint, kind text, name text[], terms text[], text text[])`,
    [JSON.stringify(rows)],
  );
}
