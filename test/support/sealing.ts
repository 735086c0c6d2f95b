import { setTimeout as sleep } from 'node:timers/promises';
import type { TestDatabase } from './database.ts';

/** One round of the job that seals the log. */
export function seal({ db }: TestDatabase) {
  return db.as({ kind: 'job', case: null }, tx => tx.audit.seal());
}

/** Seals until every row is under a seal: who writes anywhere on the server, other tests too, holds a seal back for a moment. */
export async function sealAll(database: TestDatabase): Promise<void> {
  for (;;) {
    await seal(database);
    const { rows } = await database.superuser.query(
      'select from audit where id > coalesce((select max(to_id) from audit_seals), 0) limit 1',
    );
    if (rows.length === 0) return;
    await sleep(20);
  }
}
