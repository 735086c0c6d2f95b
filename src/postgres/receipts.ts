import type { Led, Receipts } from '../app/ports/receipts.ts';
import type { Querier } from './querier.ts';

/** Receipts of the sender of one transaction. */
export function receiptsOf(q: Querier): Receipts {
  return {
    find: key =>
      q.one<{ bodyHash: string; led: Led }>(
        `select encode(body_hash, 'hex') as "bodyHash", led from receipts
         where sender = (select app_sender()) and key = $1`,
        [key],
      ),
    sweep: async () => (await q.one<{ gone: number }>('select sweep_receipts() as gone'))!.gone,
  };
}
