import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';
import { type PostOffice, postOffice } from '../../support/post-office.ts';
import { givePassword, type RunningApp, startApp } from '../../support/server.ts';
import { smallWorld } from '../../support/world.ts';

const [old, chosen] = ['a sentence that is easy to keep', 'another one, twice as easy'];
let database: TestDatabase;
let post: PostOffice;
let app: RunningApp;
let world: Awaited<ReturnType<typeof smallWorld>>;

beforeAll(async () => {
  database = await freshDatabase();
  world = await smallWorld(database);
  await givePassword(database, world.clerk, old);
  post = await postOffice();
  app = await startApp(database, { SMTP_URL: post.url, TRUST_PROXY: '127.0.0.1' });
});
afterAll(async () => {
  await app?.stop();
  await post?.stop();
  await database?.drop();
});

async function ask(email: string, source = '198.51.100.1') {
  const browser = app.browser({ 'x-forwarded-for': source });
  await browser.get('/sign-in/forgotten');
  return browser.post('/sign-in/forgotten', { email });
}
const letters = () => post.received.filter(mail => mail.to === world.clerk.email);
const linkIn = (text: string) => /\/password\/([0-9a-z]{26})/.exec(text)?.[0];

it('somebody who forgot their password chooses another by mail; older links and open sessions end', async () => {
  const elsewhere = app.browser();
  await elsewhere.signIn(world.clerk.email, old);
  expect((await ask(` ${world.clerk.email.toUpperCase()} `)).status).toBe(200);
  await expect.poll(() => letters().length, { timeout: 10_000 }).toBe(1);
  await ask(world.clerk.email);
  await expect.poll(() => letters().length, { timeout: 10_000 }).toBe(2);
  const [first, second] = letters().map(mail => linkIn(mail.raw)!);
  expect(first).not.toBe(second);
  const browser = app.browser();
  expect((await browser.get(first!)).html).toContain(world.clerk.email);
  const short = await browser.post(first!, { password: 'short' });
  expect([short.status, short.html.includes('at least 12 characters')]).toEqual([422, true]);
  const done = await browser.post(first!, { password: chosen });
  expect(done.headers.get('location')).toBe('/sign-in?chosen=1');
  expect([(await browser.get(first!)).status, (await browser.get(second!)).status]).toEqual([410, 410]);
  expect((await elsewhere.get('/account')).status).toBe(303);
  expect((await app.browser().signIn(world.clerk.email, old)).status).toBe(422);
  expect((await app.browser().signIn(world.clerk.email, chosen)).headers.get('location')).toBe('/worklist');
  await expect.poll(() => letters().length, { timeout: 10_000 }).toBe(3);
  expect(letters()[2]!.raw).toContain('was changed');
  const { rows } = await database.owner.query(`select act from audit where act like '%password' order by id`);
  expect(rows.map(row => row.act)).toEqual(['forget-password', 'forget-password', 'choose-password']);
});

it('who asks for the password of another learns nothing, and nobody is flooded', async () => {
  const [known, unknown] = [await ask(world.clerk.email), await ask('nobody@example.test')];
  const same = (html: string) => html.replace(/value="[^"]*"/g, '').replace(/[0-9a-z]{10}(?=<)/g, '');
  expect(same(known.html)).toBe(same(unknown.html));
  for (let i = 0; i < 3; i++) {
    await ask(world.clerk.email);
    const waiting = async () =>
      (await database.owner.query("select from jobs where kind = 'tell-password'")).rows;
    await expect.poll(waiting, { timeout: 10_000 }).toEqual([]);
  }
  expect(letters().filter(mail => linkIn(mail.raw))).toHaveLength(3);
  const tries = await Promise.all(Array.from({ length: 75 }, () => ask('a@b.test', '198.51.100.9')));
  expect(tries.some(page => page.status === 429)).toBe(true);
});
