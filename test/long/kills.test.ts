import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { proveCases } from '../../src/app/prove-cases.ts';
import { csrfToken } from '../../src/http/csrf.ts';
import { databaseOn, openDatabase } from '../../src/postgres/database.ts';
import { type Embedded, startEmbedded } from '../../src/postgres/embedded.ts';
import { openPool } from '../../src/postgres/pool.ts';
import { addPatient, addService, type TestService } from '../support/cases.ts';
import { openSession } from '../support/cast.ts';
import type { TestDatabase } from '../support/database.ts';
import { type Product, startProduct } from '../support/product.ts';
import { smallWorld } from '../support/world.ts';
import { chance } from './chance.ts';
import { times } from './runs.ts';

const secretKey = 'k'.repeat(40);
const { seed, whole } = chance();
let folder: string;
let embedded: Embedded;
let database: TestDatabase;
let product: Product;
let post: SMTPServer;
/** Message-IDs in the order in which they came. */
const arrived: string[] = [];

function settings(): Record<string, string> {
  const SMTP_URL = `smtp://127.0.0.1:${(post.server.address() as AddressInfo).port}`;
  return { DATA_DIR: folder, DEMO: '0', PORT: '0', SECRET_KEY: secretKey, SMTP_URL };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'eservices-kills-'));
  // As root the server runs as nobody, who must be able to pass.
  await chmod(folder, 0o711);
  post = new SMTPServer({
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
  await new Promise<void>(ready => post.listen(0, '127.0.0.1', ready));
  product = await startProduct(settings());
  // A second user of the same server, which therefore outlives the product.
  embedded = await startEmbedded(folder);
  const { app, owner } = embedded;
  const pools = { owner: openPool(owner, { size: 3 }), app: openPool(app, { size: 2 }) };
  const superuser = openPool({ ...embedded.superuser, database: 'eservices' }, { size: 1 });
  const db = openDatabase(app);
  database = {
    ...{ ...pools, superuser, db, addresses: { app, owner }, operator: databaseOn(pools.owner) },
    drop: async () => {
      await Promise.all([db.close(), pools.owner.end(), pools.app.end(), superuser.end()]);
    },
  };
}, 180_000);
afterAll(async () => {
  await product?.stop();
  await database?.drop();
  await embedded?.stop();
  await new Promise<void>(done => post.close(done));
  await rm(folder, { recursive: true, force: true });
}, 60_000);

type World = Awaited<ReturnType<typeof smallWorld>>;

async function draft(world: World, service: TestService, patientKey: string): Promise<string> {
  return database.db.as(world.physician.actor, async tx => {
    const patient = await tx.patients.byKey(patientKey);
    const begun = await tx.drafts.begin({
      ...{ kind: 'referral', patient: patient!.id, service: service.id },
      ...{ form: 'general-referral', title: 'Low mood', question: 'Please assess' },
    });
    return begun.key;
  });
}

/** One send of one form, as often as it takes until it is acknowledged: the address of its request. */
async function sendUntilKnown(draftKey: string, token: string): Promise<string> {
  const fields = {
    ...{ csrf: csrfToken(secretKey, token), receipt: `send-${draftKey}`, version: '1', do: 'send' },
    ...{ title: 'Low mood', question: 'Please assess', 'a-reason': 'Please assess', urgency: 'routine' },
    mayContact: 'yes',
  };
  for (const until = Date.now() + 120_000; Date.now() < until; await sleep(150)) {
    const answer = await fetch(`${product.url}/drafts/${draftKey}`, {
      ...{ method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' },
      headers: { cookie: `session=${token}` },
      signal: AbortSignal.timeout(15_000),
    }).catch(() => null);
    const text = await answer?.text().catch(() => null);
    // Nobody there, cut off, or "one moment, please".
    if (!answer || text === null || answer.status === 503) continue;
    const where = /^\/requests\/([0-9a-z]{26})/.exec(answer.headers.get('location') ?? '')?.[1];
    if (where) return where;
    throw new Error(`${answer.status}: ${text?.replace(/<[^>]+>|\s+/g, ' ').slice(0, 1_500)}`);
  }
  throw new Error('not acknowledged within two minutes');
}

async function killApp(): Promise<void> {
  await product.kill();
  product = await startProduct(settings());
}

async function killDatabase(): Promise<void> {
  const file = `${(await database.superuser.query('show data_directory')).rows[0].data_directory}/postmaster.pid`;
  const pid = Number((await readFile(file, 'utf8')).split('\n')[0]);
  process.kill(pid, 'SIGKILL');
  for (const until = Date.now() + 60_000; Date.now() < until; await sleep(200))
    if (await database.operator.ready().catch(() => false)) return;
  throw new Error('the database did not come back');
}

const rows = async <T>(sql: string): Promise<T[]> => (await database.superuser.query(sql)).rows as T[];

/** Until every message has left: those that were held by a killed process are taken up when their lease ends. */
async function allSent(): Promise<void> {
  for (const until = Date.now() + 400_000; Date.now() < until; await sleep(500)) {
    // The hold of a dead process lasts two minutes and that of a job five; this test does not wait for them.
    await database.superuser.query(`update messages set lease_until = null where state = 'waiting'`);
    await database.superuser.query(
      `update jobs set run_after = now(), lease = null where kind in ('send-notice', 'send-mail')`,
    );
    const [left] = await rows<{ n: number }>(
      `select (select count(*) from notices where state = 'queued' and addressed_at is null)
         + (select count(*) from messages where state = 'waiting') as n`,
    );
    if (left!.n === 0) return;
    await sleep(1_500);
  }
  throw new Error('messages are still waiting');
}

it('sends survive kills of the product and of the database: nothing lost, nothing by halves, no message too few or too many', async () => {
  const world = await smallWorld(database);
  const service = await addService(database, world.clinic.id);
  const { key: patientKey } = await addPatient(database, world.physician.actor);
  const sends = times(200, 12);
  const drafts: string[] = [];
  for (let i = 0; i < sends; i++) drafts.push(await draft(world, service, patientKey));
  const token = await openSession(database, world.physician.actor);
  const known = new Map<string, string>();
  const queue = [...drafts];
  const lane = async () => {
    for (let one = queue.shift(); one; one = queue.shift()) known.set(one, await sendUntilKnown(one, token));
  };
  const work = Promise.all(Array.from({ length: 4 }, lane));
  const kills = times(20, 2);
  for (let i = 0; i < kills; i++) {
    // In the middle of the sends that are left for this kill.
    const from = Math.floor((i * sends) / (kills + 1));
    while (known.size < from + 1 && queue.length > 0) await sleep(20);
    await sleep(whole(80));
    await (i % 2 === 0 ? killApp() : killDatabase());
  }
  await work;

  expect(known.size, `seed ${seed}`).toBe(sends);
  const requests = await rows<{ key: string }>('select key from requests');
  expect(requests.map(({ key: one }) => one).sort()).toEqual([...known.values()].sort());
  expect(await rows('select key from drafts')).toEqual([]);
  const proof = await proveCases(database.operator);
  expect(proof).toMatchObject({ cases: sends, faults: [], unfoldable: 0 });
  const [audited] = await rows<{ n: number }>(
    `select count(distinct ids) as n from audit where act = 'send' and result = 'o'`,
  );
  expect(audited!.n).toBe(sends);

  await allSent();
  const written = await rows<{ id: string }>(
    `select message_id as id from messages where state in ('sent', 'opened')`,
  );
  expect(written.length).toBeGreaterThanOrEqual(sends);
  expect([...new Set(arrived)].sort()).toEqual(written.map(({ id }) => id).sort());
  const twice = await rows(
    `select case_id, seq, recipient from messages group by 1, 2, 3 having count(*) > 1`,
  );
  expect(twice).toEqual([]);
});
