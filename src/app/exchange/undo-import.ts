import { isSame } from '../../domain/directory/exchange/plan.ts';
import type { Actor } from '../actor.ts';
import type { App } from '../app.ts';
import type { Database, Tx } from '../ports/database.ts';
import type { ImportChange, LeftAlone } from '../ports/exchange.ts';
import { forProgramme } from '../programme/for-programme.ts';
import { indexImport } from './import-listings.ts';

export interface UndoReport {
  /** Listings taken out again, and put back as they were. */
  removed: number;
  restored: number;
  left: LeftAlone[];
}

export type UndoOutcome = UndoReport | 'missing' | 'undone';

/** Undoes one import, for a steward of the programme; null for anybody else. */
export function undoForProgramme(
  app: Pick<App, 'db'>,
  actor: Actor,
  key: string,
): Promise<UndoOutcome | null> {
  return forProgramme(app, actor, 'undo-import', async tx => {
    const one = await tx.exchange.byKey(key);
    const outcome = await undoIn(tx, one?.id ?? 0);
    if (typeof outcome !== 'string')
      await tx.jobs.add({ kind: 'index-import', payload: { import: one!.id } });
    return outcome;
  });
}

/** The same by the operator, by the number that the import was reported under. */
export function undoAsOperator(db: Database, id: number): Promise<UndoOutcome> {
  return db.as({ kind: 'operator', command: 'undo-import' }, async tx => {
    const outcome = await undoIn(tx, id);
    if (typeof outcome !== 'string') await indexImport(tx, id);
    return outcome;
  });
}

/**
 * Puts back what the import changed and takes out what it added, newest first. What somebody changed since, a later import
 * changed again, or a case names stays as it is, and is said. The import and its history stay.
 */
async function undoIn(tx: Tx, id: number): Promise<UndoOutcome> {
  await tx.exchange.lock();
  const one = await tx.exchange.byId(id);
  await tx.audit.add({ act: 'undo-import', what: 'directory', ids: [id], result: one ? 'ok' : 'missing' });
  if (!one) return 'missing';
  if (one.undoneAt !== null) return 'undone';
  const changes = await tx.exchange.changes(id);
  const left: LeftAlone[] = [];
  const free = changes.filter(change => {
    const why = hindrance(change);
    if (why) left.push({ name: change.now.name.en, why });
    return !why;
  });
  const services = await undoPart(tx, { source: one.source, left, part: 'service' }, free);
  const sites = await undoPart(tx, { source: one.source, left, part: 'site' }, free);
  await tx.exchange.endUndo(id, [...services.changes, ...sites.changes], left);
  return { removed: services.removed + sites.removed, restored: services.restored + sites.restored, left };
}

function hindrance({ again, kept, after, now }: ImportChange): LeftAlone['why'] | undefined {
  if (again) return 'imported-again';
  return kept || !isSame(after, now) ? 'edited' : undefined;
}

interface Part {
  part: 'site' | 'service';
  source: string;
  left: LeftAlone[];
}

/** Services first: a site in which one stays, stays too. */
async function undoPart(tx: Tx, { part, source, left }: Part, free: readonly ImportChange[]) {
  const own = free.filter(one => one[part] !== null);
  const added = own.filter(one => one.before === null);
  const ids = added.map(one => one[part]!);
  const used = await tx.exchange.inUse(part === 'site' ? ids : [], part === 'service' ? ids : []);
  const inUse = new Set(part === 'site' ? used.sites : used.services);
  for (const one of added) if (inUse.has(one[part]!)) left.push({ name: one.now.name.en, why: 'in-use' });
  const gone = added.filter(one => !inUse.has(one[part]!));
  const back = own.filter(one => one.before !== null);
  const goneIds = gone.map(one => one[part]!);
  await tx.exchange.remove(part === 'site' ? goneIds : [], part === 'service' ? goneIds : []);
  const writes = back.map(({ key, ref, before }) => ({ id: null, key, ref, before: null, record: before! }));
  if (part === 'site') await tx.exchange.writeSites(source, writes as never, null);
  else await tx.exchange.writeServices(source, writes as never, null);
  return { removed: gone.length, restored: back.length, changes: [...gone, ...back].map(one => one.id) };
}
