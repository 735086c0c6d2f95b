import { existsSync, mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const memory = '/dev/shm';

/**
 * A new folder for the data of a PostgreSQL server. A database is a thousand small files, made and dropped by almost every
 * file of tests: in memory, where 4 GiB are free, that takes a fifth of the time.
 */
export function roomyFolder(name: string): string {
  return mkdtempSync(join(isRoomy() ? memory : tmpdir(), `eservices-${name}-`));
}

function isRoomy(): boolean {
  if (!existsSync(memory)) return false;
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize > 4 * 2 ** 30;
}
