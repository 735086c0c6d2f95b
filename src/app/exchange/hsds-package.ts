import { datapackage } from '../../domain/directory/exchange/datapackage.ts';
import { fromHsdsJson } from '../../domain/directory/exchange/hsds-json.ts';
import { readHsds } from '../../domain/directory/exchange/hsds-read.ts';
import {
  emptyTables,
  type Row,
  type TableName,
  type Tables,
  tableNames,
  tables,
} from '../../domain/directory/exchange/hsds-tables.ts';
import { hsdsTables } from '../../domain/directory/exchange/hsds-write.ts';
import type { Listings, ReadListings, Refused } from '../../domain/directory/exchange/listing.ts';
import { csvRecords, csvText } from '../files/csv.ts';
import { nameUuid } from './name-uuid.ts';

/** Lines that a field of a description may have. */
const longest = 400;

/** The files of a CSV package by name: a table each where there is something to say, and `datapackage.json`. */
export function writePackage(listings: Listings): Map<string, Uint8Array> {
  const written = hsdsTables(listings, nameUuid);
  const files = new Map([['datapackage.json', text(`${JSON.stringify(datapackage(written), null, 2)}\n`)]]);
  for (const name of tableNames) {
    const { file, columns } = tables[name];
    const rows = written[name].map(row => columns.map(column => row[column] ?? ''));
    if (rows.length > 0) files.set(file, text(csvText([[...columns], ...rows])));
  }
  return files;
}

const text = (value: string): Uint8Array => new TextEncoder().encode(value);

/** The listings of a CSV package, also inside one folder of an archive; null when it has no services and no organizations. */
export function readPackage(files: ReadonlyMap<string, Uint8Array>): ReadListings | null {
  const given = emptyTables();
  const where = new Map<Row, string>();
  const broken: Refused[] = [];
  let known = false;
  for (const [path, bytes] of files) {
    const file = path.split('/').at(-1)!;
    const name = tableNames.find(one => fileNames(one).includes(file.toLowerCase()));
    if (!name) continue;
    known ||= name === 'service' || name === 'organization';
    readTable(new TextDecoder().decode(bytes), file, { rows: given[name], where, broken });
  }
  return known ? readTables(given, where, broken) : null;
}

/** As the standard has it, and in the plural, as every other table is. */
const fileNames = (table: TableName): string[] => [tables[table].file, `${tables[table].nested}.csv`];

interface Into {
  rows: Row[];
  where: Map<Row, string>;
  broken: Refused[];
}

function readTable(content: string, file: string, { rows, where, broken }: Into): void {
  const [head, ...records] = csvRecords(content, longest);
  const names = head?.fields?.map(name => name.trim().toLowerCase());
  for (const { line, fields } of records) {
    const at = `${file} ${line}`;
    if (!names || fields?.length !== names.length)
      broken.push({ at, name: '', notes: [{ code: 'columns' }] });
    else {
      const row: Row = Object.fromEntries(names.map((name, n) => [name, fields[n]!]));
      rows.push(row);
      where.set(row, at);
    }
  }
}

/** The listings of HSDS in JSON; null when it is something else. */
export function readHsdsJson(json: unknown): ReadListings | null {
  const found = fromHsdsJson(json);
  return found && readTables(found.tables, found.where, []);
}

function readTables(given: Tables, where: ReadonlyMap<Row, string>, broken: Refused[]): ReadListings {
  const read = readHsds(given, (row: Row, table: TableName) => where.get(row) ?? table);
  return { ...read, refused: [...broken, ...read.refused] };
}
