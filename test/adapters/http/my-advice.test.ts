import { afterAll, beforeAll, expect, it } from 'vitest';
import { runVerb } from '../../../src/app/run-verb.ts';
import { addPatient, addService, appOn, ask } from '../../support/cases.ts';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';
import { givePassword, type RunningApp, startApp, type TestBrowser } from '../../support/server.ts';
import { smallWorld } from '../../support/world.ts';

const password = 'a sentence that is easy to keep';
let database: TestDatabase;
let app: RunningApp;
let specialist: TestBrowser;
let outsider: TestBrowser;
let group: string;
let world: Awaited<ReturnType<typeof smallWorld>>;

beforeAll(async () => {
  database = await freshDatabase();
  world = await smallWorld(database);
  for (const one of [world.specialist, world.physician]) await givePassword(database, one, password);
  group = (await addService(database, world.clinic.id, { type: 'econsult', name: 'Psychiatry advice' })).key;
  await database.owner.query(
    `insert into advice_members (service_id, member_id, weekly_cap, sub_specialties, languages, regions, conflicts)
     select id, $2, 5, '{}', '{en}', '{}', '{}' from services where key = $1`,
    [group, world.specialist.member],
  );
  app = await startApp(database);
  specialist = app.browser();
  await specialist.signIn(world.specialist.email, password);
  outsider = app.browser();
  await outsider.signIn(world.physician.email, password);
});
afterAll(async () => {
  await app?.stop();
  await database?.drop();
});

const post = async (browser: TestBrowser, path: string, form: Record<string, string>) => {
  await browser.get('/account/advice');
  return browser.post(`/account/advice${path}`, form);
};
const caps = async () => {
  const { rows } = await database.owner.query<{ cap: number }>(
    'select weekly_cap as cap from advice_members',
  );
  return rows.map(({ cap }) => cap);
};

it('a specialist says how many questions a week they answer', async () => {
  expect((await specialist.get('/account')).html).toContain('/account/advice');
  const page = await specialist.get('/account/advice');
  expect(page.html).toContain('Psychiatry advice');
  expect(page.html).toContain('0 of 5 this week');
  expect((await post(specialist, `/${group}`, { weeklyCap: '2' })).status).toBe(303);
  expect(await caps()).toEqual([2]);
});

it('a number that is none is kept in its field with a word beside it', async () => {
  const page = await post(specialist, `/${group}`, { weeklyCap: 'a few' });
  expect(page.status).toBe(422);
  expect(page.html).toContain('value="a few"');
  expect(page.html).toContain('Type a number from 0 to 100');
  expect(await caps()).toEqual([2]);
});

it('a specialist enters days away, and takes them back', async () => {
  const wrong = await post(specialist, '/away', { from: '2999-03-02', until: '2999-03-01' });
  expect(wrong.status).toBe(422);
  expect(wrong.html).toContain('value="2999-03-02"');
  expect((await post(specialist, '/away', { from: '2999-03-01', until: '2999-03-09' })).status).toBe(303);
  const { html } = await specialist.get('/account/advice');
  const absence = /name="absence" value="([0-9a-z]{26})"/.exec(html)?.[1] ?? '';
  expect((await post(specialist, '/back', { absence })).status).toBe(303);
  const { rows } = await database.owner.query('select from absences');
  expect(rows).toHaveLength(0);
});

it('a specialist who enters days away reads how much of what they hold falls due then', async () => {
  const patientKey = (await addPatient(database, world.physician.actor)).key;
  const service = await addService(database, world.clinic.id, { type: 'econsult', name: 'Sleep advice' });
  const acts = appOn(database);
  const { caseKey } = await ask(acts, world.physician.actor, { service, patientKey });
  const { rows } = await database.owner.query<{ key: string; from: string; until: string }>(
    `select key, to_char(app_now() + interval '4 days', 'YYYY-MM-DD') as from,
      to_char(app_now() + interval '20 days', 'YYYY-MM-DD') as until from members where id = $1`,
    [world.specialist.member],
  );
  const { key: member, from, until } = rows[0]!;
  const given = { caseKey, verb: 'assign', input: { member, why: 'other' } };
  expect(await runVerb(acts, world.clerk.actor, given)).toMatchObject({ ok: true });
  expect((await specialist.get('/account/advice')).html).not.toContain('falls due');
  await post(specialist, '/away', { from, until });
  const { html } = await specialist.get('/account/advice');
  expect(html).toContain('One question in hand falls due on these days.');
  const absence = /name="absence" value="([0-9a-z]{26})"/.exec(html)?.[1] ?? '';
  await post(specialist, '/back', { absence });
  expect((await specialist.get('/account/advice')).html).not.toContain('falls due');
});

it('whoever is not in a group changes nothing of it', async () => {
  expect((await post(outsider, `/${group}`, { weeklyCap: '90' })).status).toBe(404);
  expect((await outsider.get('/account/advice')).html).toContain('You are in no advice group');
  expect(await caps()).toEqual([2]);
});
