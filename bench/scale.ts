import { once } from 'node:events';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { key } from '../src/app/ports/ids.ts';
import { readRequest } from '../src/app/read-request.ts';
import { runVerb } from '../src/app/run-verb.ts';
import { addService } from '../test/support/cases.ts';
import type { TestDatabase } from '../test/support/database.ts';
import { addMember, addSite } from '../test/support/world.ts';
import { type Row, rowsOfSend, type SentRows } from './floors.ts';
import { percentile } from './measure.ts';
import type { BenchPlace } from './place.ts';
import { type BenchWorld, makeWorld, send } from './world.ts';

/** Histories that the cases are copies of: lived through the application, so their states are folds of their events. */
const pairsOfSites = 50;
const tables = ['requests', 'cases', 'case_events', 'event_bodies', 'case_access'] as const;

interface Size {
  cases: number;
  send: number;
  open: number;
  worklist: number;
}

async function history(world: BenchWorld, n: number): Promise<string> {
  const sent = await send(world, n);
  const run = async (verb: string, input: Record<string, unknown>) => {
    const outcome = await runVerb(world.app, world.clerk, {
      caseKey: sent.caseKey,
      verb,
      input,
      side: 'receiver',
    });
    if (!outcome.ok) throw new Error(`${verb}: ${JSON.stringify(outcome)}`);
  };
  if (n % 4 > 0) await run('triage', { comment: 'Within a month.' });
  if (n % 4 > 1) await run('accept', {});
  return sent.caseKey;
}

async function templates(place: BenchPlace, first: BenchWorld): Promise<SentRows[]> {
  const database = place as unknown as TestDatabase;
  const made: SentRows[] = [];
  for (let n = 0; n < pairsOfSites; n++) {
    const clinic = await addSite(database, `Clinic ${n}`);
    const clerk = await addMember(database, clinic.id, { name: `Clerk ${n}`, roles: ['clerk'] });
    const world = { ...first, clerk: clerk.actor, service: await addService(database, clinic.id) };
    for (let one = 0; one < 8; one++) made.push(await rowsOfSend(place.owner, await history(world, one)));
  }
  return made;
}

/** A value as COPY's text format wants it. */
function field(value: unknown, type: string): string {
  if (value === null || value === undefined) return '\\N';
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`;
  const text = type === 'jsonb' ? JSON.stringify(value) : String(value);
  return text.replace(/[\\\n\r\t]/g, c => ({ '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' })[c]!);
}

/** One line of COPY per row of the template, as a function of the new ids; made once for each template. */
type Line = (ids: { id: number; key: string; request: string }) => string;

function lineOf(table: string, row: Row, kinds: Map<string, string>): Line {
  const parts = [...kinds].map(([name, type]): string | ((ids: Parameters<Line>[0]) => string) => {
    if (table === 'requests' && name === 'key') return ids => ids.request;
    if (table === 'requests' && name === 'reference') return ids => `scale-${ids.id}`;
    if (table === 'cases' && name === 'key') return ids => ids.key;
    if (name === 'case_id' || name === 'request_id' || (name === 'id' && table !== 'attachments'))
      return ids => String(ids.id);
    if (name === 'party' && /^(case|request):/.test(String(row.party)))
      return ids => `${String(row.party).split(':')[0]}:${ids.id}`;
    return field(row[name], type);
  });
  return ids => `${parts.map(part => (typeof part === 'string' ? part : part(ids))).join('\t')}\n`;
}

async function copyInto(pool: pg.Pool, table: string, columns: Iterable<string>, lines: Iterable<string>) {
  const client = await pool.connect();
  try {
    const stream = client.query(copyFrom(`copy ${table} (${[...columns].join(', ')}) from stdin`));
    let buffer = '';
    for (const line of lines) {
      buffer += line;
      if (buffer.length < 1_000_000) continue;
      if (!stream.write(buffer)) await once(stream, 'drain');
      buffer = '';
    }
    stream.end(buffer);
    await once(stream, 'finish');
  } finally {
    client.release();
  }
}

/** Ids from `from` to `to`, table by table; indexes are kept up, as in life. */
async function copyCases(
  place: BenchPlace,
  all: readonly SentRows[],
  { from, to }: { from: number; to: number },
) {
  const keys = new Map<number, { key: string; request: string }>();
  for (const table of tables) {
    const kinds = all[0]!.kinds.get(table)!;
    const linesOf = all.map(template =>
      template.tables.find(([name]) => name === table)![1].map(row => lineOf(table, row, kinds)),
    );
    function* lines() {
      for (let id = from; id < to; id++) {
        const known = keys.get(id) ?? { key: key(), request: key() };
        if (table === 'requests') keys.set(id, known);
        for (const line of linesOf[id % linesOf.length]!) yield line({ id, ...known });
      }
    }
    await copyInto(place.superuser, table, kinds.keys(), lines());
  }
  return [...keys.values()].map(one => one.request);
}

async function medianOf(times: number, work: (n: number) => Promise<unknown>): Promise<number> {
  const taken: number[] = [];
  for (let n = 0; n < times; n++) {
    const began = performance.now();
    await work(n);
    if (n >= times / 5) taken.push(performance.now() - began);
  }
  return percentile(taken, 0.5);
}

async function sizeUp(world: BenchWorld, cases: number, requests: readonly string[]): Promise<Size> {
  const { app, physician, clerk } = world;
  const open = (n: number) => readRequest(app, physician, requests[(n * 7919) % requests.length]!);
  const list = () => app.db.as(clerk, tx => tx.worklists.page('needs-me', { limit: 20 }));
  return {
    cases,
    send: await medianOf(250, n => send(world, n)),
    open: await medianOf(400, open),
    worklist: await medianOf(250, list),
  };
}

/**
 * Fills the database with 10 thousand and then 1 million cases by COPY, the same few hundred histories with new ids at a
 * hundred sites, and says by which power of the size the median time of each act grows.
 */
export async function scale(place: BenchPlace, largest = 1_000_000): Promise<void> {
  const world = await makeWorld(place);
  const all = await templates(place, world);
  const database = place as unknown as TestDatabase;
  const sizes: Size[] = [];
  let from = 1_000_000;
  for (const cases of [10_000, largest]) {
    const began = performance.now();
    const to = 1_000_000 + cases;
    const requests = await copyCases(place, all, { from, to });
    from = to;
    await place.owner.query('vacuum analyze');
    process.stderr.write(`${cases} cases after ${Math.round((performance.now() - began) / 1000)} s\n`);
    const { rows } = await place.owner.query<{ party: string }>(
      `select party from case_access where side = 'receiver' group by party order by count(*) desc limit 1`,
    );
    const clerk = await addMember(database, Number(rows[0]!.party.slice(5)), {
      name: `Reader ${cases}`,
      roles: ['clerk'],
    });
    sizes.push(await sizeUp({ ...world, clerk: clerk.actor }, cases, requests.slice(0, 5_000)));
  }
  report(sizes);
}

function report(sizes: readonly Size[]): void {
  const [small, large] = sizes as [Size, Size];
  for (const act of ['send', 'open', 'worklist'] as const) {
    const power = Math.log(large[act] / small[act]) / Math.log(large.cases / small.cases);
    process.stdout.write(
      `${act.padEnd(10)} p50 ${small[act].toFixed(2)} ms at ${small.cases}, ${large[act].toFixed(2)} ms at ${large.cases}: grows by the power ${power.toFixed(3)}\n`,
    );
  }
}
