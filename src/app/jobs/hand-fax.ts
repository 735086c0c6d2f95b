import type { App } from '../app.ts';
import type { FaxPages } from '../ports/fax-line.ts';
import { actorOf, type Handler } from './handler.ts';
import { guestNotice } from './tell-guest.ts';

/** Minutes to the next try after a fax failed, by how often it was handed over. */
const pauses = [5, 30, 120];

/** Gives a fax to the line; while that is away the job is tried again. */
export const handFax: Handler = {
  kind: 'hand-fax',
  run: async (job, app) => {
    const fax = Number(job.payload.fax);
    const found = await app.db.as(actorOf(job), async tx => {
      const waiting = await tx.faxes.toHand(fax);
      return waiting && { ...waiting, guest: await tx.workspaces.toTell(waiting.link) };
    });
    if (!found?.guest) return;
    if (!app.fax) throw new Error('no fax line is set up');
    const pages = await pagesOf(app, found);
    if (!pages) return;
    await app.fax.hand(found.key, found.number, pages);
    await app.db.as(actorOf(job), async tx => {
      await tx.faxes.handed(fax);
      await tx.jobs.finish(job);
    });
  },
};

type Waiting = { kind: string; blob: string | null; guest: Parameters<typeof guestNotice>[1] | null };

async function pagesOf(app: App, { kind, blob, guest }: Waiting): Promise<FaxPages | undefined> {
  if (blob !== null) {
    const pdf = await app.files.get(blob);
    if (!pdf) throw new Error('the pages of a fax are gone');
    return { pdf };
  }
  const notice = guest && guestNotice(app, guest, kind === 'code' ? 'guest-code' : 'guest-news');
  return notice ? { notice } : undefined;
}

/** Every half minute: what became of the faxes that were handed over. */
export const faxResults: Handler = {
  kind: 'fax-results',
  every: 30,
  run: async (job, app) => {
    for (const { id, ok, why } of (await app.fax?.results()) ?? []) {
      await app.db.as(actorOf(job), async tx => {
        const settled = await tx.faxes.settle(id, ok, why || null);
        if (!settled) return;
        const { fax, case: caseId, tries, again, kind } = settled;
        const pause = (pauses[tries - 1] ?? pauses.at(-1)!) * 60_000;
        const runAfter = new Date(Date.parse(app.clock.now()) + pause).toISOString();
        if (again) await tx.jobs.add({ kind: 'hand-fax', payload: { fax, case: caseId }, runAfter });
        else if (!ok && kind === 'request')
          await tx.jobs.add({ kind: 'close-invitation', payload: { case: caseId, why: 'not-delivered' } });
      });
      await app.fax?.forget(id);
    }
    await app.db.as(actorOf(job), tx => tx.jobs.finish(job));
  },
};
