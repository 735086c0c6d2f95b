import { readBounce } from '../domain/notices/bounce.ts';
import type { Database } from './ports/database.ts';

/** What a report of a mail server came to. */
export type Taken = 'told' | 'known' | 'no-report';

/**
 * Takes in a report that a message did not arrive, as the operator. A patient has nobody else who would notice: the office
 * that sent the request is told. `known`: reported before, to somebody who works here, or no message of ours.
 */
export async function takeBounce(db: Database, raw: string): Promise<Taken> {
  const report = readBounce(raw);
  if (report === undefined) return 'no-report';
  return db.as({ kind: 'operator', command: 'bounce' }, async tx => {
    const found = await tx.messages.bounced(report.messageId, report.status);
    await tx.audit.add({
      act: 'bounce',
      what: 'message',
      ids: [],
      result: found === null ? 'missing' : 'ok',
    });
    if (found === null) return 'known';
    await tx.jobs.add({ kind: 'tell-sender', payload: { case: found, template: 'not-delivered' } });
    return 'told';
  });
}
