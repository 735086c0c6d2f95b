import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';
import { asSuperuser } from '../../support/postgres-server.ts';
import { givePassword, type RunningApp, startApp, type TestBrowser } from '../../support/server.ts';
import { smallWorld } from '../../support/world.ts';

const password = 'a sentence that is easy to keep';
let database: TestDatabase;
let app: RunningApp;
let browser: TestBrowser;

beforeAll(async () => {
  database = await freshDatabase();
  const { clerk } = await smallWorld(database);
  await givePassword(database, clerk, password);
  app = await startApp(database);
  browser = app.browser();
  await browser.signIn(clerk.email, password);
  await browser.get('/account');
});
afterEach(() => turn('on'));
afterAll(async () => {
  await app?.stop();
  await database?.drop();
});

/** To the application an outage: nobody gets in and whoever was in is thrown out. */
async function turn(how: 'on' | 'off'): Promise<void> {
  const { rows } = await database.owner.query('select current_database() as name');
  await asSuperuser(inject('postgres').superuser, async client => {
    await client.query(`alter database ${rows[0].name} allow_connections ${how === 'on'}`);
    if (how === 'on') return;
    const sessions = 'from pg_stat_activity where datname = $1 and usename = $2';
    await client.query(`select pg_terminate_backend(pid) ${sessions}`, [rows[0].name, 'eservices_app']);
  });
}

async function timed<T>(work: Promise<T>): Promise<{ value: T; ms: number }> {
  const start = performance.now();
  const value = await work;
  return { value, ms: performance.now() - start };
}

describe('while the database is away', () => {
  it('every page says so at once, calmly, in both languages, and the process lives', async () => {
    await turn('off');
    const { value: page, ms } = await timed(browser.get('/account'));
    expect(page.status).toBe(503);
    expect(Number(page.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(page.html).toContain('One moment, please');
    expect(ms).toBeLessThan(2_500);
    await browser.get('/language/fr').catch(() => {});
    const french = await browser.get('/account', { 'accept-language': 'fr' });
    expect(french.status).toBe(503);
    expect((await browser.get('/health/live')).status).toBe(200);
    const ready = await timed(browser.get('/health/ready'));
    expect(ready.value.status).toBe(503);
    expect(ready.ms).toBeLessThan(600);
  });

  it('a form that was sent comes back whole, to be sent again with one press', async () => {
    await turn('off');
    const page = await browser.post('/switch', {
      member: '0123456789abcdefghjkmnpqrs',
      receipt: 'receipt-0001',
    });
    expect(page.status).toBe(503);
    expect(page.html).toMatch(/<form method="post" action="\/switch"/);
    expect(page.html).toContain('name="member" value="0123456789abcdefghjkmnpqrs"');
    expect(page.html).toContain('name="receipt" value="receipt-0001"');
    const forged = await browser.post('/switch', { csrf: 'x', member: '0123456789abcdefghjkmnpqrs' });
    expect(forged.html).not.toContain('name="member"');
    const secret = await browser.post('/account/password', {
      oldPassword: 'Zebedee',
      newPassword: 'Zebedee',
    });
    expect(secret.html).not.toContain('Zebedee');
  });

  it('pages come again within five seconds of its return', async () => {
    await turn('off');
    expect((await browser.get('/account')).status).toBe(503);
    await turn('on');
    const start = performance.now();
    let status = 0;
    while (status !== 200 && performance.now() - start < 5_000) {
      status = (await browser.get('/account')).status;
      if (status !== 200) await sleep(100);
    }
    expect(status).toBe(200);
  });
});

describe('more requests than connections', () => {
  it('at four times the pool are all served, none hangs', async () => {
    const pages = await Promise.all(Array.from({ length: 40 }, () => browser.get('/account')));
    expect(pages.map(page => page.status)).toEqual(Array(40).fill(200));
  });

  it('when every connection is stuck are shed after two seconds, while health still answers', async () => {
    const blocker = await database.owner.connect();
    try {
      await blocker.query('begin; lock table sessions in access exclusive mode');
      const stuck = Array.from({ length: 40 }, () => timed(browser.get('/account')));
      await sleep(200);
      const ready = await timed(browser.get('/health/ready'));
      expect(ready.value.status).toBe(200);
      expect(ready.ms).toBeLessThan(250);
      const answers = await Promise.all(stuck);
      expect(answers.every(({ value }) => value.status === 503)).toBe(true);
      const shed = answers.filter(({ ms }) => ms < 3_500);
      expect(shed.length).toBeGreaterThanOrEqual(20);
      expect(Math.max(...answers.map(({ ms }) => ms))).toBeLessThan(8_000);
    } finally {
      await blocker.query('rollback');
      blocker.release();
    }
    expect((await browser.get('/account')).status).toBe(200);
  });
});
