import type { LegalHold, PurgeDue, Retention } from '../app/ports/retention.ts';
import type { Querier } from './querier.ts';

/** Legal holds and the purge in one transaction: every call is one function of the database. */
export function retentionOf(q: Querier): Retention {
  const request = async (sql: string, values: unknown[]) =>
    (await q.one<{ request: number | null }>(`select ${sql} as request`, values))?.request ?? null;
  return {
    holds: () =>
      q.rows<LegalHold>(
        `select key, reference, why, placed_by as "placedBy", placed_at as "placedAt", lifted_by as "liftedBy",
           lifted_at as "liftedAt", lifted_why as "liftedWhy" from my_legal_holds()`,
      ),
    place: ({ key, reference, why }) => request('place_legal_hold($1, $2, $3)', [key, reference, why]),
    lift: (key, why) => request('lift_legal_hold($1, $2)', [key, why]),
    due: limit => q.rows<PurgeDue>('select request, reference, "lastAt", cases from purge_due($1)', [limit]),
    purge: async id => (await q.one<{ ok: boolean }>('select purge_request($1) as ok', [id]))?.ok === true,
    faxesDue: async () => (await q.one<{ n: number }>('select count(*) as n from put_aside_over()'))?.n ?? 0,
    purgeFaxes: async () => (await q.one<{ n: number }>('select purge_put_aside() as n'))?.n ?? 0,
    keep: async (kind, days) => void (await q.rows('select set_retention($1, $2)', [kind, days])),
  };
}
