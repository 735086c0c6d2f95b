import { type Synonyms, termsOf } from '../../domain/directory/synonyms.ts';
import type { Actor } from '../actor.ts';
import type { App } from '../app.ts';
import { csvRecords, textOfFile } from '../files/csv.ts';
import type { Tx } from '../ports/database.ts';
import type { KeptSynonyms } from '../ports/synonyms.ts';
import { forProgramme } from '../programme/for-programme.ts';
import { checkSynonyms, type SynonymProblem } from './check-synonyms.ts';
import { reportCsv } from './imports.ts';
import { saysTheSame, takenBy, writeGroup } from './synonyms.ts';

type Reads = Pick<App, 'db'>;

/** The first line of the file; words of a cell are parted by semicolons. */
export const synonymColumns = ['key', 'version', 'english', 'french', 'also'] as const;
type Cells = Record<(typeof synonymColumns)[number], string>;

/** Most groups in one file. */
export const mostRows = 2_000;

/** The groups in use as a file for a spreadsheet, to be taken in again; null for anybody but the programme. */
export function synonymsFile(app: Reads, actor: Actor): Promise<Uint8Array | null> {
  return forProgramme(app, actor, 'export-synonyms', async tx => {
    const rows = (await tx.synonyms.all()).map(one => [
      ...[one.key, String(one.version), one.english.join('; '), one.french.join('; '), one.also],
    ]);
    return reportCsv(synonymColumns, rows);
  });
}

/** `gone`: no group has this key; `stale`: somebody changed it after the file was made. */
export type RowProblem = SynonymProblem | { code: 'columns' | 'gone' | 'stale' };
export type RowOutcome = 'added' | 'changed' | 'same' | 'refused';

/** What became of one line of a file. */
export interface SynonymRow {
  line: number;
  /** Its words in one line, as far as they were read. */
  words: string;
  outcome: RowOutcome;
  problems: readonly RowProblem[];
}

/** Why nothing of a file was read. */
export type FileProblem = 'not-a-list' | 'too-many';

/** Rolls back what was only tried. */
class OnlyTried extends Error {
  readonly rows: SynonymRow[];
  constructor(rows: SynonymRow[]) {
    super('only tried');
    this.rows = rows;
  }
}

/**
 * Takes groups from a file of the columns above, line by line: a line with a key changes its group, one without adds one. Groups
 * that are not in it stay as they are. `dryRun`: says what would become of each line and changes nothing. Null for anybody but
 * the programme.
 */
export async function takeSynonyms(
  app: Reads,
  actor: Actor,
  { bytes, dryRun }: { bytes: Uint8Array; dryRun: boolean },
): Promise<SynonymRow[] | { problem: FileProblem } | null> {
  const lines = linesOf(bytes);
  try {
    return await forProgramme(app, actor, 'import-synonyms', async tx => {
      if ('problem' in lines) return lines;
      await tx.synonyms.lock();
      const rows: SynonymRow[] = [];
      for (const one of lines.rows) rows.push({ line: one.line, ...(await take(tx, one.cells)) });
      if (dryRun) throw new OnlyTried(rows);
      return rows;
    });
  } catch (error) {
    if (error instanceof OnlyTried) return error.rows;
    throw error;
  }
}

function linesOf(
  bytes: Uint8Array,
): { rows: { line: number; cells: Cells | null }[] } | { problem: FileProblem } {
  const [head, ...records] = csvRecords(textOfFile(bytes));
  const names = head?.fields?.map(name => name.trim().toLowerCase());
  if (!names || !['english', 'french'].every(name => names.includes(name))) return { problem: 'not-a-list' };
  if (records.length > mostRows) return { problem: 'too-many' };
  const cellsOf = (fields: readonly string[]): Cells => {
    const cell = (name: string) => (fields[names.indexOf(name)] ?? '').trim().replace(/^'(?=[=+\-@])/, '');
    const [key = '', version = '', english = '', french = '', also = ''] = synonymColumns.map(cell);
    return { key, version, english, french, also };
  };
  const rows = records.map(({ line, fields }) => ({
    line,
    cells: fields?.length === names.length ? cellsOf(fields) : null,
  }));
  return { rows };
}

type Taken = Omit<SynonymRow, 'line'>;

async function take(tx: Tx, cells: Cells | null): Promise<Taken> {
  if (!cells) return refused('', [{ code: 'columns' }]);
  const checked = checkSynonyms(cells);
  const said = [cells.english, cells.french].filter(Boolean).join('; ');
  if ('problems' in checked) return refused(said, checked.problems);
  const now = cells.key === '' ? undefined : await tx.synonyms.byKey(cells.key);
  if (now === null) return refused(said, [{ code: 'gone' }]);
  return takeInto(tx, { ...checked, now, version: cells.version });
}

interface Row {
  group: Synonyms;
  words: string[];
  now: KeptSynonyms | undefined;
  version: string;
}

async function takeInto(tx: Tx, { group, words, now, version }: Row): Promise<Taken> {
  const said = termsOf(group).join(', ');
  const result = (outcome: RowOutcome): Taken => ({ words: said, outcome, problems: [] });
  if (now && now.removedAt === null && saysTheSame(now, group)) return result('same');
  if (now && version !== '' && version !== String(now.version)) return refused(said, [{ code: 'stale' }]);
  const held = (await tx.synonyms.holders(words)).filter(one => one.group.id !== now?.id);
  // Taken in before: the line has no key, the group has.
  if (!now && held[0] && saysTheSame(held[0].group, group)) return result('same');
  if (held.length > 0) return refused(said, takenBy(held, group));
  await writeGroup(tx, now, { group, words });
  return result(now ? 'changed' : 'added');
}

function refused(words: string, problems: readonly RowProblem[]): Taken {
  return { words, outcome: 'refused', problems };
}
