import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runVerb } from '../../../src/app/run-verb.ts';
import { act, hiddenOf } from '../../support/act.ts';
import { addPatient, addService, ask, type TestService } from '../../support/cases.ts';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';
import { givePassword, type RunningApp, startApp, type TestBrowser } from '../../support/server.ts';
import { smallWorld } from '../../support/world.ts';

const password = 'a sentence that is easy to keep';
let database: TestDatabase;
let app: RunningApp;
let world: Awaited<ReturnType<typeof smallWorld>>;
let group: TestService;
let patientKey: string;
let physician: TestBrowser;
let outsider: TestBrowser;
/** An eConsult just asked. */
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
  world = await smallWorld(database);
  for (const member of [world.physician, world.outsider]) await givePassword(database, member, password);
  group = await addService(database, world.clinic.id, { type: 'econsult', name: 'Psychiatry advice' });
  patientKey = (await addPatient(database, world.physician.actor)).key;
  app = await startApp(database);
  physician = await signedIn(world.physician.email);
  outsider = await signedIn(world.outsider.email);
});
beforeEach(async () => {
  const service = group;
  ({ caseKey, requestKey } = await ask(app.app, world.physician.actor, { service, patientKey }));
});
afterAll(async () => {
  await app?.stop();
  await database?.drop();
});

const events = async () => {
  const { rows } = await database.owner.query<{ type: string }>(
    'select e.type from case_events e join cases c on c.id = e.case_id where c.key = $1 order by seq',
    [caseKey],
  );
  return rows.map(row => row.type);
};

describe('the page of a verb', () => {
  it('shows whose case it is, who holds it, and what the verb must carry', async () => {
    const { status, html } = await physician.get(`/econsults/${caseKey}/message`);
    expect(status).toBe(200);
    for (const said of ['Arden Whitcombe', 'Who holds it', 'Somerset Clinic', 'Message', 'name="turn"'])
      expect(html).toContain(said);
    expect(html).not.toContain('9876 543 217');
  });

  it('runs the verb and leads to the story', async () => {
    const sent = await act(physician, `/econsults/${caseKey}/message`, { to: 'clinical', text: 'Hello' });
    expect([sent.status, sent.headers.get('location')]).toEqual([
      303,
      `/requests/${requestKey}?done=message#latest`,
    ]);
    expect(await events()).toEqual(['asked', 'question', 'messaged']);
  });

  it('does it once for two clicks', async () => {
    const url = `/econsults/${caseKey}/message`;
    const form = { ...hiddenOf(await physician.get(url)), to: 'clinical', text: 'Hello' };
    const clicks = await Promise.all([physician.post(url, form), physician.post(url, form)]);
    expect(clicks.map(({ status }) => status)).toEqual([303, 303]);
    expect(await events()).toEqual(['asked', 'question', 'messaged']);
  });

  it('says beside the field what is missing and keeps what was typed', async () => {
    const back = await act(physician, `/econsults/${caseKey}/message`, {
      to: 'clinical',
      answerWanted: 'yes',
    });
    expect(back.status).toBe(422);
    expect(back.html).toContain('href="#f-text"');
    expect(back.html).toMatch(/name="answerWanted"[^>]*checked|checked[^>]*name="answerWanted"/);
  });

  it('shows HTML in what was typed as text', async () => {
    const text = '<img src=x onerror=alert(1)>'.repeat(1_000);
    const back = await act(physician, `/econsults/${caseKey}/message`, { to: 'clinical', text });
    expect(back.status).toBe(422);
    expect(back.html).toContain('&lt;img src=x onerror=alert(1)>');
    expect(back.html).not.toContain('<img src=x');
  });

  it('is not there for a stranger, who leaves a row', async () => {
    const url = `/econsults/${caseKey}/message`;
    expect((await outsider.get(url)).status).toBe(404);
    await outsider.get('/account');
    expect((await outsider.post(url, { to: 'clinical', text: 'Hello' })).status).toBe(404);
    const { rows } = await database.owner.query(
      `select act, what, result::text from audit where member = $1 and result <> 'o' order by id`,
      [world.outsider.member],
    );
    expect(rows).toEqual([
      { act: 'open', what: 'case', result: 'd' },
      { act: 'message', what: 'case', result: 'd' },
    ]);
  });

  it('knows no verb that does not exist, nor one of the other type', async () => {
    for (const url of [`/econsults/${caseKey}/explode`, `/referrals/${caseKey}/message`])
      expect((await physician.get(url)).status).toBe(404);
  });
});

describe('a form that came too late', () => {
  it('comes back with who did what meanwhile, keeps its typing, and may be sent anyway', async () => {
    const url = `/econsults/${caseKey}/message`;
    const form = { ...hiddenOf(await physician.get(url)), to: 'clinical', text: 'Any news?' };
    const { rows } = await database.owner.query<{ key: string }>('select key from members where id = $1', [
      world.specialist.member,
    ]);
    const input = { member: rows[0]!.key, why: 'next-in-turn' };
    const assigned = await runVerb(app.app, world.clerk.actor, { caseKey, verb: 'assign', input });
    expect(assigned.ok).toBe(true);

    const back = await physician.post(url, form);
    expect(back.status).toBe(409);
    for (const said of ['Maya Singh assigned it to Jean Tremblay, next in turn', 'Any news?', 'Send anyway'])
      expect(back.html).toContain(said);
    const again = await physician.post(url, { ...form, ...hiddenOf(back) });
    expect(again.status).toBe(303);
  });
});
