import type { Overlap, Overlaps } from '../app/ports/overlaps.ts';
import type { Querier } from './querier.ts';

/** The overlap guard, in one transaction: functions of the database alone. */
export function overlapsOf(q: Querier): Overlaps {
  return {
    notice: async (draftKey, hash) =>
      (await q.one<{ said: Overlap }>('select notice_overlap($1, $2) as said', [draftKey, hash]))!.said,
    keep: async (request, hash) => void (await q.rows('select keep_fingerprint($1, $2)', [request, hash])),
    sendBeside: async (request, hash) => void (await q.rows('select send_beside($1, $2)', [request, hash])),
    bookedBeside: async request =>
      (await q.one<{ booked: boolean }>('select booked_beside($1) as booked', [request]))!.booked,
    told: async () => (await q.rows<{ at: string }>('select at from told_of_overlap()')).map(row => row.at),
  };
}
