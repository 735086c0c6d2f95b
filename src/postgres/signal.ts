import pg from 'pg';
import type { JobSignal } from '../app/ports/jobs.ts';
import { type Address, clientConfig } from './pool.ts';

const channel = 'eservices_jobs';
const gatherMs = 20;
const againMs = 1_000;

/**
 * NOTIFY on one connection of its own, which also listens and comes back when it breaks. The rings of 20 ms are one
 * message, sent outside the transactions that added the jobs: a NOTIFY inside them would make their commits queue.
 */
export function openSignal(address: Address): JobSignal {
  const wakes = new Set<() => void>();
  const wakeAll = () => {
    for (const wake of wakes) wake();
  };
  let client: pg.Client | null = null;
  let closed = false;
  let gathering: NodeJS.Timeout | undefined;
  let retry: NodeJS.Timeout | undefined;

  const connect = async (): Promise<void> => {
    const fresh = new pg.Client({ ...clientConfig(address), connectionTimeoutMillis: 2_000 });
    const again = () => {
      if (client === fresh) client = null;
      fresh.removeAllListeners('end');
      if (!closed) retry = setTimeout(() => void connect(), againMs).unref();
    };
    fresh.on('error', () => {});
    fresh.on('end', again);
    fresh.on('notification', wakeAll);
    try {
      await fresh.connect();
      await fresh.query(`listen ${channel}`);
      client = fresh;
      if (closed) await fresh.end();
      wakeAll();
    } catch {
      again();
      fresh.end().catch(() => {});
    }
  };
  const first = connect();

  return {
    ring: () => {
      wakeAll();
      gathering ??= setTimeout(() => {
        gathering = undefined;
        client?.query(`notify ${channel}`).catch(() => {});
      }, gatherMs).unref();
    },
    listen: wake => {
      wakes.add(wake);
      return () => wakes.delete(wake);
    },
    close: async () => {
      closed = true;
      clearTimeout(gathering);
      clearTimeout(retry);
      await first;
      await client?.end().catch(() => {});
    },
  };
}
