import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';
import { type RunningApp, startApp } from '../../support/server.ts';
import { smallWorld } from '../../support/world.ts';

let database: TestDatabase;
let app: RunningApp;

beforeAll(async () => {
  database = await freshDatabase({ demo: true });
  const { clerk } = await smallWorld(database);
  await database.owner.query(
    "update members set job_title_en = 'Intake clerk', job_title_fr = 'Commise à l’accueil' where id = $1",
    [clerk.member],
  );
  app = await startApp(database);
});
afterAll(async () => {
  await app?.stop();
  await database?.drop();
});

describe('a demonstration', () => {
  it('lists its people with what each does, and one click signs in as one', async () => {
    const browser = app.browser();
    const page = await browser.get('/sign-in?next=%2Faccount');
    expect(page.html).toContain('Maya Singh');
    expect(page.html).toContain('Intake clerk, Somerset Clinic');
    expect(page.html).not.toContain('Amina Okafor');
    const key = /name="as" value="([^"]+)"/.exec(page.html)?.[1];
    const answer = await browser.post('/demo/sign-in', { as: key!, next: '/account' });
    expect(answer.headers.get('location')).toBe('/account');
    expect((await browser.get('/account')).html).toContain('Maya Singh');
  });

  it('lets nobody in as somebody who is not on the list', async () => {
    const { rows } = await database.owner.query("select key from people where name = 'Amina Okafor'");
    const browser = app.browser();
    await browser.get('/sign-in');
    expect((await browser.post('/demo/sign-in', { as: rows[0].key, next: '' })).status).toBe(422);
    expect((await browser.get('/account')).status).toBe(303);
  });

  it('is never served to other machines', async () => {
    await expect(
      startApp(database, { HOST: '0.0.0.0', BASE_URL: 'https://eservices.example' }),
    ).rejects.toThrow('served on this machine alone');
  });
});
