import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { EmbeddedRefused, findBinaries, serverIdentity } from './embedded-binaries.ts';
import { ProcessLock, Users } from './embedded-lock.ts';
import {
  addressOf,
  answers,
  checkReach,
  ensureData,
  type Place,
  placeIn,
  serverPid,
  startServer,
  stopServer,
} from './embedded-server.ts';
import { type Address, clientConfig } from './pool.ts';
import { makeDatabase, makeRoles } from './roles.ts';

/** A server of our own in DATA_DIR, perhaps shared with other processes of ours. */
export interface Embedded {
  /** Connects as eservices_app. */
  app: Address;
  /** Connects as eservices_owner. */
  owner: Address;
  /** Connects as the server's superuser, to its database `postgres`. */
  superuser: Address;
  /** True when this call made the data folder. */
  created: boolean;
  /** Leaves; the last one to leave stops the server. */
  stop(): Promise<void>;
}

const watchMs = 250;

/**
 * Starts PostgreSQL in `dataDir`, or joins the one that runs there. One process holds the lock and brings a dead server
 * back; when that process dies another takes the lock. `settings` are `name=value` of the server beyond the product's. Throws `EmbeddedRefused` with one line that says what to do.
 */
export async function startEmbedded(dataDir: string, settings: readonly string[] = []): Promise<Embedded> {
  if (process.platform === 'win32')
    throw new EmbeddedRefused('the embedded PostgreSQL needs unix sockets: on Windows set DATABASE_URL');
  const home = resolve(dataDir);
  mkdirSync(home, { recursive: true, mode: 0o711 });
  const identity = serverIdentity();
  const place = placeIn(home, { binaries: findBinaries(identity), identity, settings });
  checkReach(place);
  const lock = new ProcessLock(join(home, 'lock'));
  const users = new Users(join(home, 'users'));
  users.enter();
  try {
    const created = await bringUpAndPrepare(place, lock);
    const watch = keepUp(place, lock);
    return {
      app: addressOf(place, 'eservices_app', 'eservices'),
      owner: addressOf(place, 'eservices_owner', 'eservices'),
      superuser: addressOf(place, 'postgres', 'postgres'),
      created,
      stop: () => leave(place, lock, { users, watch }),
    };
  } catch (error) {
    lock.release();
    users.leave();
    throw error;
  }
}

/** Again when the server goes away in between: the one before us may just be stopping it. */
async function bringUpAndPrepare(place: Place, lock: ProcessLock): Promise<boolean> {
  for (let tries = 1; ; tries++) {
    await bringUp(place, lock);
    try {
      return await prepare(place);
    } catch (error) {
      if (tries === 5) throw error;
      await sleep(200);
    }
  }
}

/** Until it answers: start it when the lock is ours, else wait for the holder. */
async function bringUp(place: Place, lock: ProcessLock): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline) {
    if (await answers(place)) return;
    if (lock.take()) {
      ensureData(place);
      await startServer(place);
      return;
    }
    await sleep(50);
  }
  throw new EmbeddedRefused(
    `another process holds ${join(place.home, 'lock')} but its database does not answer; end that process`,
  );
}

/** Roles and database; true when the database is new. */
async function prepare(place: Place): Promise<boolean> {
  const client = new pg.Client(clientConfig(addressOf(place, 'postgres', 'postgres')));
  client.on('error', () => {});
  await client.connect();
  try {
    // Two processes may arrive together.
    await client.query('select pg_advisory_lock(7261001)');
    const { rowCount } = await client.query("select from pg_database where datname = 'eservices'");
    if (rowCount) return false;
    await makeRoles(client);
    await makeDatabase(client, 'eservices');
    return true;
  } finally {
    await client.end();
  }
}

interface Watch {
  end(): Promise<void>;
}

function keepUp(place: Place, lock: ProcessLock): Watch {
  const ending = new AbortController();
  const round = async () => {
    while (!ending.signal.aborted) {
      await sleep(watchMs, undefined, { signal: ending.signal, ref: false }).catch(() => {});
      if (ending.signal.aborted || serverPid(place) !== null || !lock.take()) continue;
      await startServer(place).catch(() => {});
    }
  };
  const running = round();
  return {
    end: async () => {
      ending.abort();
      await running;
    },
  };
}

async function leave(place: Place, lock: ProcessLock, ours: { users: Users; watch: Watch }): Promise<void> {
  await ours.watch.end();
  if (ours.users.leave()) await stopServer(place);
  lock.release();
}
