import type { ClinicType } from '../../domain/schedule/plan.ts';

import type { Actor } from '../actor.ts';
import type { App } from '../app.ts';
import { addFiles } from '../files/attachments.ts';
import type { FileProblem, SentFile } from '../files/check-file.ts';
import type { Tx } from '../ports/database.ts';
import type { Schedule } from '../ports/schedules.ts';
import type { Sheet } from '../ports/sheets.ts';
import { scheduleOf } from './schedules.ts';

/** Keys of a schedule and of one of its kinds of visit. */
export interface OfType {
  schedule: string;
  type: string;
}

export interface SheetsView {
  schedule: Schedule;
  type: ClinicType;
  sheets: readonly Sheet[];
}

/** What goes with a kind of visit; null when the actor's site has none of these keys. */
export function readSheets(app: Pick<App, 'db'>, actor: Actor, of: OfType): Promise<SheetsView | null> {
  return app.db.as(actor, tx => viewIn(tx, of));
}

async function viewIn(tx: Tx, of: OfType): Promise<SheetsView | null> {
  const schedule = await scheduleOf(tx, of.schedule);
  const type = schedule?.types.find(one => one.key === of.type);
  return schedule && type ? { schedule, type, sheets: await tx.sheets.ofType(type.id) } : null;
}

/** What became of files that were to be sheets: those that were refused, and whether there was room for the others. */
export interface SheetsAdded {
  refused: readonly FileProblem[];
  full: boolean;
}

/** Adds files to what goes with a kind of visit; null when there is none of these keys. */
export async function addSheets(
  app: App,
  actor: Actor,
  of: OfType,
  sent: { files: readonly SentFile[]; language: 'en' | 'fr' },
): Promise<SheetsAdded | null> {
  const view = await readSheets(app, actor, of);
  if (!view) return null;
  let full = false;
  const outcomes = await addFiles(app, actor, sent.files, async (tx, added) => {
    for (const { id } of added)
      full = (await tx.sheets.add(view.type.id, sent.language, id)) === 'full' || full;
    await tx.audit.add({ act: 'add-sheet', what: 'schedule', ids: [view.schedule.id], result: 'ok' });
  });
  return { refused: outcomes.flatMap(one => ('refused' in one ? [one.refused] : [])), full };
}

/** Takes a sheet off; visits that have it keep it. False when the kind of visit has none of that key. */
export function endSheet(
  app: Pick<App, 'db'>,
  actor: Actor,
  of: OfType & { sheet: string },
): Promise<boolean> {
  return app.db.as(actor, async tx => {
    const view = await viewIn(tx, of);
    const known = view?.sheets.some(one => one.key === of.sheet) && (await tx.sheets.end(of.sheet));
    const ids = view ? [view.schedule.id] : [];
    await tx.audit.add({ act: 'end-sheet', what: 'schedule', ids, result: known ? 'ok' : 'missing' });
    return known === true;
  });
}
