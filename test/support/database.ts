import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { inject } from 'vitest';
import type { Database } from '../../src/app/ports/database.ts';
import { type DatabaseOptions, databaseOn, openDatabase } from '../../src/postgres/database.ts';
import { type Address, openPool } from '../../src/postgres/pool.ts';
import { makeDatabase } from '../../src/postgres/roles.ts';
import { addressIn, asSuperuser } from './postgres-server.ts';

/** A database of a test's own. */
export interface TestDatabase {
  /** As the application: behind both walls. */
  db: Database;
  /** The same database on the owner's connection, for actors of kind operator. */
  operator: Database;
  /** Plain SQL as eservices_owner. */
  owner: pg.Pool;
  /** Plain SQL as eservices_app, with nothing set. */
  app: pg.Pool;
  /** Plain SQL as the server's superuser, whom nothing stops. */
  superuser: pg.Pool;
  addresses: { app: Address; owner: Address };
  drop(): Promise<void>;
}

/** Clones the migrated template: about 80 ms. `demo` makes it a demo database. */
export async function freshDatabase(
  options: { demo?: boolean } & DatabaseOptions = {},
): Promise<TestDatabase> {
  const { superuser: server, template, password } = inject('postgres');
  const name = `eservices_${randomBytes(6).toString('hex')}`;
  await asSuperuser(server, client => makeDatabase(client, name, template));
  const at = (user: string) => addressIn(server, name, user, password);
  const addresses = { app: at('eservices_app'), owner: at('eservices_owner') };
  const root = server.url ? { url: inDatabase(server.url, name) } : { ...server, database: name };
  const superuser = openPool(root, { size: 1 });
  if (options.demo) await makeDemo(superuser);
  const owner = openPool(addresses.owner, { size: 3 });
  const app = openPool(addresses.app, { size: 3 });
  const db = openDatabase(addresses.app, options);
  return {
    ...{ db, owner, app, superuser, addresses, operator: databaseOn(owner) },
    drop: async () => {
      await Promise.all([db.close(), owner.end(), app.end(), superuser.end()]);
      await asSuperuser(server, client => client.query(`drop database ${name} with (force)`));
    },
  };
}

function inDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

/** Only a superuser gets past the trigger: a demo is one from its creation. */
async function makeDemo(superuser: pg.Pool): Promise<void> {
  const client = await superuser.connect();
  try {
    await client.query(
      'begin; set local session_replication_role = replica; update installation set demo = true; commit',
    );
  } finally {
    client.release();
  }
}

/** A database of eservices_owner with nothing in it, for migrations: its addresses and how to drop it. */
export async function emptyDatabase(): Promise<{ owner: Address; app: Address; drop(): Promise<void> }> {
  const { superuser: server, password } = inject('postgres');
  const name = `eservices_${randomBytes(6).toString('hex')}`;
  await asSuperuser(server, client => makeDatabase(client, name));
  return {
    owner: addressIn(server, name, 'eservices_owner', password),
    app: addressIn(server, name, 'eservices_app', password),
    drop: () =>
      asSuperuser(server, async client => void (await client.query(`drop database ${name} with (force)`))),
  };
}
