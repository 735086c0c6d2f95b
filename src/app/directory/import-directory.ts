import { createHash } from 'node:crypto';
import { type ImportPlan, planImport, type RowReport } from '../../domain/directory/facility.ts';
import type { Point } from '../../domain/directory/place.ts';
import type { Repairs } from '../../domain/directory/repair.ts';
import { stems } from '../../domain/directory/words.ts';
import { csvTable } from '../files/csv.ts';
import type { Database, Tx } from '../ports/database.ts';
import type { Category, Saved, ShippedSynonyms } from '../ports/imports.ts';
import { readFacilities } from './facility-file.ts';

/** The lists that ship with the product, as text of CSV files. */
export interface ShippedLists {
  /** broken,whole */
  repairs: string;
  /** fsa,latitude,longitude of Ontario. */
  centres: string;
  /** code,name_en,name_fr,terms of services and of the publisher's types of facility. */
  categories: string;
}

export interface ImportOptions {
  /** Says what would happen and changes nothing. */
  dryRun?: boolean;
  /** False when the caller makes the search entries itself, after more was added. */
  index?: boolean;
}

export interface ImportReport {
  rows: RowReport[];
  counts: Record<RowReport['outcome'], number> & Saved;
}

/** Centres of forward sortation areas by FSA. */
export function readCentres(text: string): Map<string, Point> {
  const rows = csvTable<{ fsa: string; latitude: string; longitude: string }>(text);
  return new Map(
    rows.map(({ fsa, latitude, longitude }) => [
      fsa,
      { latitude: Number(latitude), longitude: Number(longitude) },
    ]),
  );
}

/** Broken words and the whole ones they were. */
export function readRepairs(text: string): Repairs {
  return new Map(csvTable<{ broken: string; whole: string }>(text).map(row => [row.broken, row.whole]));
}

/** The shipped groups of words that mean the same; a cell holds several with `;` between them. */
export function readSynonyms(text: string): ShippedSynonyms[] {
  const terms = (cell: string) => cell.split(';').filter(term => term !== '');
  return csvTable<Record<'ref' | 'english' | 'french' | 'also', string>>(text).map(row => ({
    ...{ ref: row.ref, also: row.also },
    ...{ english: terms(row.english), french: terms(row.french) },
  }));
}

/**
 * Loads a facility file into the directory with a report of every row. The same file again changes nothing. Runs as the
 * operator on the owner's connection. Throws `NotADirectory`.
 */
export async function importFacilities(
  db: Database,
  text: string,
  lists: ShippedLists,
  options: ImportOptions = {},
): Promise<ImportReport> {
  const file = readFacilities(text);
  const centres = readCentres(lists.centres);
  const plan = planImport(file.rows, readRepairs(lists.repairs), centres);
  const rows = [...file.broken, ...plan.rows].sort((a, b) => a.line - b.line);
  const saved = options.dryRun
    ? { added: 0, changed: 0, unchanged: 0 }
    : await db.as({ kind: 'operator', command: 'import-directory' }, tx =>
        save(tx, plan, {
          text,
          rows,
          categories: csvTable<Category>(lists.categories),
          index: options.index ?? true,
        }),
      );
  return { rows, counts: { ...outcomes(rows), ...saved } };
}

interface Source {
  text: string;
  rows: readonly RowReport[];
  categories: readonly Category[];
  index: boolean;
}

async function save(tx: Tx, plan: ImportPlan, { text, rows, categories, index }: Source): Promise<Saved> {
  const renamed = await tx.imports.saveCategories(categories);
  const saved = await tx.imports.saveFacilities('odhf', plan.facilities);
  await tx.imports.saveCentres(plan.centres);
  const counts = { ...outcomes(rows), ...saved };
  await tx.imports.record('odhf', createHash('sha256').update(text).digest('hex'), counts);
  await tx.audit.add({ act: 'import-directory', what: 'directory', ids: [], result: 'ok' });
  if (index && (renamed || saved.added + saved.changed > 0)) await indexDirectory(tx);
  return saved;
}

function outcomes(rows: readonly RowReport[]): Record<RowReport['outcome'], number> {
  const counts = { loaded: 0, merged: 0, flagged: 0, refused: 0 };
  for (const row of rows) counts[row.outcome]++;
  return counts;
}

/** Makes the search entries anew from what sites and services say now. */
export async function indexDirectory(tx: Tx): Promise<void> {
  const entries = await tx.imports.entries();
  await tx.imports.saveEntries(
    entries.map(({ name, terms, text, ...entry }) => ({
      ...entry,
      stems: { name: stems(name), terms: stems(terms), text: stems(text) },
    })),
  );
  await tx.imports.countStems();
}
