import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { chaseDue } from '../../../src/app/chase.ts';
import { indexDirectory } from '../../../src/app/directory/import-directory.ts';
import { publishStandardForms } from '../../../src/app/forms/standard-forms.ts';
import { readRequest } from '../../../src/app/read-request.ts';
import { runVerb } from '../../../src/app/run-verb.ts';
import { hiddenOf } from '../../support/act.ts';
import { ledTo, unseenOf } from '../../support/asking.ts';
import { addPatient, addService, ask, type TestService } from '../../support/cases.ts';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';
import { type PostOffice, postOffice } from '../../support/post-office.ts';
import { givePassword, type RunningApp, startApp, type TestBrowser } from '../../support/server.ts';
import { addMember, addSite, smallWorld, type TestMember } from '../../support/world.ts';

const password = 'a long enough passphrase';

let t: TestDatabase;
let app: RunningApp;
let post: PostOffice;
let world: Awaited<ReturnType<typeof smallWorld>>;
let visits: TestService;
let near: TestService;
let virtual: TestService;
let advice: TestService;
let nearClerk: TestMember;
let physician: TestBrowser;

beforeAll(async () => {
  t = await freshDatabase({ demo: true });
  world = await smallWorld(t);
  visits = await addService(t, world.clinic.id);
  const nearSite = await addSite(t, 'River Clinic');
  nearClerk = await addMember(t, nearSite.id, { name: 'Nell Near', roles: ['clerk'] });
  near = await addService(t, nearSite.id, { name: 'Mood clinic' });
  virtual = await addService(t, (await addSite(t, 'Far Clinic')).id, { name: 'Mood programme' });
  advice = await addService(t, world.clinic.id, { type: 'econsult', name: 'Mood advice' });
  await describePlaces(nearSite.id);
  await t.operator.as({ kind: 'operator', command: 'test' }, async tx => {
    await publishStandardForms(tx);
    await indexDirectory(tx);
  });
  post = await postOffice();
  app = await startApp(t, { SMTP_URL: post.url, TRUST_PROXY: 'loopback' });
  await givePassword(t, world.physician, password);
  physician = app.browser();
  await physician.signIn(world.physician.email, password);
});
afterEach(() => {
  post.received.length = 0;
});
afterAll(async () => {
  await app?.stop();
  await post?.stop();
  await t?.drop();
});

async function describePlaces(nearSite: number): Promise<void> {
  await t.owner.query(
    `insert into fsa_centres (fsa, latitude, longitude) values ('N1H', 43.55, -80.26) on conflict do nothing`,
  );
  await t.owner.query("update sites set latitude = 43.6, longitude = -80.26, city = 'Elora' where id = $1", [
    nearSite,
  ]);
  await t.owner.query(
    `update services set languages = '{en,fr}', usual_median = 21, usual_ninetieth = 40, usual_people = 30,
       usual_at = current_date where id = $1`,
    [near.id],
  );
  await t.owner.query("update services set modes = '{virtual}' where id = $1", [virtual.id]);
}

interface Sent {
  caseKey: string;
  requestKey: string;
  reference: string;
}

async function does(caseKey: string, verb: string, input: object, actor = world.clerk.actor) {
  const outcome = await runVerb(app.app, actor, { caseKey, verb, input: input as Record<string, unknown> });
  if (!outcome.ok) throw new Error(`${verb}: ${JSON.stringify(outcome)}`);
}

async function declined(): Promise<Sent> {
  const patient = await addPatient(t, world.physician.actor);
  const sent = await ask(app.app, world.physician.actor, { service: visits, patientKey: patient.key });
  await does(sent.caseKey, 'decline', { reason: 'no-capacity', suggested: near.key });
  return sent;
}

/** The physician offers both clinics on the page of the verb. */
async function offer({ caseKey }: Sent) {
  const url = `/referrals/${caseKey}/shortlist`;
  const page = await physician.get(url);
  const fields = { look: 'mood', comment: 'Both are good.', services: [near.key, virtual.key] };
  return { page, answer: await physician.post(url, { ...hiddenOf(page), ...fields }) };
}

/** The patient opens the page by the link of the latest message. */
async function patientOf({ reference }: Sent): Promise<TestBrowser> {
  const mine = () =>
    post.received.findLast(
      one =>
        one.to === 'arden@example.test' &&
        `${one.subject}`.includes(`Please answer: your request ${reference}`),
    );
  await expect.poll(() => mine() !== undefined, { timeout: 10_000 }).toBe(true);
  for (const named of ['River', 'Mood', 'Far Clinic']) expect(mine()!.raw).not.toContain(named);
  const browser = app.browser({ 'x-forwarded-for': `10.1.0.${Math.floor(Math.random() * 250) + 1}` });
  const link = new URL(mine()!.link).pathname;
  await browser.get(link);
  await browser.post(link, { birthDate: '1992-02-03' });
  return browser;
}

const hidden = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
const formOf = (html: string) => ({ case: hidden(html, 'case'), ...hiddenOf({ html }) });

async function casesOf({ requestKey }: Sent, actor = world.physician.actor) {
  return (await readRequest(app.app, actor, requestKey))?.cases ?? [];
}

describe('a requester who offers the patient a choice', () => {
  it('finds the services by the directory, the suggested one ticked, and is told when fewer than two are', async () => {
    const sent = await declined();
    const url = `/referrals/${sent.caseKey}/shortlist`;
    const page = await physician.get(url);
    expect(page.html).toContain('Offer the patient a choice');
    expect(page.html).toContain(`value="${near.key}" checked`);
    const drawn = await physician.post(url, {
      ...hiddenOf(page),
      ...{ look: 'mood', comment: '', services: [near.key], again: 'search' },
    });
    expect(drawn.html).toContain('Mood programme');
    expect(drawn.html).not.toContain(advice.key);
    const one = await physician.post(url, {
      ...hiddenOf(drawn),
      ...{ look: 'mood', comment: '', services: [near.key] },
    });
    expect(one.status).toBe(422);
    expect(one.html).toContain('Choose two to five services.');
  });

  it('sees that the patient is choosing, and the clinic that declined reads nothing later', async () => {
    const sent = await declined();
    const { answer } = await offer(sent);
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      `/requests/${sent.requestKey}?done=shortlist#latest`,
    ]);
    const story = (await physician.get(`/requests/${sent.requestKey}`)).html;
    expect(story).toContain('Choice offered to the patient');
    expect(story).toContain('offered the patient a choice of 2 services: Mood clinic, Mood programme');
    const [before] = await casesOf(sent, world.clerk.actor);
    expect(before?.state.status).toBe('declined');
    expect(before?.events.map(one => one.type)).not.toContain('shortlisted');
  });

  it('takes a referral that nobody has answered yet from the clinic', async () => {
    const patient = await addPatient(t, world.physician.actor);
    const sent = await ask(app.app, world.physician.actor, { service: visits, patientKey: patient.key });
    await offer(sent);
    const rows = await t.db.as(world.clerk.actor, tx => tx.worklists.page('needs-me', { limit: 100 }));
    expect(rows.rows.map(row => row.caseKey)).not.toContain(sent.caseKey);
  });
});

describe('a patient with a choice', () => {
  it('compares the places and chooses: the clinic has the whole question, and nobody typed it again', async () => {
    const sent = await declined();
    await offer(sent);
    const browser = await patientOf(sent);
    const { html } = await browser.get('/p');
    for (const told of ['You can choose where you go', 'Mood clinic', 'River Clinic, Elora', 'About 6 km'])
      expect(html, told).toContain(told);
    for (const told of ['3 weeks', 'English, French', 'By phone or video', 'Both are good.', 'None of these'])
      expect(html, told).toContain(told);
    expect(html).not.toContain('Please assess');
    const form = { ...formOf(html), service: near.key };
    const chosen = await browser.post('/p/choose', form);
    expect(chosen.headers.get('location')).toBe('/p?done=choose');
    expect((await browser.get('/p?done=choose')).html).toContain(
      'We sent your request to the place you chose.',
    );
    // A second press on the same form leads to the same place, not to another referral.
    expect((await browser.post('/p/choose', form)).headers.get('location')).toBe('/p?done=choose');
    const [first, second, ...more] = await casesOf(sent);
    expect(more).toEqual([]);
    expect([first?.state.status, second?.state.status]).toEqual(['redirected', 'sent']);
    const [there] = await casesOf(sent, nearClerk.actor);
    const question = (cases: typeof first) => cases?.events.find(one => one.type === 'question')?.body;
    expect(question(there)).toMatchObject({ question: expect.stringContaining('Please assess') });
    expect(question(there)).toEqual(question(first));
    expect(there?.state.requester).toEqual(first?.state.requester);
    expect((await physician.get(`/requests/${sent.requestKey}`)).html).toContain('chose Mood clinic');
  });

  it('cannot choose what was not offered, nor a place that has closed since', async () => {
    const sent = await declined();
    await offer(sent);
    const browser = await patientOf(sent);
    const form = formOf((await browser.get('/p')).html);
    expect((await browser.post('/p/choose', { ...form, service: visits.key })).status).toBe(409);
    await t.owner.query('update services set accepting = false where id = $1', [near.id]);
    const closed = await browser.post('/p/choose', { ...form, service: near.key });
    await t.owner.query('update services set accepting = true where id = $1', [near.id]);
    expect(closed.status).toBe(409);
    expect(closed.html).toContain('Please choose another one.');
    expect((await casesOf(sent)).map(one => one.state.status)).toEqual(['shortlisted']);
  });

  it('wants none of these: it is the step of the office again, and in French the page says so', async () => {
    const sent = await declined();
    await offer(sent);
    const browser = await patientOf(sent);
    await browser.get('/language/fr?back=/p');
    const page = await browser.get('/p/choose-none');
    expect(page.html).toContain('Je ne veux aucun de ces lieux');
    const answer = await browser.post('/p/choose-none', { ...formOf(page.html), why: 'Trop loin' });
    expect(answer.headers.get('location')).toBe('/p?done=choose-none');
    const after = (await browser.get('/p?done=choose-none')).html;
    expect(after).toContain('Nous avons dit à votre médecin');
    expect(after).not.toContain('Je choisis ce lieu');
    const [one] = await casesOf(sent);
    expect(one?.state.hold).toMatchObject({ accountable: { side: 'requester' }, next: 'send-on' });
    expect((await physician.get(`/requests/${sent.requestKey}`)).html).toContain('Trop loin');
  });

  it('does not choose in time: the office decides, and the clock does it without anybody', async () => {
    const sent = await declined();
    await offer(sent);
    await t.owner.query("update installation set clock_offset = clock_offset + interval '12 days'");
    const due = async () => (await casesOf(sent))[0]?.state.hold?.accountable.side;
    await chaseDue(app.app);
    await expect.poll(due, { timeout: 10_000 }).toBe('requester');
    expect((await physician.get(`/requests/${sent.requestKey}`)).html).toContain('passed the choice back');
  });
});

describe('a requester who lets the patient choose before anything is sent', () => {
  /** Two services are chosen and offered on the pages of a draft. */
  async function proposes(): Promise<Sent> {
    const { id: patient } = await addPatient(t, world.physician.actor);
    const begun = { kind: 'econsult', patient, question: 'Please assess her mood' } as const;
    const draft = await t.db.as(world.physician.actor, tx => tx.drafts.begin(begun));
    const url = `/drafts/${draft.key}`;
    const search = await physician.get(`${url}/options`);
    expect(search.html).toContain('Mood programme');
    expect(search.html).not.toContain(advice.key);
    expect((await physician.post(`${url}/options`, { look: 'mood', services: near.key })).status).toBe(422);
    const services = [near.key, virtual.key];
    expect(ledTo(await physician.post(`${url}/options`, { look: 'mood', services }))).toBe(url);
    expect((await physician.get(url)).html).toContain('The patient chooses among these 2 services.');
    const answer = await physician.post(url, {
      ...(await unseenOf(physician, url)),
      ...{ title: 'Low mood', 'a-reason': 'Please assess her mood', urgency: 'routine', mayContact: 'yes' },
      ...{ 'a-work': 'reduced', 'a-safety-now': 'no-concern' },
      ...{ forPatient: 'Both are good.', do: 'send' },
    });
    const { rows } = await t.owner.query<Sent>(
      `select c.key as "caseKey", r.key as "requestKey", r.reference from cases c join requests r on r.id = c.request_id
       where r.key = $1`,
      [/[0-9a-z]{26}/.exec(ledTo(answer))?.[0]],
    );
    return rows[0]!;
  }

  /** Who has a part in the request, and the site on the other side. */
  const parties = async ({ requestKey }: Sent) => {
    const { rows } = await t.owner.query(
      `select a.party, a.side, a.other from case_access a join requests r on r.id = a.request_id
       where r.key = $1 and a.side <> 'system' order by a.case_id, a.side desc`,
      [requestKey],
    );
    return rows.map(({ party, side, other }) => [String(party).replace(/^request:.*/, ''), side, other]);
  };

  it('asks nobody but the patient; whom they choose sees a request that begins then, the other never any', async () => {
    const sent = await proposes();
    const mine = `site:${world.practice.id}`;
    expect(await parties(sent)).toEqual([
      [mine, 'requester', null],
      ['', 'patient', null],
    ]);
    const story = (await physician.get(`/requests/${sent.requestKey}`)).html;
    expect(story).toContain('let the patient choose among 2 services first: Mood clinic, Mood programme');
    const browser = await patientOf(sent);
    const { html } = await browser.get('/p');
    for (const told of ['You can choose where you go', 'About 6 km', '3 weeks', 'Both are good.'])
      expect(html, told).toContain(told);
    expect(html).not.toContain('Your doctor asked a clinic to see you');
    await browser.post('/p/choose', { ...formOf(html), service: near.key });
    expect((await casesOf(sent)).map(one => one.state.status)).toEqual(['redirected', 'sent']);
    const [there, ...more] = await casesOf(sent, nearClerk.actor);
    expect([there?.state.status, more]).toEqual(['sent', []]);
    expect(there?.events.find(one => one.type === 'question')?.body).toMatchObject({
      question: 'Please assess her mood',
    });
    const nearSite = nearClerk.actor.site;
    expect(await parties(sent)).toEqual([
      [mine, 'requester', null],
      ['', 'patient', null],
      [mine, 'requester', nearSite],
      [`site:${nearSite}`, 'receiver', world.practice.id],
      ['', 'patient', null],
    ]);
  });
});
