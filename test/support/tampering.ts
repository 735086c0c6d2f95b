import type pg from 'pg';
import type { Anchor } from '../../src/app/ports/audit.ts';

/** What somebody with every right on the server could do to the log. */
export const tamperings = [
  'edit',
  'delete',
  'swap',
  'insert',
  'seal',
  'drop-seal',
  'tail',
  'tail-and-seals',
  'all',
] as const;

export type Tampering = (typeof tamperings)[number];

/** Sealed rows of the log, and the anchor that was noted outside. */
export interface Sealed {
  ids: readonly number[];
  anchor: Anchor;
}

/** Tampers as superuser with the triggers off, asks the verifier, and takes it back: the row tampered with, and what was found. */
export async function tamper(
  client: pg.ClientBase,
  { ids, anchor }: Sealed,
  kind: Tampering,
  pick: number,
): Promise<{ row: number; found: { row_id: number | null }[] }> {
  const id = ids[pick % ids.length]!;
  const next = ids[(pick + 1) % ids.length]!;
  const number = 1 + (pick % anchor.number);
  const sql = {
    edit: `update audit set ${['patient = 999', `why = 'x'`, `at = at + '1 ms'`, 'member = 777', `result = 'm'`][pick % 5]} where id = ${id}`,
    delete: `delete from audit where id = ${id}`,
    swap: `update audit set id = -id where id in (${id}, ${next}); update audit set id = case when id = -${id} then ${next} else ${id} end where id < 0`,
    insert: `delete from audit where id = ${id}; insert into audit (id, act, what, ids, result, kind) values (${id}, 'new', 'case', '{}', 'o', 'p')`,
    seal: `update audit_seals set ${['rows = rows + 1', `hash = sha256('x')`, `sealed_at = sealed_at - '1 s'::interval`, 'to_id = to_id + 1'][pick % 4]} where number = ${number}`,
    'drop-seal': `delete from audit_seals where number = ${number}`,
    tail: `delete from audit where id >= ${id}`,
    'tail-and-seals': `delete from audit where id > (select from_id from audit_seals where number = ${number}); delete from audit_seals where number >= ${number}`,
    all: 'truncate audit, audit_seals',
  }[kind];
  await client.query(
    'begin; set local session_replication_role = replica; alter table audit drop constraint audit_id_check',
  );
  await client.query(sql);
  const { rows } = await client.query('select * from verify_audit($1, $2)', [anchor.number, anchor.hash]);
  await client.query('rollback');
  return { row: id, found: rows };
}
