import { afterAll, beforeAll, expect, it } from 'vitest';
import { publishStandardForms } from '../../../src/app/forms/standard-forms.ts';
import { csrfToken } from '../../../src/http/csrf.ts';
import { addPatient, addService } from '../../support/cases.ts';
import { openSession } from '../../support/cast.ts';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';
import { type RunningApp, startApp, type TestBrowser } from '../../support/server.ts';
import { smallWorld } from '../../support/world.ts';

let database: TestDatabase;
let app: RunningApp;
let physician: TestBrowser;
let draft: () => Promise<string>;

beforeAll(async () => {
  database = await freshDatabase();
  await database.operator.as({ kind: 'operator', command: 'test' }, publishStandardForms);
  const world = await smallWorld(database);
  const service = await addService(database, world.clinic.id);
  const { key, id } = await addPatient(database, world.physician.actor);
  expect(key).toHaveLength(26);
  app = await startApp(database);
  const token = await openSession(database, world.physician.actor);
  physician = app.browser();
  physician.cookies.set('session', token);
  physician.csrf = csrfToken(app.app.config.secretKey, token);
  const begun = { kind: 'referral', form: 'general-referral', service: service.id, patient: id } as const;
  draft = async () => (await database.db.as(world.physician.actor, tx => tx.drafts.begin(begun))).key;
});
afterAll(async () => {
  await app?.stop();
  await database?.drop();
});

const form = {
  ...{ title: 'Low mood', 'a-reason': 'Please assess', urgency: 'routine', mayContact: 'yes', version: '1' },
  do: 'send',
};
const requests = async () => (await database.owner.query('select key from requests')).rows.length;

it('a physician who presses Send twice, at once or later, is led to the one request it became', async () => {
  const key = await draft();
  const send = () => physician.post(`/drafts/${key}`, { ...form, receipt: `send-${key}` });
  const clicks = await Promise.all([send(), send()]);
  clicks.push(await send());
  const led = clicks.map(page => [page.status, page.headers.get('location')?.split('?')[0]]);
  expect(led[0]).toEqual([303, expect.stringMatching(/^\/requests\/[0-9a-z]{26}$/)]);
  expect(led).toEqual([led[0], led[0], led[0]]);
  expect(await requests()).toBe(1);
});

it('another form of a draft that was sent is not led anywhere', async () => {
  const key = await draft();
  expect((await physician.post(`/drafts/${key}`, { ...form, receipt: 'the-first' })).status).toBe(303);
  expect((await physician.post(`/drafts/${key}`, { ...form, receipt: 'the-other' })).status).toBe(404);
  expect((await physician.post(`/drafts/${key}`, form)).status).toBe(404);
});
