import pg from 'pg';
import type { Instant } from '../domain/case/time.ts';

/** Where a database is. Without a `url`, a socket folder (or host) and a port of the embedded server. */
export interface Address {
  url?: string;
  host?: string;
  port?: number;
  database?: string;
  user?: string;
  password?: string;
}

export interface PoolOptions {
  /** Connections at most; 10 when absent. */
  size?: number;
  /** How long to wait for a connection before the named error, milliseconds; 2000 when absent. */
  waitMs?: number;
  /** Told of a connection that died while idle. The pool replaces it. */
  onError?: (error: Error) => void;
}

/** Postgres writes `2026-11-22 14:00:00.123456+00`; an Instant has milliseconds and a Z. */
export function toInstant(text: string): Instant {
  const [, day, time, sign, hours, minutes] = /^(\S+) ([\d:.]+)([+-])(\d\d)(?::?(\d\d))?$/.exec(text) ?? [];
  return new Date(`${day}T${time?.slice(0, 12)}${sign}${hours}:${minutes ?? '00'}`).toISOString();
}

const oid = { int8: 20, date: 1082, timestamptz: 1184, int8Array: 1016 };

const parsers: Record<number, (text: string) => unknown> = {
  [oid.int8]: Number,
  [oid.date]: (text: string) => text,
  [oid.timestamptz]: toInstant,
  [oid.int8Array]: (text: string) => (text === '{}' ? [] : text.slice(1, -1).split(',').map(Number)),
};

const types = {
  getTypeParser: (id: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers[id]) || pg.types.getTypeParser(id, format),
} as pg.CustomTypesConfig;

/** Settings of one connection to `address`: int8 as number, timestamptz as Instant, date as Day. */
export function clientConfig(address: Address): pg.ClientConfig {
  const where = address.url
    ? { connectionString: address.url }
    : {
        host: address.host,
        port: address.port,
        database: address.database,
        user: address.user,
        password: address.password,
      };
  return { ...where, types, keepAlive: true, application_name: 'eservices' };
}

/** A pool that outlives its server: a connection that dies is dropped, never thrown at the process. */
export function openPool(address: Address, options: PoolOptions = {}): pg.Pool {
  const pool = new pg.Pool({
    ...clientConfig(address),
    max: options.size ?? 10,
    connectionTimeoutMillis: options.waitMs ?? 2_000,
    idleTimeoutMillis: 30_000,
  });
  pool.on('error', error => options.onError?.(error));
  // A server that dies right as it greets says so before whoever asked for the connection can listen. The next query tells them.
  pool.on('connect', client => client.on('error', () => {}));
  return pool;
}
