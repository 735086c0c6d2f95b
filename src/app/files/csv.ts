/** A record of a CSV file (RFC 4180); `fields` is null when its quotes are wrong. */
export interface CsvRecord {
  /** Line of the file where it begins, from 1. */
  line: number;
  /** How many lines it takes. */
  lines: number;
  fields: string[] | null;
}

/** A record may have line ends inside quotes, but not more than this many lines, unless told. */
const longestRecord = 5;

/**
 * The records of a CSV text, UTF-8 with or without a byte order mark. Empty lines are none. A quote that does not close
 * spoils its own line and no other. Characters that nobody can read become spaces.
 */
export function csvRecords(text: string, longest = longestRecord, separator: ',' | ';' = ','): CsvRecord[] {
  const lines = text
    .replace(/^\uFEFF/, '')
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g, ' ')
    .split(/\r\n|\n|\r/);
  const records: CsvRecord[] = [];
  for (let at = 0; at < lines.length; at++) {
    if (lines[at]!.trim() === '') continue;
    const record = recordAt(lines, { at, longest, separator });
    records.push(record);
    at += record.lines - 1;
  }
  return records;
}

interface From {
  at: number;
  longest: number;
  separator: string;
}

function recordAt(lines: readonly string[], { at, longest, separator }: From): CsvRecord {
  for (let count = 1; count <= Math.min(longest, lines.length - at); count++) {
    const fields = fieldsOf(lines.slice(at, at + count).join('\n'), separator);
    if (fields === 'broken') break;
    if (fields !== 'open') return { line: at + 1, lines: count, fields };
  }
  return { line: at + 1, lines: 1, fields: null };
}

/** The fields of one record; 'open' when a quote has not closed yet, 'broken' when one stands where none may. */
function fieldsOf(text: string, separator: string): string[] | 'open' | 'broken' {
  const fields: string[] = [];
  let at = 0;
  for (;;) {
    const quoted = text[at] === '"';
    const end = quoted ? closingQuote(text, at + 1) : next(separator, text, at);
    if (end < 0) return 'open';
    const field = text.slice(quoted ? at + 1 : at, end);
    if (!quoted && field.includes('"')) return 'broken';
    fields.push(quoted ? field.replaceAll('""', '"') : field);
    at = quoted ? end + 1 : end;
    if (at === text.length) return fields;
    if (text[at] !== separator) return 'broken';
    at++;
  }
}

function next(separator: string, text: string, from: number): number {
  const found = text.indexOf(separator, from);
  return found < 0 ? text.length : found;
}

function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at;
  }
  return -1;
}

/** UTF-8, or what spreadsheets of Windows write instead. */
export function textOfFile(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** What parts the cells of a file: whichever its first line has more of. French spreadsheets write semicolons. */
export function separatorOf(text: string): ',' | ';' {
  const [head = ''] = text
    .replace(/^\uFEFF/, '')
    .trimStart()
    .split(/[\r\n]/, 1);
  return head.split(';').length > head.split(',').length ? ';' : ',';
}

/** The rows of a file of ours, by the names of its first line. Throws when a row has other columns: it was edited badly. */
export function csvTable<Row>(text: string): Row[] {
  const [head, ...rest] = csvRecords(text);
  return rest.map(({ line, fields }) => {
    if (!head?.fields || fields?.length !== head.fields.length)
      throw new Error(`line ${line} does not have the columns of the first line`);
    return Object.fromEntries(head.fields.map((name, index) => [name, fields[index]])) as Row;
  });
}

/** A CSV text (RFC 4180, UTF-8) of rows of as many fields each. */
export function csvText(rows: readonly (readonly string[])[]): string {
  const field = (text: string) => (/[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map(row => `${row.map(field).join(',')}\r\n`).join('');
}
