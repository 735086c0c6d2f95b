import { shippedData } from './app/demo/shipped.ts';
import { firstStart } from './app/first-start.ts';
import { dataFolder } from './package-folder.ts';
import { databaseOn } from './postgres/database.ts';
import { type Address, openPool } from './postgres/pool.ts';

/** Gives the database what the product ships, and a new demo its network. A start that was cut short is taken up by the next. */
export async function fill(owner: Address): Promise<void> {
  const pool = openPool(owner, { size: 2, waitMs: 10_000 });
  const lock = await pool.connect();
  try {
    // Two processes may start on a new database together.
    await lock.query('select pg_advisory_lock(7261003)');
    const db = databaseOn(pool, { limits: { statementMs: 0, lockMs: 60_000, idleMs: 0 } });
    await firstStart(db, shippedData(dataFolder()));
  } finally {
    lock.release(true);
    await pool.end();
  }
}
