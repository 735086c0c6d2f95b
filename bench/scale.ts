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
import { type BenchPlace, openPlace } from './place.ts';
import { type BenchWorld, makeWorld, send } from './world.ts';

/** Histories that the cases are copies of: lived through the application, so their states are folds of their events. */
const pairsOfSites = 50;
const tables = ['requests', 'cases', 'case_events', 'event_bodies', 'case_access'] as const;

/** Ids of the copies begin far above those of the histories. */
const firstId = 1_000_000;

const acts = ['send', 'open', 'worklist'] as const;
type Act = (typeof acts)[number];

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
    // Copies refer to what their originals do, and carry what triggers wrote into those: neither is worked out again.
    await client.query('set session_replication_role = replica');
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

/** A database of one size, and what is asked of it. */
interface Sized {
  place: BenchPlace;
  cases: number;
  acts: Record<Act, (n: number) => Promise<unknown>>;
}

async function fillTo(cases: number): Promise<Sized> {
  const place = await openPlace();
  const world = await makeWorld(place);
  const all = await templates(place, world);
  const began = performance.now();
  const requests = await copyCases(place, all, { from: firstId, to: firstId + cases });
  await place.owner.query('vacuum analyze');
  process.stderr.write(`${cases} cases after ${Math.round((performance.now() - began) / 1000)} s\n`);
  const { rows } = await place.owner.query<{ party: string }>(
    `select party from case_access where side = 'receiver' group by party order by count(*) desc limit 1`,
  );
  const site = Number(rows[0]!.party.slice(5));
  const clerk = await addMember(place as unknown as TestDatabase, site, { name: 'Reader', roles: ['clerk'] });
  const { app, physician } = world;
  // Spread over all that there are, so that the large database answers from all of its tables.
  const request = (n: number) => requests[(n * 7_919) % requests.length]!;
  const acts = {
    send: (n: number) => send(world, n),
    open: (n: number) => readRequest(app, physician, request(n)),
    worklist: () => app.db.as(clerk.actor, tx => tx.worklists.page('needs-me', { limit: 20 })),
  };
  return { place, cases, acts };
}

/** The median of each, taken in turn, so that a machine that slows down half-way slows both. */
async function medians(sizes: readonly Sized[], act: Act): Promise<number[]> {
  const taken = sizes.map((): number[] => []);
  for (let n = 0; n < 500; n++)
    for (const [at, size] of sizes.entries()) {
      const began = performance.now();
      await size.acts[act](n);
      if (n >= 100) taken[at]!.push(performance.now() - began);
    }
  return taken.map(times => percentile(times, 0.5));
}

/**
 * Fills one database with 10 thousand and one with 1 million cases by COPY, the same few hundred histories with new ids at a
 * hundred sites, and says by which power of the size the median time of each act grows.
 */
export async function scale(largest = 1_000_000): Promise<void> {
  const sizes = [await fillTo(10_000), await fillTo(largest)];
  try {
    for (const act of acts) {
      const [small, large] = (await medians(sizes, act)) as [number, number];
      const power = Math.log(large / small) / Math.log(largest / 10_000);
      process.stdout.write(
        `${act.padEnd(10)} p50 ${small.toFixed(2)} ms at 10000, ${large.toFixed(2)} ms at ${largest}: grows by the power ${power.toFixed(3)}\n`,
      );
    }
  } finally {
    for (const size of sizes) await size.place.drop();
  }
}
