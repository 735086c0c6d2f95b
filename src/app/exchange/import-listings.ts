import { createHash } from 'node:crypto';
import { planExchange, type RowLine, type RowOutcome } from '../../domain/directory/exchange/plan.ts';
import { stems } from '../../domain/directory/words.ts';
import type { Actor } from '../actor.ts';
import type { App } from '../app.ts';
import { readCentres, readRepairs } from '../directory/import-directory.ts';
import type { Database, Tx } from '../ports/database.ts';
import type { ExchangeFormat } from '../ports/exchange.ts';
import { key } from '../ports/ids.ts';
import { forProgramme } from '../programme/for-programme.ts';
import { type GivenFile, type ReadFile, readExchangeFile } from './read-file.ts';

export interface ImportAsk {
  file: GivenFile;
  /** Who publishes the list; its refs are told apart by it. */
  source: string;
  /** Guessed from what is in the file when absent. */
  format?: ExchangeFormat;
  /** The same report, and nothing is kept. */
  dryRun: boolean;
}

/** `flagged`: of those stored or as before, the ones that say something was left out. */
export type ImportCounts = Record<RowOutcome | 'flagged' | 'rows', number>;

export interface ListingsReport {
  /** Of the import; null when it was tried only, or nothing was new. */
  key: string | null;
  id: number | null;
  format: ExchangeFormat;
  rows: RowLine[];
  counts: ImportCounts;
}

type Uses = Pick<App, 'db' | 'bundles' | 'lists'>;

/** Rolls back what was tried, and carries its report out. */
class Tried extends Error {
  readonly report: ListingsReport;
  constructor(report: ListingsReport) {
    super('tried only');
    this.report = report;
  }
}

/**
 * Takes a list of another directory in, in one transaction: all that can be stored, or nothing when anything breaks. For a
 * steward of the programme; null for anybody else. Throws `NotADirectory` or `BadArchive` before anything is touched.
 */
export function importForProgramme(app: Uses, actor: Actor, ask: ImportAsk): Promise<ListingsReport | null> {
  return forProgramme(app, actor, 'import-directory', async tx => {
    const report = await importIn(tx, reading(app, ask), ask);
    const { id } = report;
    if (id !== null && !ask.dryRun) await tx.jobs.add({ kind: 'index-import', payload: { import: id } });
    return triedOr(report, ask);
  }).catch(reported);
}

/** The same by the operator, who puts what changed into the search at once. */
export function importAsOperator(app: Uses & { db: Database }, ask: ImportAsk): Promise<ListingsReport> {
  return app.db
    .as({ kind: 'operator', command: 'import-directory' }, async tx => {
      const file = reading(app, ask);
      const report = await importIn(tx, file, ask);
      if (file.centres) await tx.imports.saveCentres(file.centres);
      if (report.id !== null && !ask.dryRun) await indexImport(tx, report.id);
      return triedOr(report, ask);
    })
    .catch(reported);
}

function reading({ bundles, lists }: Uses, { file, format }: ImportAsk): ReadFile {
  const facility = { repairs: readRepairs(lists.repairs), centres: readCentres(lists.centres) };
  return readExchangeFile(file, { bundles, lists: facility, format });
}

function triedOr(report: ListingsReport, { dryRun }: ImportAsk): ListingsReport {
  if (dryRun) throw new Tried({ ...report, key: null, id: null });
  return report;
}

function reported(error: unknown): ListingsReport {
  if (error instanceof Tried) return error.report;
  throw error;
}

async function importIn(
  tx: Tx,
  { format, read }: ReadFile,
  { file, source }: ImportAsk,
): Promise<ListingsReport> {
  await tx.exchange.lock();
  const known = await tx.exchange.known(source, {
    refs: [...read.sites, ...read.services].map(one => one.value.ref),
    postalCodes: [...new Set(read.sites.flatMap(one => one.value.postalCode ?? []))],
  });
  const plan = planExchange(read, known, { source, newKey: key });
  const counts = countsOf(plan.rows);
  const nothing = plan.sites.length + plan.services.length === 0;
  await tx.audit.add({ act: 'import-directory', what: 'directory', ids: [], why: source, result: 'ok' });
  if (nothing) return { key: null, id: null, format, rows: plan.rows, counts };
  const made = { key: key(), source, format, fileName: file.name.slice(-200), fileHash: hashOf(file) };
  const id = await tx.exchange.begin(made);
  if (plan.categories.length > 0) await tx.exchange.addCategories(plan.categories);
  if (plan.sites.length > 0) await tx.exchange.writeSites(source, plan.sites, id);
  if (plan.services.length > 0) await tx.exchange.writeServices(source, plan.services, id);
  await tx.exchange.end(id, counts, plan.rows);
  return { key: made.key, id, format, rows: plan.rows, counts };
}

function countsOf(rows: readonly RowLine[]): ImportCounts {
  const counts: ImportCounts = {
    ...{
      rows: rows.length,
      loaded: 0,
      changed: 0,
      unchanged: 0,
      merged: 0,
      conflict: 0,
      refused: 0,
      flagged: 0,
    },
  };
  for (const { outcome, notes } of rows) {
    counts[outcome]++;
    if (notes.length > 0 && outcome !== 'refused' && outcome !== 'conflict') counts.flagged++;
  }
  return counts;
}

function hashOf({ bytes }: GivenFile): string {
  const hash = createHash('sha256');
  if (bytes instanceof Uint8Array) return hash.update(bytes).digest('hex');
  for (const [name, part] of bytes) hash.update(`${name}\n`).update(part);
  return hash.digest('hex');
}

/** So that a search finds what an import changed, or its undoing, as it now is. */
export async function indexImport(tx: Tx, importId: number): Promise<void> {
  await indexListings(tx, await tx.exchange.touched(importId));
}

/** Puts these into the search as they now are, or takes them out; inside ids. */
export async function indexListings(tx: Tx, of: { sites: number[]; services: number[] }): Promise<void> {
  const entries = await tx.exchange.entries(of);
  await tx.exchange.index(
    of,
    entries.map(one => ({
      ...one,
      stems: { name: stems(one.name), terms: stems(one.terms), text: stems(one.text) },
    })),
  );
}
