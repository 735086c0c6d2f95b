import type { Anchor, AuditEntry, AuditFault, AuditLog } from '../app/ports/audit.ts';
import type { Querier } from './querier.ts';

const roomForText = 176;
const mostIds = 25;

/** The log of one transaction. Who and when are filled in by the database. A list too long for a row goes on in the next. */
export function auditOf(q: Querier): AuditLog {
  return {
    add: async entry => {
      const why = entry.why === undefined ? null : cut(entry.why, 80);
      const lists = chunks(entry, why);
      const rows = lists.map((_, i) => `($1, $2, $3, $4, $5, $${6 + i}::bigint[])`).join(', ');
      await q.rows(`insert into audit (act, what, patient, why, result, ids) values ${rows}`, [
        ...[entry.act, entry.what, entry.patient ?? null, why, entry.result.charAt(0)],
        ...lists,
      ]);
    },
    seal: () => q.one<Anchor>('select number, hash from seal_audit()'),
    verify: anchor =>
      q.one<AuditFault>('select seal, row_id as row, problem from verify_audit($1, $2)', [
        anchor?.number ?? null,
        anchor?.hash ?? null,
      ]),
    newest: () =>
      q.one<Anchor>(
        `select number, encode(hash, 'hex') as hash from audit_seals order by number desc limit 1`,
      ),
  };
}

function chunks(entry: AuditEntry, why: string | null): number[][] {
  const text = Buffer.byteLength(entry.act) + Buffer.byteLength(entry.what) + Buffer.byteLength(why ?? '');
  const size = Math.max(1, Math.min(mostIds, Math.floor((roomForText - text) / 8)));
  const parts: number[][] = [];
  for (let from = 0; from < Math.max(1, entry.ids.length); from += size)
    parts.push(entry.ids.slice(from, from + size));
  return parts;
}

/** At most `bytes` of UTF-8, without half a character at the end. */
function cut(text: string, bytes: number): string {
  return new TextDecoder('utf-8', { ignoreBOM: true })
    .decode(Buffer.from(text).subarray(0, bytes))
    .replace(/\uFFFD$/u, '');
}
