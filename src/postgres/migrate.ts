import pg from 'pg';
import { type Migration, readMigrations } from './migrations.ts';
import { type Address, clientConfig } from './pool.ts';

export interface MigrateOptions {
  /** Written when the database is new, and never after; a function is asked only then, and may refuse by throwing. */
  demo: boolean | (() => boolean);
  migrations?: readonly Migration[];
}

/** The database and this version of the program do not fit; the message says what to do. */
export class MigrationRefused extends Error {
  override readonly name = 'MigrationRefused';
}

const lockNumber = 7_261_000;

/**
 * Brings the database at `owner` (connected as eservices_owner) to this version; the names of what was applied. Each file
 * is one transaction, so a run that was killed is taken up by the next. Throws `MigrationRefused` when an applied file was
 * changed or the database is newer than the program.
 */
export async function migrate(owner: Address, options: MigrateOptions): Promise<string[]> {
  const client = new pg.Client(clientConfig(owner));
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lockNumber]);
    return await apply(client, options);
  } finally {
    await client.end().catch(() => {});
  }
}

async function apply(client: pg.Client, options: MigrateOptions): Promise<string[]> {
  await checkRoles(client, 'eservices_owner');
  await client.query(
    `create table if not exists schema_migrations
       (name text primary key, checksum text not null, applied_at timestamptz not null default now())`,
  );
  await client.query('grant select on schema_migrations to eservices_app');
  const migrations = options.migrations ?? readMigrations();
  const applied = await readApplied(client);
  refuseForeign(applied, migrations);
  const fresh = migrations.filter(m => !applied.has(m.name));
  // In a new database a crash loses nothing but what the next start does again; the last word is waited for.
  if (applied.size === 0) await client.query('set synchronous_commit = off');
  for (const migration of fresh) await applyOne(client, migration);
  await client.query('reset synchronous_commit');
  const { rowCount: known } = await client.query('select from installation');
  if (!known) {
    const demo = typeof options.demo === 'function' ? options.demo() : options.demo;
    await client.query('insert into installation (demo) values ($1)', [demo]);
  }
  return fresh.map(m => m.name);
}

/**
 * For a process that does not migrate: throws `MigrationRefused` unless the database at `app` is of this version and the
 * role is the one that the second wall holds.
 */
export async function checkFits(app: Address, migrations = readMigrations()): Promise<void> {
  const client = new pg.Client({ ...clientConfig(app), connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  await client.connect();
  try {
    await checkRoles(client, 'eservices_app');
    const found = await client.query("select to_regclass('schema_migrations') as made");
    const applied = found.rows[0].made === null ? new Map<string, string>() : await readApplied(client);
    refuseForeign(applied, migrations);
    const missing = migrations.filter(m => !applied.has(m.name));
    if (missing.length > 0)
      throw new MigrationRefused(
        `the database lacks ${missing.length} migrations, the first is ${missing[0]!.name}: run npx eservices migrate`,
      );
  } finally {
    await client.end().catch(() => {});
  }
}

async function readApplied(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from schema_migrations',
  );
  return new Map(rows.map(row => [row.name, row.checksum]));
}

function refuseForeign(applied: ReadonlyMap<string, string>, migrations: readonly Migration[]): void {
  const known = new Map(migrations.map(m => [m.name, m.checksum]));
  for (const [name, checksum] of applied) {
    if (!known.has(name))
      throw new MigrationRefused(
        `the database has ${name}, which this version does not know: start the version that made it, or a newer one`,
      );
    if (known.get(name) !== checksum)
      throw new MigrationRefused(
        `${name} was applied with another text: a migration is never edited after release; restore the file, or start with an empty database`,
      );
  }
}

async function applyOne(client: pg.Client, migration: Migration): Promise<void> {
  try {
    await client.query('begin');
    await client.query(migration.sql);
    await client.query('insert into schema_migrations (name, checksum) values ($1, $2)', [
      migration.name,
      migration.checksum,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw new Error(`migration ${migration.name}: ${error instanceof Error ? error.message : error}`, {
      cause: error,
    });
  }
}

async function checkRoles(client: pg.Client, expected: string): Promise<void> {
  const { rows } = await client.query<{ me: string; app: boolean; strong: boolean; old: boolean }>(
    `select current_user as me,
       exists (select from pg_roles where rolname = 'eservices_app') as app,
       exists (select from pg_roles where rolname = 'eservices_app' and (rolsuper or rolbypassrls)) as strong,
       current_setting('server_version_num')::int < 150000 as old`,
  );
  const { me, app, strong, old } = rows[0]!;
  if (old) throw new MigrationRefused('PostgreSQL 15 or newer is needed');
  if (me !== expected)
    throw new MigrationRefused(
      `this is done as ${expected}, and the connection is of ${me}: see DATABASE_URL and DATABASE_OWNER_URL`,
    );
  if (!app)
    throw new MigrationRefused(
      'the role eservices_app is missing: create role eservices_app login password ...',
    );
  if (strong)
    throw new MigrationRefused(
      'eservices_app must be neither superuser nor bypassrls: it would walk through the wall',
    );
}
