import { afterAll, beforeAll, expect, it } from 'vitest';
import { runVerb } from '../../../src/app/run-verb.ts';
import { addPatient, addService, arden, ask } from '../../support/cases.ts';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';
import { type RunningApp, startApp } from '../../support/server.ts';
import { smallWorld } from '../../support/world.ts';

let t: TestDatabase;
let app: RunningApp;

beforeAll(async () => {
  t = await freshDatabase({ demo: true });
  app = await startApp(t);
});
afterAll(async () => {
  await app?.stop();
  await t?.drop();
});

const texts = (html: string) =>
  [...html.matchAll(/<article[\s\S]*?<\/article>/g)].map(([article]) => article);

it('a demonstration shows each message once, in its language, with a link that opens the page', async () => {
  const world = await smallWorld(t);
  const service = await addService(t, world.clinic.id);
  const contacts = arden.contacts.map(contact => ({ ...contact, language: 'fr' as const }));
  const patient = await addPatient(t, world.physician.actor, { contacts });
  const { caseKey } = await ask(app.app, world.physician.actor, { service, patientKey: patient.key });
  await runVerb(app.app, world.clerk.actor, { caseKey, verb: 'accept', input: {} });
  const browser = app.browser();
  const sent = async () => (await t.owner.query("select from messages where state = 'sent'")).rows.length;
  await expect.poll(sent, { timeout: 10_000 }).toBe(4);
  const mails = texts((await browser.get('/demo/mailbox')).html);
  expect(new Set(mails.map(mail => /class="code[^"]*">([^<]+)/.exec(mail)![1])).size).toBe(4);
  const toPatient = mails.filter(mail => mail.includes('arden@example.test'));
  expect(toPatient).toHaveLength(2);
  expect(toPatient[0]).toContain('Du nouveau au sujet de votre demande');
  const link = /href="(\/p\/[^"]+)"/.exec(toPatient[0]!)![1]!;
  expect(toPatient[1]).toContain(link);
  expect((await browser.get(link)).status).toBe(200);
  expect((await browser.post(link, { birthDate: '1992-02-03' })).status).toBe(303);
  const after = texts((await app.browser().get('/demo/mailbox')).html);
  expect(after.filter(mail => mail.includes('link was opened'))).toHaveLength(2);
});

it('does not exist elsewhere', async () => {
  const real = await freshDatabase();
  const other = await startApp(real);
  expect((await other.browser().get('/demo/mailbox')).status).toBe(404);
  await other.stop();
  await real.drop();
});
