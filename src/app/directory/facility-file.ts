import type { FacilityRow, RowReport } from '../../domain/directory/facility.ts';
import { type CsvRecord, csvRecords } from '../files/csv.ts';

/** The file is not a facility list; the message names what is missing. */
export class NotADirectory extends Error {
  override readonly name = 'NotADirectory';
}

const columns = [
  'facility_name',
  'source_facility_type',
  'odhf_facility_type',
  'street_no',
  'street_name',
  'postal_code',
  'city',
  'province',
  'CSDname',
  'latitude',
  'longitude',
] as const;
type Column = (typeof columns)[number];

export interface ReadFile {
  rows: FacilityRow[];
  /** Lines that are no rows of this file, each with a report. */
  broken: RowReport[];
}

/**
 * Reads a facility CSV. A line with another number of columns, or a quote in the wrong place, is reported by its number
 * and left out, and no other line with it. Throws `NotADirectory` for an empty file or one without the columns.
 */
export function readFacilities(text: string): ReadFile {
  const [first, ...records] = csvRecords(text);
  if (!first) throw new NotADirectory('the file is empty');
  const head = (first.fields ?? []).map(name => name.trim());
  const missing = columns.filter(column => !head.includes(column));
  if (missing.length > 0) throw new NotADirectory(`the file has no column ${missing.join(', ')}`);
  const at = Object.fromEntries(columns.map(column => [column, head.indexOf(column)])) as Record<
    Column,
    number
  >;
  const rows: FacilityRow[] = [];
  const broken: RowReport[] = [];
  for (const record of records) {
    if (record.fields?.length === head.length)
      rows.push(rowOf(record.line, column => record.fields![at[column]]!));
    else broken.push(...refused(record));
  }
  return { rows, broken };
}

function refused({ line, lines }: CsvRecord): RowReport[] {
  return Array.from({ length: lines }, (_, index) => ({
    line: line + index,
    name: '',
    outcome: 'refused' as const,
    notes: [{ code: 'columns' as const }],
  }));
}

function rowOf(line: number, of: (column: Column) => string): FacilityRow {
  return {
    line,
    name: of('facility_name'),
    sourceType: of('source_facility_type'),
    type: of('odhf_facility_type'),
    streetNo: of('street_no'),
    street: of('street_name'),
    postalCode: of('postal_code'),
    city: of('city'),
    province: of('province'),
    subdivision: of('CSDname').split('/')[0]!.trim(),
    latitude: of('latitude'),
    longitude: of('longitude'),
  };
}
