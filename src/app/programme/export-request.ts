import type { Actor } from '../actor.ts';
import type { App } from '../app.ts';
import { openFile } from '../files/attachments.ts';
import { FileDamaged } from '../ports/files.ts';
import { type RequestStory, readRequestIn } from '../read-request.ts';

/** Bytes of files that go along; the rest is named with its address. */
const mostBytes = 25 * 1024 * 1024;

/**
 * Everything of a request that the actor's party may read, with its files, as a FHIR Bundle. Null when it is not theirs.
 * Written down as an export, and each file that went along.
 */
export async function exportRequest(
  app: App,
  actor: Actor,
  requestKey: string,
): Promise<{ reference: string; bundle: unknown } | null> {
  const read = await app.db.as(actor, async tx => {
    const story = await readRequestIn(tx, requestKey, 'export');
    return story && { story, now: tx.now };
  });
  if (!read) return null;
  const { story, now } = read;
  const files = await filesOf(app, actor, story);
  const bundle = app.requestBundle(story, { base: app.config.baseUrl, now, files });
  return { reference: story.reference, bundle };
}

async function filesOf(app: App, actor: Actor, { cases }: RequestStory): Promise<Map<number, Uint8Array>> {
  const files = new Map<number, Uint8Array>();
  let left = mostBytes;
  for (const { id, key, size } of cases.flatMap(one => one.attachments)) {
    if (files.has(id) || size > left) continue;
    const bytes = await bytesOf(app, actor, key);
    if (!bytes) continue;
    files.set(id, bytes);
    left -= size;
  }
  return files;
}

/** A file that is being scanned, or was damaged, is named and does not go along. */
async function bytesOf(app: App, actor: Actor, key: string): Promise<Uint8Array | null> {
  try {
    const opened = await openFile(app, actor, key, 'export-file');
    return opened && 'bytes' in opened ? opened.bytes : null;
  } catch (error) {
    if (error instanceof FileDamaged) return null;
    throw error;
  }
}
