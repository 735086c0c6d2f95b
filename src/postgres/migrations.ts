import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Migration {
  /** File name without `.sql`: `0001_ground`. Their order is the order of the names. */
  name: string;
  sql: string;
  /** sha256 of the file, hexadecimal. */
  checksum: string;
}

/** The plain .sql files, read from the package: the same way bundled, under tests and under tsx. */
export function readMigrations(folder = findFolder()): Migration[] {
  return readdirSync(folder)
    .filter(file => /^\d{4}_[a-z0-9_]+\.sql$/.test(file))
    .sort()
    .map(file => {
      const sql = readFileSync(join(folder, file), 'utf8');
      return {
        name: file.slice(0, -4),
        sql,
        checksum: createHash('sha256').update(sql).digest('hex'),
      };
    });
}

/** Beside this file, or from the bundle in the package's `src`. */
function findFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  const beside = join(folder, 'migrations');
  if (existsSync(beside)) return beside;
  while (dirname(folder) !== folder) {
    const candidate = join(folder, 'src', 'postgres', 'migrations');
    if (existsSync(candidate)) return candidate;
    folder = dirname(folder);
  }
  throw new Error('the folder src/postgres/migrations is missing from this installation');
}
