import { actorOf, type Handler } from './handler.ts';

/**
 * Has a file scanned that could not be when it came. While the scanner is away the job fails, waits longer each time and is
 * parked in the end, and the file stays closed: never clean because nobody looked.
 */
export const scanFile: Handler = {
  kind: 'scan-file',
  run: async (job, app) => {
    const id = Number(job.payload.attachment);
    const waiting = await app.db.as(actorOf(job), tx => tx.attachments.toScan(id));
    const bytes = waiting && (await app.files.get(waiting.blob));
    const result = bytes && (await app.scanner.scan(bytes));
    if (result === 'unavailable') throw new Error('the scanner is not available');
    // The scanner was taken away meanwhile: people see that nobody looked.
    await app.db.as(actorOf(job), async tx => {
      if (result) await tx.attachments.scanned(id, result);
      await tx.jobs.finish(job);
    });
  },
};

const day = 24 * 3600;

/** Forgets files that reached neither a draft nor a case within a day, and the bytes that no row names any longer. */
export const sweepFiles: Handler = {
  kind: 'sweep-files',
  every: 6 * 3600,
  run: async (job, app) => {
    const before = new Date(Date.parse(app.clock.now()) - day * 1000).toISOString();
    await app.db.as(actorOf(job), tx => tx.attachments.dropLoose(before));
    let batch: string[] = [];
    const clear = async () => {
      const found = batch;
      batch = [];
      const named = await app.db.as(actorOf(job), tx => tx.attachments.named(found));
      for (const blob of found) if (!named.has(blob)) await app.files.remove(blob, before);
    };
    for await (const blob of app.files.writtenBefore(before)) {
      batch.push(blob);
      if (batch.length === 200) await clear();
    }
    await clear();
    await app.db.as(actorOf(job), tx => tx.jobs.finish(job));
  },
};
