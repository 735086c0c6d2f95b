import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyDatabase } from '../../test/support/database.ts';
import { checkFits, MigrationRefused, migrate } from './migrate.ts';
import { type Migration, readMigrations } from './migrations.ts';
import { type Address, openPool } from './pool.ts';

let owner: Address;
let app: Address;
let drop: () => Promise<void>;
beforeEach(async () => {
  ({ owner, app, drop } = await emptyDatabase());
});
afterEach(() => drop());

const real = readMigrations();
const extra = (name: string, sql: string): Migration => ({ name, sql, checksum: `sum of ${sql}` });

async function ask<R extends object>(sql: string): Promise<R[]> {
  const pool = openPool(owner, { size: 1 });
  try {
    return (await pool.query(sql)).rows;
  } finally {
    await pool.end();
  }
}

describe('migrations', () => {
  it('are applied once, in the order of their names', async () => {
    expect(await migrate(owner, { demo: false })).toEqual(real.map(m => m.name));
    expect(real.map(m => m.name)).toEqual([...real.map(m => m.name)].sort());
    expect(await migrate(owner, { demo: true })).toEqual([]);
    expect(await ask('select demo from installation')).toEqual([{ demo: false }]);
  });

  it('ask what a database is to be while it is new, again after a refusal, and never later', async () => {
    const refuse = () => {
      throw new Error('say DEMO=0');
    };
    await expect(migrate(owner, { demo: refuse })).rejects.toThrow('say DEMO=0');
    await migrate(owner, { demo: () => false });
    await migrate(owner, { demo: refuse });
    expect(await ask('select demo from installation')).toEqual([{ demo: false }]);
  });

  it('of processes that start together are applied by one', async () => {
    const runs = await Promise.all([1, 2, 3].map(() => migrate(owner, { demo: true })));
    expect(runs.filter(applied => applied.length > 0)).toHaveLength(1);
    expect(await ask('select demo from installation')).toEqual([{ demo: true }]);
  });

  it('that were cut off half-way go on where they stopped', async () => {
    const migrations = [...real, extra('9001_slow', 'create table half (n int); select pg_sleep(30)')];
    const cut = migrate(owner, { demo: false, migrations });
    cut.catch(() => {});
    const kill = `select pg_terminate_backend(pid) as killed from pg_stat_activity
      where query like '%pg_sleep(30)%' and datname = current_database() and pid <> pg_backend_pid()`;
    await expect.poll(async () => (await ask(kill)).length, { timeout: 10_000 }).toBe(1);
    await expect(cut).rejects.toThrow('9001_slow');
    expect(await ask(`select to_regclass('half') as half`)).toEqual([{ half: null }]);
    const mended = [...real, extra('9001_slow', 'create table half (n int)')];
    expect(await migrate(owner, { demo: false, migrations: mended })).toEqual(['9001_slow']);
  });

  it('that fail leave nothing of themselves and say which', async () => {
    const migrations = [...real, extra('9001_bad', 'create table half (n int); select 1/0')];
    await expect(migrate(owner, { demo: false, migrations })).rejects.toThrow(
      'migration 9001_bad: division by zero',
    );
    expect(await ask(`select to_regclass('half') as half`)).toEqual([{ half: null }]);
  });

  it('refuse a file that was changed after it was applied', async () => {
    await migrate(owner, { demo: false });
    const edited = real.map((m, i) => (i === 2 ? { ...m, checksum: 'other' } : m));
    const run = migrate(owner, { demo: false, migrations: edited });
    await expect(run).rejects.toBeInstanceOf(MigrationRefused);
    await expect(run).rejects.toThrow(`${real[2]!.name} was applied with another text`);
  });

  it('refuse a database that a newer version has been at', async () => {
    await migrate(owner, { demo: false, migrations: [...real, extra('9001_new', 'select 1')] });
    await expect(migrate(owner, { demo: false })).rejects.toThrow('does not know');
  });
});

describe('a process that does not migrate', () => {
  it('starts on a database of its version only, and only as the role that the wall holds', async () => {
    await expect(checkFits(app)).rejects.toThrow('run npx eservices migrate');
    await migrate(owner, { demo: false });
    await checkFits(app);
    await expect(checkFits(app, [...real, extra('9001_new', 'select 1')])).rejects.toThrow(
      'lacks 1 migrations',
    );
    await expect(checkFits(app, real.slice(0, -1))).rejects.toThrow('does not know');
    await expect(checkFits(owner)).rejects.toThrow('eservices_app');
    await expect(migrate(app, { demo: false })).rejects.toThrow('as eservices_owner');
  });
});
