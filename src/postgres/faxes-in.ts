import type { FaxesIn, FaxIn } from '../app/ports/faxes-in.ts';
import type { FaxReading } from '../domain/faxes/read-fax.ts';
import type { Querier } from './querier.ts';

const columns = `key, file, name, size, kind, scan, source, came_at as "cameAt", state, why, handled_at as "handledAt",
  request, reference, same, attachment`;

/** Faxes of a site in one transaction. */
export function faxesInOf(q: Querier): FaxesIn {
  const yes = async (sql: string, values: unknown[]) =>
    (await q.one<{ ok: boolean }>(`select ${sql} as ok`, values))?.ok === true;
  return {
    add: (key, attachment) => yes('add_fax_in($1, $2)', [key, attachment]),
    take: async (key, to, file) => {
      const sql = 'select take_fax_in($1, $2, $3) as id';
      return (await q.one<{ id: number | null }>(sql, [key, to, file]))?.id ?? null;
    },
    list: done => q.rows<FaxIn>(`select ${columns} from faxes_of_site($1)`, [done]),
    byKey: key => q.one<FaxIn>(`select ${columns} from fax_in($1)`, [key]),
    toDo: async () => Number((await q.one<{ n: number }>('select faxes_to_do() as n', []))?.n ?? 0),
    settle: (key, state, why) => yes('settle_fax($1, $2, $3)', [key, state, why]),
    toRead: attachment => q.one('select blob, kind, scan from fax_to_read($1)', [attachment]),
    keepReading: async (attachment, reading) => {
      await q.rows('select keep_reading($1, $2)', [attachment, JSON.stringify(reading)]);
    },
    reading: async key => {
      const found = await q.one<{ reading: FaxReading | null }>('select reading from reading_of_fax($1)', [
        key,
      ]);
      return found?.reading ?? null;
    },
    services: async () => {
      const rows = await q.rows<{ key: string; en: string; fr: string }>(
        'select key, name_en as en, name_fr as fr from services_for_papers()',
      );
      return rows.map(({ key, en, fr }) => ({ key, name: { en, fr } }));
    },
  };
}
