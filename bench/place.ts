import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import type { Database } from '../src/app/ports/database.ts';
import { databaseOn, openDatabase } from '../src/postgres/database.ts';
import { startEmbedded } from '../src/postgres/embedded.ts';
import { migrate } from '../src/postgres/migrate.ts';
import { openPool } from '../src/postgres/pool.ts';

/** Both sides of every pair have this many connections. */
export const connections = 8;

/** A database of its own, new and empty, on the embedded server, and both ways to it. */
export interface BenchPlace {
  db: Database;
  operator: Database;
  /** Plain SQL for the floor: as the owner, one statement a row, nothing checked. */
  owner: pg.Pool;
  /** Plain SQL behind the second wall, to look at plans. */
  app: pg.Pool;
  superuser: pg.Pool;
  addresses: { app: Parameters<typeof openPool>[0]; owner: Parameters<typeof openPool>[0] };
  /** Stops the server and removes its folder. */
  drop(): Promise<void>;
}

/** Starts it; about 2 seconds. */
export async function openPlace(): Promise<BenchPlace> {
  const folder = mkdtempSync(join(tmpdir(), 'eservices-bench-'));
  chmodSync(folder, 0o711);
  const server = await startEmbedded(join(folder, 'data'));
  await migrate(server.owner, { demo: false });
  const owner = openPool(server.owner, { size: connections, waitMs: 60_000 });
  const app = openPool(server.app, { size: 2 });
  // COPY into tables behind a forced wall is the superuser's alone.
  const superuser = openPool({ ...server.superuser, database: 'eservices' }, { size: 1, waitMs: 60_000 });
  const limits = { statementMs: 0, idleMs: 0, lockMs: 0 };
  const db = openDatabase(server.app, { size: connections, waitMs: 60_000, limits });
  return {
    ...{ db, owner, app, superuser, addresses: server, operator: databaseOn(owner, { limits }) },
    drop: async () => {
      await Promise.all([db.close(), owner.end(), app.end(), superuser.end()]);
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
