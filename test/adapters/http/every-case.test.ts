import { afterAll, beforeAll, expect, it } from 'vitest';
import { act } from '../../support/act.ts';
import { addPatient, addService, ask } from '../../support/cases.ts';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';
import { givePassword, type RunningApp, startApp, type TestBrowser } from '../../support/server.ts';
import { smallWorld } from '../../support/world.ts';

const password = 'a sentence that is easy to keep';
let database: TestDatabase;
let app: RunningApp;
let physician: TestBrowser;
let clerk: TestBrowser;
let caseKey: string;
let requestKey: string;

async function signedIn(email: string): Promise<TestBrowser> {
  const browser = app.browser();
  expect((await browser.signIn(email, password)).status).toBe(303);
  await browser.get('/account');
  return browser;
}

beforeAll(async () => {
  database = await freshDatabase();
  const world = await smallWorld(database);
  for (const member of [world.physician, world.clerk]) await givePassword(database, member, password);
  const service = await addService(database, world.clinic.id, { type: 'econsult' });
  const patientKey = (await addPatient(database, world.physician.actor)).key;
  app = await startApp(database);
  ({ caseKey, requestKey } = await ask(app.app, world.physician.actor, { service, patientKey }));
  physician = await signedIn(world.physician.email);
  clerk = await signedIn(world.clerk.email);
});
afterAll(async () => {
  await app?.stop();
  await database?.drop();
});

const on = (verb: string) => `/econsults/${caseKey}/${verb}`;
const story = async (browser: TestBrowser) => (await browser.get(`/requests/${requestKey}`)).html;
async function does(browser: TestBrowser, verb: string, fields: Record<string, string>) {
  const page = await act(browser, on(verb), fields);
  expect([verb, page.status]).toEqual([verb, 303]);
}

it('the requester reports that the patient got worse, and the receiver reviews it', async () => {
  await does(physician, 'report-worse', { text: 'Does not eat any more' });
  expect(await story(clerk)).toContain('Got worse');
  await does(clerk, 'review', { comment: 'Called the practice' });
  expect(await story(physician)).toContain('Called the practice');
});

it('a message is taken out by its own side and leaves a line', async () => {
  await does(physician, 'message', { to: 'clinical', text: 'Wrong patient, sorry' });
  const form = (await physician.get(on('strike'))).html;
  const what = /value="(words-\d+)"/.exec(form)?.[1] ?? '';
  expect((await clerk.get(on('strike'))).html).not.toContain(what);
  await does(physician, 'strike', { what, why: 'Another patient' });
  const seen = await story(clerk);
  expect(seen).not.toContain('Wrong patient, sorry');
  expect(seen).toContain('Another patient');
});

it('a call is written down in the zone of the site, and not before it was made', async () => {
  const call = { time: '9:30', how: 'phone', outcome: 'left-message' };
  const late = await act(clerk, on('log-contact'), { ...call, day: '2099-01-05' });
  expect(late.status).toBe(422);
  expect(late.html).toContain('This lies in the future.');
  await does(clerk, 'log-contact', { ...call, day: '2026-01-05' });
  expect(await story(physician)).toContain('logged a contact: Phone, Left a message');
});

it('days away must end after they begin', async () => {
  const back = await act(clerk, on('set-unavailable'), { from: '2027-01-09', until: '2027-01-05' });
  expect(back.status).toBe(422);
  expect(back.html).toContain('The last day is before the first.');
  await does(clerk, 'set-unavailable', { from: '2027-01-05', until: '2027-01-09', why: 'Travels' });
  expect(await story(physician)).toMatch(/Patient away: Jan 5(, 2027)? to Jan 9(, 2027)?</);
});

it('the receiver corrects only what it types', async () => {
  await does(clerk, 'correct-patient', { family: 'Whitcombe-Roy' });
  expect(await story(clerk)).toContain('Arden Whitcombe-Roy');
});

it('a change of urgency says why', async () => {
  const back = await act(physician, on('change-urgency'), { urgency: 'urgent' });
  expect(back.html).toContain('href="#f-reason"');
  await does(physician, 'change-urgency', { urgency: 'urgent', reason: 'Stopped eating' });
  expect(await story(clerk)).toContain('changed the urgency to urgent');
});

it('a lead passes the question to a colleague of the site', async () => {
  const form = (await physician.get(on('transfer'))).html;
  const to = /value="(member [0-9a-z]{26})"/.exec(form)?.[1] ?? '';
  await does(physician, 'transfer', { to, why: 'On leave' });
  expect(await story(physician)).toContain('transferred the case to');
});

it('a request that was entered in error is gone for the other side', async () => {
  await does(physician, 'void', { why: 'Wrong patient' });
  expect(await story(physician)).toContain('Entered in error');
  expect((await clerk.get(on('message'))).status).not.toBe(200);
});
