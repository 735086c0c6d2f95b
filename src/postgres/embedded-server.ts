import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { EmbeddedRefused, giveTo, type Identity } from './embedded-binaries.ts';
import { pidAlive } from './embedded-lock.ts';
import { type Address, clientConfig } from './pool.ts';

const major = '18';
const port = 5432;

/** One data folder with its server. */
export interface Place {
  binaries: string;
  identity: Identity;
  /** DATA_DIR, absolute. */
  home: string;
  data: string;
  socket: string;
  /** `name=value` settings of the server beyond those of every start; a later one of a name wins. */
  settings: readonly string[];
}

/** Where the parts of `home` lie; the socket folder elsewhere when the path would be too long for the system. */
export function placeIn(
  home: string,
  { binaries, identity, settings }: Pick<Place, 'binaries' | 'identity' | 'settings'>,
): Place {
  const inside = join(home, 'socket');
  const short = join(tmpdir(), `eservices-${createHash('sha256').update(home).digest('hex').slice(0, 16)}`);
  const socket = Buffer.byteLength(inside) < 80 ? inside : short;
  return { binaries, identity, settings, home, data: join(home, 'postgres'), socket };
}

/** Refuses folders the server's user cannot reach: data never moves to another place by itself. */
export function checkReach({ home, identity }: Place): void {
  if (identity.uid === undefined) return;
  for (let folder = home; ; folder = dirname(folder)) {
    const { mode, uid, gid } = statSync(folder);
    const bit = uid === identity.uid ? 0o100 : gid === identity.gid ? 0o010 : 0o001;
    if (!(mode & bit))
      throw new EmbeddedRefused(
        `DATA_DIR ${home} cannot be reached by the unprivileged user that the database runs as (${folder} is closed): set DATA_DIR to a folder outside it, or start as an ordinary user`,
      );
    if (folder === dirname(folder)) return;
  }
}

/** Makes the data folder when there is none; refuses one of another major version. */
export function ensureData(place: Place): void {
  const { data, identity, binaries } = place;
  const versionFile = join(data, 'PG_VERSION');
  if (existsSync(versionFile)) {
    const version = readFileSync(versionFile, 'utf8').trim();
    if (version === major) return;
    throw new EmbeddedRefused(
      `${data} holds data of PostgreSQL ${version}, and this version brings ${major}: start the release that made it, or serve the folder with PostgreSQL ${version} and set DATABASE_URL`,
    );
  }
  const fresh = `${data}.${process.pid}`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  giveTo(fresh, identity);
  const initdb = join(binaries, 'bin', 'initdb');
  const how = { ...identity, cwd: '/', env: { PATH: process.env.PATH, TZ: 'UTC' } };
  const like = ['-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-instructions'];
  const made = spawnSync(initdb, ['-D', fresh, ...like, '--no-sync'], { ...how, encoding: 'utf8' });
  if (made.status !== 0) {
    rmSync(fresh, { recursive: true, force: true });
    const why = made.error?.message ?? made.stderr.trim().split('\n').at(-1);
    throw new EmbeddedRefused(`the database folder ${data} could not be made: ${why}`);
  }
  renameSync(fresh, data);
  // Its thousand files reach the disk beside the first start, which somebody waits for.
  const sync = spawn(initdb, ['-D', data, '--sync-only'], { ...how, stdio: 'ignore', detached: true });
  sync.on('error', () => {});
  sync.unref();
}

function ensureSocketFolder({ socket, identity }: Place): void {
  if (!existsSync(socket)) {
    mkdirSync(socket, { mode: 0o700, recursive: true });
    if (identity.uid !== undefined && identity.gid !== undefined)
      chownSync(socket, identity.uid, identity.gid);
  }
  const found = lstatSync(socket);
  const owner = identity.uid ?? process.getuid?.();
  if (!found.isDirectory() || found.uid !== owner || found.mode & 0o077)
    throw new EmbeddedRefused(
      `${socket} is not a private folder of user ${owner}; remove it and start again`,
    );
}

const always = [
  'listen_addresses=',
  'unix_socket_permissions=0700',
  'max_connections=60',
  'shared_buffers=64MB',
  'fsync=on',
  'max_wal_size=512MB',
  // A log may not tell what was asked about whom.
  'log_min_error_statement=panic',
  'log_error_verbosity=terse',
  'log_parameter_max_length_on_error=0',
];

/** Starts the server and returns when it answers. It is its own process group: Ctrl-C ends us first, then it is told. */
export async function startServer(place: Place): Promise<void> {
  ensureSocketFolder(place);
  const log = openSync(join(place.home, 'postgres.log'), 'a', 0o600);
  const settings = [...always, ...place.settings, `unix_socket_directories=${place.socket}`];
  const options = settings.flatMap(text => ['-c', text]);
  const deadline = Date.now() + 15_000;
  try {
    // After a crash the old server's children take a moment to let go of the folder.
    while (Date.now() < deadline) {
      const child = spawn(join(place.binaries, 'bin', 'postgres'), ['-D', place.data, ...options], {
        ...place.identity,
        cwd: '/',
        detached: true,
        stdio: ['ignore', log, log],
        env: { PATH: process.env.PATH, TZ: 'UTC' },
      });
      child.unref();
      if (await comesUp(place, child, deadline)) return;
    }
  } finally {
    closeSync(log);
  }
  throw new EmbeddedRefused(`the embedded PostgreSQL did not start; see ${join(place.home, 'postgres.log')}`);
}

async function comesUp(place: Place, child: ChildProcess, deadline: number): Promise<boolean> {
  let gone = false;
  child.once('exit', () => (gone = true));
  child.once('error', () => (gone = true));
  while (Date.now() < deadline) {
    if (await answers(place)) return true;
    if (gone) return sleep(100, false);
    await sleep(15);
  }
  return false;
}

/** The address of a role in a database of this server. */
export function addressOf(place: Place, user: string, database: string): Address {
  return { host: place.socket, port, user, database };
}

/** Whether a server answers at the socket. */
export async function answers(place: Place): Promise<boolean> {
  const client = new pg.Client({
    ...clientConfig(addressOf(place, 'postgres', 'postgres')),
    connectionTimeoutMillis: 1_000,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/** The server's process by its own file, or null when there is none alive. It may be the child of another of us. */
export function serverPid({ data }: Place): number | null {
  try {
    const pid = Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]);
    return pid > 0 && pidAlive(pid) ? pid : null;
  } catch {
    return null;
  }
}

/** Asks for a fast stop and waits; an immediate one after 10 seconds, which is safe and recovers at the next start. */
export async function stopServer(place: Place): Promise<void> {
  const pid = serverPid(place);
  if (pid === null) return;
  process.kill(pid, 'SIGINT');
  for (let waited = 0; waited < 15_000 && serverPid(place) === pid; waited += 20) {
    if (waited === 10_000) process.kill(pid, 'SIGQUIT');
    await sleep(20);
  }
}
