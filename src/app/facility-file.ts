import { parse } from 'csv-parse/sync';
import type { FacilityRow, RowReport } from '../domain/directory/facility.ts';

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

/** A record may have line ends inside quotes, but not more than this many. */
const longestRecord = 5;

/**
 * Reads a facility CSV (RFC 4180; UTF-8 with or without a byte order mark). A line with another number of columns, or a
 * quote in the wrong place, is reported and left out; so is every line of a quote that does not close, and no line after
 * it is lost. Throws `NotADirectory` for an empty file or one without the columns.
 */
export function readFacilities(text: string): ReadFile {
  const broken = new Set<number>();
  const lines = closedQuotes(plainLines(text), broken);
  checkHead(lines[0] ?? '');
  const records = parse(lines.join('\n'), {
    columns: true,
    info: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: error => {
      broken.add(Number(error && 'lines' in error ? error.lines : 0));
      return undefined;
    },
  }) as unknown as { record: Record<Column, string>; info: { lines: number } }[];
  return {
    rows: records.map(({ record, info }) => rowOf(record, info.lines)),
    broken: [...broken].map(line => ({ line, name: '', outcome: 'refused', notes: [{ code: 'columns' }] })),
  };
}

/** Lines without the byte order mark, and without characters that nobody can read or a database refuses. */
function plainLines(text: string): string[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .map(line => line.replace(/[\u0000-\u0008\u000B-\u001F\u007F]/g, ' '));
}

/** Blanks the lines whose quote stays open, so that it cannot swallow those that follow. */
function closedQuotes(lines: readonly string[], broken: Set<number>): string[] {
  const kept = [...lines];
  for (let at = 0; at < kept.length; at++) {
    const last = endOfRecord(kept, at);
    if (last === undefined) {
      broken.add(at + 1);
      kept[at] = '';
    } else {
      at = last;
    }
  }
  return kept;
}

/** Index of the line where the record that begins at `from` has closed all its quotes. */
function endOfRecord(lines: readonly string[], from: number): number | undefined {
  let quotes = 0;
  for (let at = from; at < Math.min(lines.length, from + longestRecord); at++) {
    quotes += lines[at]!.split('"').length - 1;
    if (quotes % 2 === 0) return at;
    // Another record begins with an odd quote of its own: the first one was broken.
    if (at > from && /^"?\d+"?,/.test(lines[at]!)) return undefined;
  }
  return undefined;
}

function checkHead(line: string): void {
  if (line.trim() === '') throw new NotADirectory('the file is empty or its first line is');
  const [head = []] = parse(line, { relax_quotes: true, relax_column_count: true }) as string[][];
  const missing = columns.filter(column => !head.includes(column));
  if (missing.length > 0) throw new NotADirectory(`the file has no column ${missing.join(', ')}`);
}

function rowOf(record: Record<Column, string>, line: number): FacilityRow {
  return {
    line,
    name: record.facility_name,
    sourceType: record.source_facility_type,
    type: record.odhf_facility_type,
    streetNo: record.street_no,
    street: record.street_name,
    postalCode: record.postal_code,
    city: record.city,
    province: record.province,
    subdivision: record.CSDname.split('/')[0]!.trim(),
    latitude: record.latitude,
    longitude: record.longitude,
  };
}
