import { randomBytes } from 'node:crypto';
import { mkdir, open, opendir, readFile, rename, stat, unlink, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { BlobKey, Files } from '../app/ports/files.ts';
import { sealWith } from './sealed.ts';

const blobName = /^[0-9a-f]{64}$/;

/**
 * Files in a folder of this machine, sealed, one each, in 256 folders by the start of the name. A file is whole or not there:
 * it is written aside, flushed and renamed.
 */
export function filesOnDisk(folder: string, secretKey: string): Files {
  const seal = sealWith(secretKey);
  const pathOf = (blob: BlobKey) => {
    // Names come from rows, but a name is never trusted to be a path.
    if (!blobName.test(blob)) throw new Error('not the name of a stored file');
    return join(folder, blob.slice(0, 2), blob.slice(2));
  };
  return {
    put: async bytes => {
      const blob = seal.nameOf(bytes);
      const path = pathOf(blob);
      // What is there is new again, so that the sweep leaves it to the row that is about to name it.
      if (await touched(path)) return blob;
      await mkdir(join(folder, blob.slice(0, 2)), { recursive: true, mode: 0o700 });
      await writeWhole(path, seal.close(blob, bytes));
      return blob;
    },
    get: async blob => {
      const sealed = await unlessMissing(readFile(pathOf(blob)));
      return sealed ? seal.open(blob, sealed) : null;
    },
    writtenBefore: before => written(folder, Date.parse(before)),
    remove: async (blob, before) => {
      const path = pathOf(blob);
      const found = await unlessMissing(stat(path));
      if (found && found.mtimeMs < Date.parse(before)) await unlessMissing(unlink(path));
    },
  };
}

async function touched(path: string): Promise<boolean> {
  const now = new Date();
  return (await unlessMissing(utimes(path, now, now).then(() => true))) ?? false;
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const aside = `${path}.${randomBytes(6).toString('hex')}.part`;
  const handle = await open(aside, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(aside, path);
}

/** Also clears away what a crash left half-written. */
async function* written(folder: string, before: number): AsyncIterable<BlobKey> {
  const top = await unlessMissing(opendir(folder));
  for await (const part of top ?? []) {
    if (!part.isDirectory()) continue;
    for await (const one of await opendir(join(folder, part.name))) {
      const path = join(folder, part.name, one.name);
      const found = await unlessMissing(stat(path));
      if (!found || found.mtimeMs >= before) continue;
      const blob = part.name + one.name;
      if (blobName.test(blob)) yield blob;
      else if (one.name.endsWith('.part')) await unlessMissing(unlink(path));
    }
  }
}

async function unlessMissing<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
