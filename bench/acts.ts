import type pg from 'pg';
import { key } from '../src/app/ports/ids.ts';
import { runVerb } from '../src/app/run-verb.ts';
import { readWeek } from '../src/app/schedule/schedules.ts';
import type { TestDatabase } from '../test/support/database.ts';
import { openDays } from '../test/support/open-days.ts';
import { insert, type Row, renewed, type SentRows, weekRows } from './floors.ts';
import type { Pair } from './measure.ts';
import type { BenchPlace } from './place.ts';
import { type BenchWorld, send } from './world.ts';

const touched = [
  ...[
    'cases',
    'case_access',
    'case_events',
    'event_bodies',
    'notices',
    'audit',
    'jobs',
    'receipts',
    'visits',
  ],
] as const;
/** Columns that name a row of these two, which an act changes and does not add. */
const names: Readonly<Record<string, readonly string[]>> = {
  cases: ['id', 'key', 'request_id'],
  case_access: ['case_id', 'party', 'side', 'request_id'],
};

/** The rows that the last act on a case wrote: all of one transaction, which its row of `cases` names. */
export async function rowsOfAct(owner: pg.Pool, caseKey: string): Promise<SentRows> {
  const { rows } = await owner.query<{ xid: string }>('select xmin::text as xid from cases where key = $1', [
    caseKey,
  ]);
  const tables: [string, Row[]][] = [];
  const kinds = new Map<string, Map<string, string>>();
  for (const table of touched) {
    const found = await owner.query<Row>(`select * from ${table} where xmin::text = $1`, [rows[0]!.xid]);
    tables.push([table, found.rows]);
    const columns = await owner.query<{ name: string; type: string }>(
      `select column_name as name, data_type as type from information_schema.columns
       where table_name = $1 and is_generated = 'NEVER'`,
      [table],
    );
    kinds.set(table, new Map(columns.rows.map(({ name, type }) => [name, type])));
  }
  return { tables, kinds };
}

let acted = 0;

/** The same rows for another case in one transaction, one plain statement each: changed where the act changed, else added. */
export async function writeAct(
  { owner }: BenchPlace,
  rows: SentRows,
  on: { id: number; request: number },
): Promise<void> {
  const after = ++acted * 100;
  const client = await owner.connect();
  try {
    await client.query('begin');
    await client.query('select from cases where id = $1 for update', [on.id]);
    for (const [table, all] of rows.tables)
      for (const row of all) {
        const fresh = renewed(table, row, { request: on.request, case: on.id });
        if (table in names) await change(client, table, { row: fresh, kinds: rows.kinds });
        else await insert(client, table, { row: numbered(table, fresh, after), kinds: rows.kinds });
      }
    await client.query('commit');
  } finally {
    client.release();
  }
}

/** Events of a case are numbered; here they only have to differ, and a body has the number of its event. */
function numbered(table: string, row: Row, after: number): Row {
  if (table === 'visits') delete row.id;
  return typeof row.seq === 'number' ? { ...row, seq: after + row.seq } : row;
}

async function change(client: pg.PoolClient, table: string, given: { row: Row; kinds: SentRows['kinds'] }) {
  const { row, kinds } = given;
  const fields = [...kinds.get(table)!].filter(
    ([name]) => !names[table]!.includes(name) && row[name] !== undefined,
  );
  const values = fields.map(([name, type]) =>
    type === 'jsonb' && row[name] !== null ? JSON.stringify(row[name]) : row[name],
  );
  const sets = fields.map(([name], i) => `${name} = $${i + 2}`).join(', ');
  const where = table === 'cases' ? 'id = $1' : `case_id = $1 and party = $${fields.length + 2}`;
  const last = table === 'cases' ? [] : [row.party];
  const id = table === 'cases' ? row.id : row.case_id;
  await client.query(`update ${table} set ${sets} where ${where}`, [id, ...values, ...last]);
}

/** This many referrals, sent by eight at once. */
async function sentBy(world: BenchWorld, count: number): Promise<string[]> {
  const keys: string[] = [];
  let next = 0;
  const work = async () => {
    while (next < count) keys.push((await send(world, next++)).caseKey);
  };
  await Promise.all(Array.from({ length: 8 }, work));
  return keys;
}

async function ran({ app, clerk }: BenchWorld, caseKey: string, verb: string, input: object): Promise<void> {
  const outcome = await runVerb(app, clerk, {
    caseKey,
    verb,
    input: { ...input },
    side: 'receiver',
    receipt: key(),
  });
  if (!outcome.ok) throw new Error(`${verb}: ${JSON.stringify(outcome)}`);
}

const dayOn = (n: number) => new Date(Date.now() + (20 + (n % 60)) * 86_400_000).toISOString();

/** Accepting and booking, each against the rows it writes; a week of a schedule with forty visits against what it reads. */
export async function acts(place: BenchPlace, world: BenchWorld, supply: number): Promise<Pair[]> {
  const toAccept = await sentBy(world, supply);
  const pool = await sentBy(world, 200);
  for (const one of pool) await ran(world, one, 'accept', {});
  // What the floor writes is no history: it has cases of its own.
  const spare = await sentBy(world, 200);
  const { rows: ids } = await place.owner.query<{ id: number; request: number }>(
    'select id, request_id as request from cases where key = any ($1)',
    [spare],
  );
  const on = (n: number) => ids[n % ids.length]!;
  const accepted = await rowsOfAct(place.owner, pool[0]!);
  const visit = (n: number) => ({
    label: 'initial-visit',
    start: dayOn(n),
    medium: 'in-person',
    length: '30',
  });
  await ran(world, pool[0]!, 'book', visit(0));
  const booked = await rowsOfAct(place.owner, pool[0]!);
  const bookedOnce = new Set([pool[0]]);
  const book = (n: number) => {
    const one = pool[n % pool.length]!;
    const verb = bookedOnce.has(one) ? 'rebook' : 'book';
    bookedOnce.add(one);
    return ran(world, one, verb, visit(n));
  };
  const accept = () => {
    const one = toAccept.pop();
    if (one === undefined) throw new Error('every referral is accepted: send more before');
    return ran(world, one, 'accept', {});
  };
  const schedule = await fullWeek(place, world, ids);
  const week = { key: schedule.key, day: schedule.monday, days: 7 } as const;
  return [
    { name: 'accept', ours: accept, floor: n => writeAct(place, accepted, on(n)) },
    { name: 'book', ours: book, floor: n => writeAct(place, booked, on(n)) },
    {
      name: 'week',
      ours: () => readWeek(world.app, world.clerk, week),
      floor: () => weekRows(place, schedule),
    },
  ];
}

/** A schedule with eight visits on each of five days. */
async function fullWeek(
  place: BenchPlace,
  { clerk }: BenchWorld,
  cases: readonly { id: number; request: number }[],
) {
  const { id, key: its, types } = await openDays(place as unknown as TestDatabase, clerk);
  const monday = new Date(Date.now() + 100 * 86_400_000);
  monday.setUTCDate(monday.getUTCDate() - ((monday.getUTCDay() + 6) % 7));
  const day = monday.toISOString().slice(0, 10);
  await place.owner.query(
    `insert into visits (case_id, request_id, site_id, schedule_id, type_id, starts, ends, until, label, medium, status)
     select c.id, c.request, $1, $2, $3, at, at + interval '30 minutes', at + interval '30 minutes', 'initial-visit',
       'in-person', 'booked'
     from (select *, row_number() over () - 1 as n from unnest($4::bigint[], $5::bigint[]) u (id, request)) c,
       lateral (select $6::date + (n / 8)::int * interval '1 day' + (13 + n % 8) * interval '1 hour' as at) t where n < 40`,
    [clerk.site, id, types[0]!.id, cases.map(one => one.id), cases.map(one => one.request), day],
  );
  return { id, key: its, monday: day, site: clerk.site };
}
