import { createHash } from 'node:crypto';
import type { App } from '../app.ts';
import { checkFile } from '../files/check-file.ts';
import { toBeRead } from '../outside/faxes-in.ts';
import type { TrayFax } from '../ports/fax-tray.ts';
import { key } from '../ports/ids.ts';
import type { Job } from '../ports/jobs.ts';
import { actorOf, type Handler } from './handler.ts';

/** Every half minute: what lies in the tray goes on the list of its site. */
export const takeInFaxes: Handler = {
  kind: 'take-in-faxes',
  every: 30,
  run: async (job, app) => {
    for (const fax of (await app.faxTray?.waiting()) ?? []) {
      const refused = await takeIn(app, job, fax);
      await app.faxTray?.taken(fax.id, refused);
    }
    await app.db.as(actorOf(job), tx => tx.jobs.finish(job));
  },
};

/** Its bytes are sealed before its row; the file leaves the tray after both, so a cut makes a fax twice and never none. */
async function takeIn(
  app: App,
  job: Job,
  fax: TrayFax,
): Promise<'no-such-site' | 'no-such-kind' | undefined> {
  const checked = checkFile({ name: fax.name, bytes: fax.bytes });
  if ('problem' in checked) return 'no-such-kind';
  const { name, kind, bytes } = checked;
  const scanned = await app.scanner.scan(bytes);
  if (scanned === 'infected') return 'no-such-kind';
  const blob = await app.files.put(bytes);
  const hash = createHash('sha256').update(bytes).digest('hex');
  const scan = scanned === 'unavailable' ? 'checking' : scanned;
  const id = await app.db.as(actorOf(job), async tx => {
    const file = { key: key(), name, kind, size: bytes.length, blob, hash, scan } as const;
    const taken = await tx.faxesIn.take(key(), fax.to, file);
    if (taken !== null && scan === 'checking')
      await tx.jobs.add({ kind: 'scan-file', payload: { attachment: taken } });
    if (taken !== null) await toBeRead(app, tx, taken);
    const about = { act: 'take-in-fax', what: 'attachment', ids: taken === null ? [] : [taken] };
    await tx.audit.add({ ...about, result: taken === null ? 'missing' : 'ok' });
    return taken;
  });
  return id === null ? 'no-such-site' : undefined;
}
