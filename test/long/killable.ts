import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';
import { csrfToken } from '../../src/http/csrf.ts';
import { databaseOn, openDatabase } from '../../src/postgres/database.ts';
import { startEmbedded } from '../../src/postgres/embedded.ts';
import { openPool } from '../../src/postgres/pool.ts';
import type { TestDatabase } from '../support/database.ts';
import { startProduct } from '../support/product.ts';
import type { Typed } from './courses.ts';

const secretKey = 'k'.repeat(40);

/** What a press led to, once it is known: where the browser was sent, or the page that said no. */
export interface Known {
  location: string;
  status: number;
  text: string;
}

/** The product as a process of its own on a server of its own, with a post office: everything that can be killed. */
export interface Killable {
  database: TestDatabase;
  /** Message-IDs in the order in which they came. */
  arrived: readonly string[];
  killApp(): Promise<void>;
  killDatabase(): Promise<void>;
  /** Presses a button as often as it takes until something is known of it. The receipt is the caller's. */
  press(path: string, token: string, fields: Typed): Promise<Known>;
  rows<T>(sql: string): Promise<T[]>;
  /** Does it again while there is no database. */
  patiently<T>(work: () => Promise<T>): Promise<T>;
  /** Until every message has left: those that were held by a killed process are taken up when their lease ends. */
  allSent(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts all of it: half a minute. */
export async function startKillable(): Promise<Killable> {
  const folder = await mkdtemp(join(tmpdir(), 'eservices-kills-'));
  // As root the server runs as nobody, who must be able to pass.
  await chmod(folder, 0o711);
  const arrived: string[] = [];
  const post = await postOffice(arrived);
  const SMTP_URL = `smtp://127.0.0.1:${(post.server.address() as AddressInfo).port}`;
  const settings = { DATA_DIR: folder, DEMO: '0', PORT: '0', SECRET_KEY: secretKey, SMTP_URL };
  let product = await startProduct(settings);
  // A second user of the same server, which therefore outlives the product.
  const embedded = await startEmbedded(folder);
  const database = databaseOf(embedded);
  const rows = async <T>(sql: string): Promise<T[]> => (await database.superuser.query(sql)).rows as T[];
  return {
    ...{ database, arrived, rows },
    killApp: async () => {
      await product.kill();
      product = await startProduct(settings);
    },
    killDatabase: () => killServer(database),
    press: (path, token, fields) => pressUntilKnown(() => `${product.url}${path}`, token, fields),
    patiently,
    allSent: () => untilSent(database),
    stop: async () => {
      await product.stop();
      await database.drop();
      await embedded.stop();
      await new Promise<void>(done => post.close(done));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function postOffice(arrived: string[]): Promise<SMTPServer> {
  const post = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: (stream, _session, done) => {
      let text = '';
      stream.on('data', part => (text += part));
      stream.on('end', () => {
        arrived.push(/^Message-ID: <([^>]+)>/im.exec(text)?.[1] ?? 'none');
        done();
      });
    },
  });
  // A process that is killed while it hands a message over leaves its line cut.
  post.on('error', () => {});
  await new Promise<void>(ready => post.listen(0, '127.0.0.1', ready));
  return post;
}

function databaseOf({
  app,
  owner,
  superuser: root,
}: Awaited<ReturnType<typeof startEmbedded>>): TestDatabase {
  const pools = { owner: openPool(owner, { size: 3 }), app: openPool(app, { size: 2 }) };
  const superuser = openPool({ ...root, database: 'eservices' }, { size: 1 });
  const db = openDatabase(app);
  return {
    ...{ ...pools, superuser, db, addresses: { app, owner }, operator: databaseOn(pools.owner) },
    drop: async () => {
      await Promise.all([db.close(), pools.owner.end(), pools.app.end(), superuser.end()]);
    },
  };
}

/** What a browser posts: a form with a file in several parts. */
function bodyOf(fields: Typed): URLSearchParams | FormData {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map(one => [name, one] as [string, string | Blob]),
  );
  const body = pairs.some(([, value]) => value instanceof Blob) ? new FormData() : new URLSearchParams();
  for (const [name, value] of pairs)
    if (value instanceof Blob) (body as FormData).append(name, value, 'paper.pdf');
    else body.append(name, value);
  return body;
}

async function pressUntilKnown(url: () => string, token: string, fields: Typed): Promise<Known> {
  const body = bodyOf({ csrf: csrfToken(secretKey, token), ...fields });
  for (const until = Date.now() + 120_000; Date.now() < until; await sleep(150)) {
    const answer = await fetch(url(), {
      ...{ method: 'POST', body, redirect: 'manual' },
      headers: { cookie: `session=${token}` },
      signal: AbortSignal.timeout(15_000),
    }).catch(() => null);
    const text = await answer?.text().catch(() => null);
    // Nobody there, cut off, or "one moment, please".
    if (!answer || text === null || text === undefined || answer.status === 503) continue;
    const location = answer.headers.get('location') ?? '';
    return { location, status: answer.status, text: text.replace(/<[^>]+>|\s+/g, ' ').slice(0, 1_500) };
  }
  throw new Error('not acknowledged within two minutes');
}

async function killServer({ superuser, operator }: TestDatabase): Promise<void> {
  const file = `${(await superuser.query('show data_directory')).rows[0].data_directory}/postmaster.pid`;
  const pid = Number((await readFile(file, 'utf8')).split('\n')[0]);
  process.kill(pid, 'SIGKILL');
  for (const until = Date.now() + 60_000; Date.now() < until; await sleep(200))
    if (await operator.ready().catch(() => false)) return;
  throw new Error('the database did not come back');
}

async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (const until = Date.now() + 60_000; ; await sleep(200))
    try {
      return await work();
    } catch (error) {
      if (Date.now() > until) throw error;
    }
}

async function untilSent({ superuser }: TestDatabase): Promise<void> {
  for (const until = Date.now() + 400_000; Date.now() < until; await sleep(500)) {
    // The hold of a dead process lasts two minutes and that of a job five; this test does not wait for them.
    await superuser.query(`update messages set lease_until = null where state = 'waiting'`);
    await superuser.query(
      `update jobs set run_after = now(), lease = null where kind in ('send-notice', 'send-mail')`,
    );
    const { rows } = await superuser.query<{ n: number }>(
      `select (select count(*) from notices where state = 'queued' and addressed_at is null)
         + (select count(*) from messages where state = 'waiting') as n`,
    );
    if (rows[0]!.n === 0) return;
    await sleep(1_500);
  }
  throw new Error('messages are still waiting');
}
