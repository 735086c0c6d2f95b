import type { Led, Receipts } from '../app/ports/receipts.ts';
import type { Querier } from './querier.ts';

/** Receipts of the sender of one transaction. */
export function receiptsOf(q: Querier): Receipts {
  return {
    find: key =>
      q.one<{ bodyHash: string; led: Led }>('select body_hash as "bodyHash", led from my_receipt($1)', [key]),
    sweep: async () => (await q.one<{ gone: number }>('select sweep_receipts() as gone'))!.gone,
  };
}
