import type pg from 'pg';
import { key } from '../src/app/ports/ids.ts';
import type { BenchPlace } from './place.ts';

/** A row as the driver gives it. */
export type Row = Record<string, unknown>;

/** The rows that one send wrote, by table, as they were; the floor writes the same again with plain inserts. */
export interface SentRows {
  tables: [string, Row[]][];
  kinds: Map<string, Map<string, string>>;
}

const ofCase: readonly [string, string][] = [
  ['requests', 'id = (select request_id from cases where id = $1)'],
  ['cases', 'id = $1'],
  ['case_events', 'case_id = $1'],
  ['event_bodies', 'case_id = $1'],
  ['case_access', 'case_id = $1'],
  ['notices', 'case_id = $1'],
  ['audit', "what = 'case' and ids = array[$1::bigint]"],
  ['jobs', "(payload->>'case')::bigint = $1"],
  ['receipts', "led->>'caseKey' = (select key from cases where id = $1)"],
];

/** Reads what the last send left. */
export async function rowsOfSend(owner: pg.Pool, caseKey: string): Promise<SentRows> {
  const { rows } = await owner.query<{ id: number }>('select id from cases where key = $1', [caseKey]);
  const tables: [string, Row[]][] = [];
  const kinds = new Map<string, Map<string, string>>();
  for (const [table, where] of ofCase) {
    const found = await owner.query<Row>(`select * from ${table} where ${where}`, [rows[0]!.id]);
    tables.push([table, found.rows]);
    const columns = await owner.query<{ name: string; type: string }>(
      `select column_name as name, data_type as type from information_schema.columns
       where table_name = $1 and is_generated = 'NEVER'`,
      [table],
    );
    kinds.set(table, new Map(columns.rows.map(column => [column.name, column.type])));
  }
  return { tables, kinds };
}

let reference = 0;

/** What must differ from the rows that are there already. */
export function renewed(table: string, row: Row, ids: { request: number; case: number }): Row {
  const fresh: Row = { ...row };
  if (table === 'requests')
    Object.assign(fresh, { id: ids.request, key: key(), reference: `bench-${reference++}` });
  if (table === 'cases') Object.assign(fresh, { id: ids.case, request_id: ids.request, key: key() });
  if ('case_id' in fresh) fresh.case_id = ids.case;
  if (table === 'case_access') fresh.request_id = ids.request;
  if (table === 'notices') fresh.message_id = key();
  if (table === 'receipts') fresh.key = key();
  if (table === 'jobs') fresh.unique_key = null;
  if (table === 'audit' || table === 'jobs' || table === 'notices') delete fresh.id;
  return fresh;
}

/** One transaction, one insert a row, no check, no fold, no policy that looks at anything: the cost of the rows alone. */
export async function writeRows({ owner }: BenchPlace, sent: SentRows): Promise<void> {
  const client = await owner.connect();
  try {
    const { rows } = await client
      .query(
        `begin; select nextval(pg_get_serial_sequence('requests', 'id')) as request, nextval(pg_get_serial_sequence('cases', 'id')) as "case"`,
      )
      .then(results => (results as unknown as pg.QueryResult<{ request: number; case: number }>[])[1]!);
    for (const [table, all] of sent.tables)
      for (const row of all)
        await insert(client, table, { row: renewed(table, row, rows[0]!), kinds: sent.kinds });
    await client.query('commit');
  } finally {
    client.release();
  }
}

/** One row by a plain statement. */
export async function insert(
  client: pg.PoolClient,
  table: string,
  given: { row: Row; kinds: SentRows['kinds'] },
) {
  const columns = given.kinds.get(table)!;
  const names = Object.keys(given.row).filter(name => columns.has(name));
  const values = names.map(name => {
    const value = given.row[name];
    return columns.get(name) === 'jsonb' && value !== null ? JSON.stringify(value) : value;
  });
  const marks = names.map((_, i) => `$${i + 1}`).join(', ');
  await client.query(
    `insert into ${table} (${names.join(', ')}) overriding system value values (${marks})`,
    values,
  );
}

const auditRow = `insert into audit (kind, act, what, ids, result) values ('p', 'open', 'request', array[$1::bigint], 'o')`;

/** Reads a request with its cases, events, files and notices, and writes the audit row: five plain statements. */
export async function readRows({ owner }: BenchPlace, requestKey: string): Promise<void> {
  const client = await owner.connect();
  try {
    await client.query('begin');
    const { rows } = await client.query<{ id: number }>('select * from requests where key = $1', [
      requestKey,
    ]);
    const cases = await client.query<{ id: number }>('select * from cases where request_id = $1', [
      rows[0]!.id,
    ]);
    const ids = cases.rows.map(row => row.id);
    await client.query(
      `select e.*, b.body from case_events e join event_bodies b on b.case_id = e.case_id and b.seq = e.seq
       where e.case_id = any ($1) order by e.case_id, e.seq`,
      [ids],
    );
    await client.query('select * from notices where case_id = any ($1)', [ids]);
    await client.query('select * from case_attachments where case_id = any ($1)', [ids]);
    await client.query('select id, name_en, name_fr from sites where id = any ($1)', [[1, 2]]);
    await client.query(auditRow, [rows[0]!.id]);
    await client.query('commit');
  } finally {
    client.release();
  }
}

/** The twenty rows of a worklist by its index, joined with their cases, and the audit row. */
export async function listRows({ owner }: BenchPlace, party: string): Promise<void> {
  const client = await owner.connect();
  try {
    await client.query('begin');
    const { rows } = await client.query<{ case_id: number }>(
      `select a.*, c.key, c.state, c.requester_patient, r.key as request_key, r.reference
       from case_access a join cases c on c.id = a.case_id join requests r on r.id = a.request_id
       where a.party = $1 and a.accountable order by a.due, a.case_id limit 21`,
      [party],
    );
    await client.query(
      `insert into audit (kind, act, what, ids, result) values ('p', 'worklist', 'case', $1::bigint[], 'o')`,
      [rows.slice(0, 15).map(row => row.case_id)],
    );
    await client.query('commit');
  } finally {
    client.release();
  }
}

/** Entries that have any of the stems, the best twenty: no ranking, no typos, no synonyms. */
export async function searchRows({ owner }: BenchPlace, stems: readonly string[]): Promise<void> {
  await owner.query(
    `select e.id, s.name_en, s.city, count(*) as hits from unnest($1::text[]) t (stem)
     join directory_postings p on p.stem = t.stem join directory_entries e on e.id = p.entry
     join sites s on s.id = e.site_id
     group by e.id, s.name_en, s.city order by hits desc, e.id limit 20`,
    [stems],
  );
}

/** What a week of a schedule is drawn from: the schedule, its kinds, hours and closures, the visits with their patients. */
export async function weekRows(
  { owner }: BenchPlace,
  { key: its, id, monday }: { key: string; id: number; monday: string },
): Promise<void> {
  const client = await owner.connect();
  try {
    await client.query('begin');
    await client.query('select * from schedules where key = $1', [its]);
    for (const table of ['clinic_types', 'clinic_patterns', 'clinic_closures'])
      await client.query(`select * from ${table} where schedule_id = $1`, [id]);
    const { rows } = await client.query<{ case_id: number }>(
      `select v.*, c.key, c.state, c.requester_patient, r.key as request_key, r.reference
       from visits v join cases c on c.id = v.case_id join requests r on r.id = c.request_id
       where v.schedule_id = $1 and v.starts >= $2::date and v.starts < $2::date + 7 order by v.starts`,
      [id, monday],
    );
    await client.query(
      `insert into audit (kind, act, what, ids, result) values ('p', 'schedule', 'case', $1::bigint[], 'o')`,
      [rows.slice(0, 15).map(row => row.case_id)],
    );
    await client.query('commit');
  } finally {
    client.release();
  }
}
