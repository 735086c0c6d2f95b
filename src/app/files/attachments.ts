import { createHash } from 'node:crypto';
import type { Actor } from '../actor.ts';
import type { App } from '../app.ts';
import type { Attachment, NewAttachment, StoredAttachment } from '../ports/attachments.ts';
import type { Tx } from '../ports/database.ts';
import { checkFile, type FileProblem, type SentFile } from './check-file.ts';

export type Added = { attachment: Attachment } | { refused: FileProblem };

/**
 * Checks, scans and keeps files as they came, each with its own outcome in their order. The bytes are written before their
 * rows, which `within` may tie to a draft or case in the same transaction; bytes without a row are swept after a day.
 */
export async function addFiles(
  app: App,
  actor: Actor,
  sent: readonly SentFile[],
  within: (tx: Tx, added: readonly Attachment[]) => Promise<void> = async () => {},
): Promise<Added[]> {
  const stored: (NewAttachment | FileProblem)[] = [];
  for (const file of sent) stored.push(await store(app, file));
  return app.db.as(actor, async tx => {
    const outcomes: Added[] = [];
    for (const one of stored) {
      if ('problem' in one) {
        if (one.problem === 'malware') {
          await tx.audit.add({
            act: 'add-file',
            what: 'attachment',
            ids: [],
            why: 'malware',
            result: 'denied',
          });
        }
        outcomes.push({ refused: one });
        continue;
      }
      const attachment = await tx.attachments.add(one);
      await tx.audit.add({ act: 'add-file', what: 'attachment', ids: [attachment.id], result: 'ok' });
      if (attachment.scan === 'checking') {
        await tx.jobs.add({ kind: 'scan-file', payload: { attachment: attachment.id } });
      }
      outcomes.push({ attachment });
    }
    const added = outcomes.flatMap(one => ('attachment' in one ? [one.attachment] : []));
    if (added.length > 0) await within(tx, added);
    return outcomes;
  });
}

export type Opened =
  | { attachment: StoredAttachment; bytes: Uint8Array }
  | { closed: 'checking' | 'infected'; attachment: StoredAttachment };

/** A file with its bytes for who may see it, audited; null when there is none for this actor. Throws FileDamaged. */
export async function openFile(
  app: App,
  actor: Actor,
  key: string,
  act = 'open-file',
): Promise<Opened | null> {
  const attachment = await findFile(app, actor, key, act);
  if (!attachment) return null;
  const { scan } = attachment;
  if (scan === 'checking' || scan === 'infected') return { closed: scan, attachment };
  const bytes = await app.files.get(attachment.blob);
  return bytes ? { attachment, bytes } : null;
}

/** What is known of a file, audited like a look at it; null when there is none for this actor. */
export function findFile(app: App, actor: Actor, key: string, act: string): Promise<StoredAttachment | null> {
  return app.db.as(actor, async tx => {
    const attachment = await tx.attachments.byKey(key);
    const ids = attachment ? [attachment.id] : [];
    const patient = attachment?.patientId ?? undefined;
    await tx.audit.add({ act, what: 'attachment', ids, patient, result: attachment ? 'ok' : 'missing' });
    return attachment;
  });
}

/** Scanned before it is kept, so that what is known to be harmful never lies on our disk. */
async function store(app: App, file: SentFile): Promise<NewAttachment | FileProblem> {
  const checked = checkFile(file);
  if ('problem' in checked) return checked;
  const { name, kind, bytes } = checked;
  const result = await app.scanner.scan(bytes);
  if (result === 'infected') return { problem: 'malware', name };
  const blob = await app.files.put(bytes);
  const hash = createHash('sha256').update(bytes).digest('hex');
  const scan = result === 'unavailable' ? 'checking' : result;
  return { name, kind, size: bytes.length, blob, hash, scan };
}
