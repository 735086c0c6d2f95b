import { afterAll, beforeAll, expect, it } from 'vitest';
import { runVerb } from '../../../src/app/run-verb.ts';
import { act, hiddenOf } from '../../support/act.ts';
import { addPatient, addService, ask } from '../../support/cases.ts';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';
import { givePassword, type RunningApp, startApp, type TestBrowser } from '../../support/server.ts';
import { smallWorld } from '../../support/world.ts';

let database: TestDatabase;
let app: RunningApp;
let physician: TestBrowser;
let specialist: TestBrowser;
let caseKey: string;
let requestKey: string;
const password = 'a sentence that is easy to keep';
const on = (page: string) => `/econsults/${caseKey}/${page}`;

/** A question to Jean Tremblay, answered by a visit that is asked for, without any task. */
beforeAll(async () => {
  database = await freshDatabase();
  const world = await smallWorld(database);
  const { clinic, clerk, physician: asker, specialist: author } = world;
  const service = await addService(database, clinic.id, { type: 'econsult', name: 'Psychiatry advice' });
  const patientKey = (await addPatient(database, asker.actor)).key;
  app = await startApp(database);
  const { rows } = await database.owner.query<{ key: string }>('select key from members where id = $1', [
    author.member,
  ]);
  ({ caseKey, requestKey } = await ask(app.app, asker.actor, { service, patientKey }));
  const input = { member: rows[0]!.key, why: 'other' };
  expect(await runVerb(app.app, clerk.actor, { caseKey, verb: 'assign', input })).toMatchObject({ ok: true });
  const signedIn = async (member: typeof asker) => {
    await givePassword(database, member, password);
    const browser = app.browser();
    expect((await browser.signIn(member.email, password)).status).toBe(303);
    return browser;
  };
  physician = await signedIn(asker);
  specialist = await signedIn(author);
  const typed = { kind: 'please-refer', text: 'Refer for ECT.', minutes: '9' };
  expect((await act(specialist, on('answer'), typed)).status).toBe(303);
});
afterAll(async () => {
  await app?.stop();
  await database?.drop();
});

it('the letter about an answer without tasks begins with its words, and does not go out with them unsaid', async () => {
  const page = await physician.get(on('patient-letter'));
  expect(page.html).toContain('The specialist suggests a visit in person.');
  expect(page.html).not.toContain('You do not need to see');
  const draft = /<textarea[^>]*name="text"[^>]*>([^<]*)</.exec(page.html)![1]!;
  expect(draft).toContain('Refer for ECT.]');
  for (const how of ['show', 'print']) {
    const back = await physician.post(on('patient-letter'), {
      ...{ receipt: hiddenOf(page).receipt, in: 'en', text: draft, do: how },
    });
    expect(back.status).toBe(422);
    expect(back.html).toContain('Refer for ECT.]');
    expect(back.html).toContain('id="f-text-e"');
  }
  expect((await physician.get(`/requests/${requestKey}`)).html).not.toContain('SAY THIS IN PLAIN WORDS');
});
