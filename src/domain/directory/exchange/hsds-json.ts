import { numberColumns } from './datapackage.ts';
import {
  emptyTables,
  type FindRows,
  finder,
  type Row,
  type TableName,
  type Tables,
  tables,
} from './hsds-tables.ts';

type Json = Record<string, unknown>;

/** A table beside another in JSON: the column that links them, and its name there (HSDS 3.0, schema/compiled/service.json). */
interface Link {
  table: TableName;
  by: string;
  as: string;
}

const link = (table: TableName, by: string, as: string): Link => ({ table, by, as });

/** Lists inside a row: they point at it. */
const below: Partial<Record<TableName, Link[]>> = {
  organization: [
    link('phone', 'organization_id', 'phones'),
    link('location', 'organization_id', 'locations'),
    link('service', 'organization_id', 'services'),
  ],
  service: [
    link('phone', 'service_id', 'phones'),
    link('contact', 'service_id', 'contacts'),
    link('schedule', 'service_id', 'schedules'),
    link('language', 'service_id', 'languages'),
    link('service_area', 'service_id', 'service_areas'),
    link('cost_option', 'service_id', 'cost_options'),
    link('required_document', 'service_id', 'required_documents'),
    link('service_at_location', 'service_id', 'service_at_locations'),
  ],
  service_at_location: [
    link('schedule', 'service_at_location_id', 'schedules'),
    link('phone', 'service_at_location_id', 'phones'),
  ],
  location: [
    link('address', 'location_id', 'addresses'),
    link('phone', 'location_id', 'phones'),
    link('schedule', 'location_id', 'schedules'),
  ],
};

/** One object inside a row, which the row points at. */
const beside: Partial<Record<TableName, Link[]>> = {
  service: [link('organization', 'organization_id', 'organization')],
  service_at_location: [link('location', 'location_id', 'location')],
  attribute: [link('taxonomy_term', 'taxonomy_term_id', 'taxonomy_term')],
  taxonomy_term: [link('taxonomy', 'taxonomy_id', 'taxonomy_detail')],
};

/** Which part of a list this is: pages from 1, and the services of all of them. */
export interface PageOf {
  page: number;
  pages: number;
  services: number;
}

/**
 * A page of services with all that belongs to them, as the HSDS API answers `/services`. Beside it are the organizations that
 * offer none, and every term.
 */
export function hsdsJson(given: Tables, { page, pages, services }: PageOf): Json {
  const find = finder(given);
  const rest = given.organization.filter(row => find('service', 'organization_id', row.id!).length === 0);
  const size = given.service.length;
  return {
    ...{ version: '3.0', profile: 'https://docs.openreferral.org/en/3.0/' },
    ...{ total_items: services, total_pages: pages, page_number: page, size },
    ...{ first_page: page === 1, last_page: page === pages, empty: size === 0 },
    contents: given.service.map(row => nested(find, 'service', row)),
    organizations: rest.map(row => nested(find, 'organization', row)),
    taxonomies: given.taxonomy.map(plain),
    taxonomy_terms: given.taxonomy_term.map(plain),
  };
}

/** Columns that say something; what HSDS counts is a number. */
function plain(row: Row): Json {
  const spoken = Object.entries(row).filter(([, value]) => value !== '');
  return Object.fromEntries(
    spoken.map(([name, value]) => [name, numberColumns.includes(name) ? Number(value) : value]),
  );
}

/** Being inside says what a column would: who is around is not named again, nor what is inside. */
function nested(find: FindRows, table: TableName, row: Row, around: readonly string[] = []): Json {
  const id = row.id ?? '';
  const out = plain(Object.fromEntries(Object.entries(row).filter(([column]) => !around.includes(column))));
  for (const one of beside[table] ?? []) {
    const found = find(one.table, 'id', row[one.by] ?? '')[0];
    if (!found) continue;
    delete out[one.by];
    out[one.as] = nested(find, one.table, found);
  }
  const lists = [...(below[table] ?? []), link('attribute', 'link_id', 'attributes')];
  for (const one of lists) {
    const rows = find(one.table, one.by, id).filter(child => belongs(find, [table, one], child));
    if (rows.length > 0)
      out[one.as] = rows.map(child => nested(find, one.table, child, [one.by, 'link_entity']));
  }
  return out;
}

/** A service is around its organization, not inside it; a place of a service is inside that. */
function belongs(find: FindRows, [table, to]: [TableName, Link], child: Row): boolean {
  if (to.table === 'service') return false;
  if (to.table === 'attribute') return child.link_entity === table;
  return to.as !== 'locations' || find('service_at_location', 'location_id', child.id!).length === 0;
}

/**
 * The tables of HSDS in JSON: a page as above, or of the API of another directory, a package of several lists, or a bare list of services or
 * organizations with their services inside. Null when it is none of them. `where` tells the place of a row.
 */
export function fromHsdsJson(json: unknown): { tables: Tables; where: Map<Row, string> } | null {
  const lists = listsOf(json);
  if (!lists) return null;
  const into = emptyTables();
  const where = new Map<Row, string>();
  const take = taker(into, where);
  for (const [table, name, list] of lists)
    list.forEach((one, n) => {
      if (isObject(one)) take(table, one, `${name}[${n}]`);
    });
  return { tables: into, where };
}

const isObject = (one: unknown): one is Json =>
  typeof one === 'object' && one !== null && !Array.isArray(one);

function listsOf(json: unknown): [TableName, string, unknown[]][] | null {
  if (Array.isArray(json)) return [guessed(json, '')];
  if (!isObject(json)) return null;
  const page: [TableName, string, unknown[]][] = Array.isArray(json.contents)
    ? [guessed(json.contents, 'contents')]
    : [];
  const known = (['taxonomy', 'taxonomy_term', 'organization', 'service'] as const).flatMap(table => {
    const name = tables[table].nested;
    const list = json[name];
    return Array.isArray(list) ? [[table, name, list] as [TableName, string, unknown[]]] : [];
  });
  if (page.length + known.length > 0) return [...known, ...page];
  return 'name' in json && 'id' in json ? [guessed([json], '')] : null;
}

/** A service has a status; an organization has none. */
function guessed(list: unknown[], name: string): [TableName, string, unknown[]] {
  return [list.some(one => isObject(one) && 'status' in one) ? 'service' : 'organization', name, list];
}

type Take = (table: TableName, json: Json, at: string, given?: Row) => string;

/** Puts an object and all inside it into the tables; what is pointed at comes many times and is taken once. */
function taker(into: Tables, where: Map<Row, string>): Take {
  const taken = new Set<string>();
  const take: Take = (table, json, at, given = {}) => {
    const row: Row = { ...scalars(json), ...given };
    row.id ??= at;
    const name = `${table} ${row.id}`;
    const again = table !== 'service' && taken.has(name);
    taken.add(name);
    for (const one of beside[table] ?? []) {
      const inside = json[one.as];
      if (isObject(inside)) row[one.by] = take(one.table, inside, `${at}.${one.as}`);
    }
    if (again) return row.id;
    into[table].push(row);
    where.set(row, at);
    for (const one of below[table] ?? [])
      eachOf(json[one.as], (child, n) =>
        take(one.table, child, `${at}.${one.as}[${n}]`, { [one.by]: row.id! }),
      );
    eachOf(json.attributes, (child, n) =>
      take('attribute', child, `${at}.attributes[${n}]`, { link_id: row.id!, link_entity: table }),
    );
    return row.id;
  };
  return take;
}

function eachOf(list: unknown, work: (one: Json, n: number) => void): void {
  if (Array.isArray(list))
    list.forEach((one, n) => {
      if (isObject(one)) work(one, n);
    });
}

function scalars(json: Json): Row {
  return Object.fromEntries(
    Object.entries(json).flatMap(([name, value]): [string, string][] =>
      typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
        ? [[name, String(value)]]
        : [],
    ),
  );
}
