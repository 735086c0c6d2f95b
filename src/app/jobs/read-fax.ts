import { readFax } from '../../domain/faxes/read-fax.ts';
import { actorOf, type Handler } from './handler.ts';

/** A referral says who and what on its first pages; what follows are results. */
const mostPages = 4;

/** A machine reads a fax that came. What it cannot read proposes nothing, and the clerk has what they had. */
export const readFaxIn: Handler = {
  kind: 'read-fax',
  run: async (job, app) => {
    const attachment = Number(job.payload.attachment);
    const fax = await app.db.as(actorOf(job), tx => tx.faxesIn.toRead(attachment));
    if (!fax) return;
    if (fax.scan === 'checking') throw new Error('the fax is not scanned yet');
    const bytes = await app.files.get(fax.blob);
    const pages = bytes && (await app.pages.read({ kind: fax.kind, bytes }, mostPages));
    const reading = readFax(pages ?? [], app.clock.now().slice(0, 10));
    await app.db.as(actorOf(job), async tx => {
      await tx.faxesIn.keepReading(attachment, reading);
      await tx.jobs.finish(job);
    });
  },
};
