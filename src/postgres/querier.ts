import {
  type CompiledQuery,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely';
import type pg from 'pg';
import type { Actor } from '../app/actor.ts';
import type { Instant } from '../domain/case/time.ts';

/** The connection of one transaction, for the nouns that implement the ports. */
export interface Querier {
  readonly actor: Actor;
  /** The clock of cases, fixed for the transaction. */
  readonly now: Instant;
  /** Rows of a fixed statement with `$1` values. */
  rows<R extends object>(sql: string, values?: readonly unknown[]): Promise<R[]>;
  /** The first row, or null. */
  one<R extends object>(sql: string, values?: readonly unknown[]): Promise<R | null>;
  /** How many rows a statement touched. */
  count(sql: string, values?: readonly unknown[]): Promise<number>;
  /** Rows of a query built with `build`. */
  run<R extends object>(query: { compile(): CompiledQuery<R> }): Promise<R[]>;
}

/** Builds queries without a connection: `q.run(build.selectFrom('sites')...)`. */
// biome-ignore lint/suspicious/noExplicitAny: the tables are checked by tests on a real database, not by types
export const build = new Kysely<any>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: db => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

/** A querier on `client`, and `end()` after which it refuses: a query that nobody awaited must not reach the next actor. */
export function querierOn(client: pg.ClientBase, actor: Actor, now: Instant): [Querier, () => void] {
  let over = false;
  const query = async (sql: string, values: readonly unknown[] = []) => {
    if (over) throw new Error('the transaction has ended; a query of it was not awaited');
    return client.query(sql, values as unknown[]);
  };
  const querier: Querier = {
    actor,
    now,
    rows: async (sql, values) => (await query(sql, values)).rows,
    one: async (sql, values) => (await query(sql, values)).rows[0] ?? null,
    count: async (sql, values) => (await query(sql, values)).rowCount ?? 0,
    run: async built => {
      const { sql, parameters } = built.compile();
      return (await query(sql, parameters)).rows;
    },
  };
  return [querier, () => (over = true)];
}
