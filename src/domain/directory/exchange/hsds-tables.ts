/** A row of a table of HSDS, by column; an absent column is ''. */
export type Row = Record<string, string>;

/** Tables of a package by their names in the singular; `line` of each row is kept apart by the reader of files. */
export type Tables = Record<TableName, Row[]>;

interface Table {
  file: string;
  columns: readonly string[];
  required: readonly string[];
  /** What it is called inside its parent in JSON: list, or one object. */
  nested: string;
}

const of = (file: string, columns: string, required = 'id', nested = file): Table => ({
  ...{ file: `${file}.csv`, nested },
  ...{ columns: columns.split(' '), required: required.split(' ') },
});

/**
 * The tables of HSDS 3.0 that this directory writes or reads, with the columns of the specification that it uses and those
 * that a row must have, also beside others in JSON; a test compares them with what is published. Others are passed over.
 */
export const tables = {
  organization: of('organizations', 'id name alternate_name description', 'id name description'),
  service: of(
    'services',
    'id organization_id name alternate_name description url email status application_process fees_description eligibility_description minimum_age maximum_age',
    'id organization_id name status',
  ),
  location: of(
    'locations',
    'id location_type organization_id name alternate_name description latitude longitude',
    'id location_type',
  ),
  // The one table whose file is not in the plural.
  service_at_location: of(
    'service_at_location',
    'id service_id location_id',
    'id service_id location_id',
    'service_at_locations',
  ),
  address: of(
    'addresses',
    'id location_id address_1 city state_province postal_code country address_type',
    'id address_1 city state_province postal_code country address_type',
  ),
  phone: of(
    'phones',
    'id location_id service_id organization_id service_at_location_id number extension type',
    'id number',
  ),
  contact: of('contacts', 'id service_id name title'),
  schedule: of(
    'schedules',
    'id service_id location_id service_at_location_id wkst freq interval byday description opens_at closes_at',
    'id',
  ),
  language: of('languages', 'id service_id name code'),
  service_area: of('service_areas', 'id service_id name extent extent_type'),
  cost_option: of('cost_options', 'id service_id option currency amount amount_description', 'id service_id'),
  required_document: of('required_documents', 'id service_id document', 'id'),
  taxonomy: of('taxonomies', 'id name description', 'id name description'),
  taxonomy_term: of(
    'taxonomy_terms',
    'id code name description parent_id taxonomy language taxonomy_id',
    'id name description',
  ),
  attribute: of(
    'attributes',
    'id link_id taxonomy_term_id link_type link_entity value',
    'id link_id taxonomy_term_id link_entity',
  ),
} as const satisfies Record<string, Table>;

export type TableName = keyof typeof tables;
export const tableNames = Object.keys(tables) as TableName[];

/** Without a row. */
export function emptyTables(): Tables {
  return Object.fromEntries(tableNames.map(name => [name, [] as Row[]])) as Tables;
}

/** The rows of a table that have `id` in a column, found at once; none for ''. */
export type FindRows = (table: TableName, column: string, id: string) => readonly Row[];

export function finder(given: Tables): FindRows {
  const kept = new Map<string, Map<string, Row[]>>();
  return (table, column, id) => {
    const name = `${table} ${column}`;
    let index = kept.get(name);
    if (!index) {
      index = new Map();
      kept.set(name, index);
      for (const row of given[table]) {
        const of = row[column] ?? '';
        const list = index.get(of);
        if (list) list.push(row);
        else if (of !== '') index.set(of, [row]);
      }
    }
    return index.get(id) ?? [];
  };
}
