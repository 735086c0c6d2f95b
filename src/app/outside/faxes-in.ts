import type { PersonActor } from '../actor.ts';
import type { App } from '../app.ts';
import { type Added, addFiles } from '../files/attachments.ts';
import type { SentFile } from '../files/check-file.ts';
import type { Tx } from '../ports/database.ts';
import type { Aside, FaxIn } from '../ports/faxes-in.ts';
import { key } from '../ports/ids.ts';

/** The faxes of the actor's site that wait to be written in, or those handled last. A row of the log names their files. */
export function readFaxes(app: Pick<App, 'db'>, actor: PersonActor, done: boolean): Promise<FaxIn[]> {
  return app.db.as(actor, async tx => {
    const faxes = await tx.faxesIn.list(done);
    const ids = faxes.slice(0, 25).map(one => one.attachment);
    await tx.audit.add({ act: 'list-faxes', what: 'attachment', ids, result: 'ok' });
    return faxes;
  });
}

/** One fax, and what it may ask for here; null, written down, when it is not of this site. */
export function openFax(app: Pick<App, 'db'>, actor: PersonActor, faxKey: string) {
  return app.db.as(actor, async tx => {
    const fax = await tx.faxesIn.byKey(faxKey);
    const ids = fax ? [fax.attachment] : [];
    await tx.audit.add({ act: 'open-fax', what: 'attachment', ids, result: fax ? 'ok' : 'missing' });
    if (!fax) return null;
    return { fax, services: await tx.faxesIn.services(), reading: await tx.faxesIn.reading(faxKey) };
  });
}

/** Files that a clerk has from elsewhere: each becomes a fax of the list, or says why it was not taken. */
export function uploadFaxes(app: App, actor: PersonActor, files: readonly SentFile[]): Promise<Added[]> {
  return addFiles(app, actor, files, async (tx, added) => {
    for (const { id } of added) {
      await tx.faxesIn.add(key(), id);
      await toBeRead(app, tx, id);
    }
  });
}

/** A machine reads it as soon as it can, where an engine is installed. */
export async function toBeRead(app: Pick<App, 'pages'>, tx: Tx, attachment: number): Promise<void> {
  if (app.pages.reads) await tx.jobs.add({ kind: 'read-fax', payload: { attachment } });
}

/** Puts a fax aside, or back on the list. It is kept either way. */
export function settleFax(
  app: Pick<App, 'db'>,
  actor: PersonActor,
  given: { key: string; state: Aside | 'new'; why: string },
): Promise<boolean> {
  return app.db.as(actor, async tx => {
    const fax = await tx.faxesIn.byKey(given.key);
    const settled = fax !== null && (await tx.faxesIn.settle(given.key, given.state, given.why));
    const about = { act: 'settle-fax', what: 'attachment', ids: fax ? [fax.attachment] : [] };
    await tx.audit.add({ ...about, why: given.state, result: settled ? 'ok' : fax ? 'denied' : 'missing' });
    return settled;
  });
}
