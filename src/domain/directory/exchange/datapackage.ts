import { type TableName, type Tables, tableNames, tables } from './hsds-tables.ts';

/** Columns that are numbers, here and in JSON. */
export const numberColumns: readonly string[] = [
  ...['latitude', 'longitude', 'minimum_age', 'maximum_age', 'interval', 'amount', 'extension'],
];

const choices: Record<string, readonly string[]> = {
  status: ['active', 'inactive', 'defunct', 'temporarily closed'],
  location_type: ['physical', 'postal', 'virtual'],
  address_type: ['physical', 'postal', 'virtual'],
  freq: ['WEEKLY', 'MONTHLY'],
  wkst: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'],
};

/**
 * The description of a CSV package, as `datapackage.json`: the tables that have rows, with type, format, choices and
 * references of each column (https://specs.frictionlessdata.io/tabular-data-package/).
 */
export function datapackage(written: Tables): unknown {
  const present = tableNames.filter(name => written[name].length > 0);
  return {
    name: 'human_services_data',
    title: 'Human Services Data Specification',
    version: '3.0',
    homepage: 'http://docs.openreferral.org',
    profile: 'tabular-data-package',
    resources: present.map(name => ({
      ...{ name, path: tables[name].file, profile: 'tabular-data-resource', format: 'csv' },
      ...{ mediatype: 'text/csv', encoding: 'utf-8' },
      schema: {
        primaryKey: 'id',
        fields: tables[name].columns.map(column => fieldOf(name, column)),
        foreignKeys: tables[name].columns.flatMap(column => {
          const resource = target(name, column, present);
          return resource === null ? [] : [{ fields: column, reference: { resource, fields: 'id' } }];
        }),
      },
    })),
  };
}

function fieldOf(table: TableName, column: string) {
  const isId = column === 'id' || column.endsWith('_id');
  const format = isId ? 'uuid' : column === 'url' ? 'uri' : column === 'email' ? 'email' : undefined;
  const of = choices[column];
  return {
    name: column,
    type: typeOf(column),
    ...(format ? { format } : {}),
    constraints: {
      required: (tables[table].required as readonly string[]).includes(column),
      unique: column === 'id' || (column === 'code' && table === 'taxonomy_term'),
      ...(of ? { enum: of } : {}),
    },
  };
}

function typeOf(column: string): 'number' | 'time' | 'string' {
  if (numberColumns.includes(column)) return 'number';
  return column === 'opens_at' || column === 'closes_at' ? 'time' : 'string';
}

/** The table that a column points at; '' is its own, as the format has it. */
function target(table: TableName, column: string, present: readonly TableName[]): string | null {
  if (column === 'parent_id') return table === 'taxonomy_term' ? '' : null;
  return present.find(name => column === `${name}_id`) ?? null;
}
