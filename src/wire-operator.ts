import type { Bundles } from './app/ports/bundles.ts';
import type { Database } from './app/ports/database.ts';
import { type Config, ConfigError } from './config.ts';
import { bundles } from './fhir/directory-bundle.ts';
import { databaseOn } from './postgres/database.ts';
import { startEmbedded } from './postgres/embedded.ts';
import { migrate } from './postgres/migrate.ts';
import { type Address, openPool } from './postgres/pool.ts';
import { fill } from './wire-fill.ts';

/** The database on the owner's connection, for the commands of an operator. */
export interface OperatorPlace {
  /** For actors of kind operator: every row is in reach. */
  db: Database;
  /** Listings as FHIR. */
  bundles: Bundles;
  /** Brings the database to this version, with what the product ships: the names of the migrations applied. */
  migrate(): Promise<string[]>;
  close(): Promise<void>;
}

/** Opens DATABASE_OWNER_URL, or joins (or starts) the embedded server of DATA_DIR. Throws `ConfigError` without either. */
export async function openOperator(config: Config): Promise<OperatorPlace> {
  const [owner, leave] = await ownerOf(config);
  const pool = openPool(owner, { size: 2, waitMs: 10_000 });
  // A rebuild or a check of the whole log takes as long as it takes.
  const limits = { statementMs: 0, lockMs: 60_000, idleMs: 0 };
  return {
    db: databaseOn(pool, { limits }),
    bundles,
    // A server of one's own becomes a demo only when DEMO=1 says so.
    migrate: async () => {
      const applied = await migrate(owner, { demo: config.demo ?? config.databaseUrl === undefined });
      await fill(owner);
      return applied;
    },
    close: async () => {
      await pool.end();
      await leave();
    },
  };
}

async function ownerOf(config: Config): Promise<[Address, () => Promise<void>]> {
  if (config.ownerUrl !== undefined) return [{ url: config.ownerUrl }, async () => {}];
  if (config.databaseUrl !== undefined)
    throw new ConfigError(
      'DATABASE_OWNER_URL is needed for this command: the address of the role eservices_owner',
    );
  const embedded = await startEmbedded(config.dataDir);
  return [embedded.owner, () => embedded.stop()];
}
