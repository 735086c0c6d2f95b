import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/app/actor.ts';
import { makeLetter, renewLinks } from '../../../src/app/patient/patient-letter.ts';
import { runVerb } from '../../../src/app/run-verb.ts';
import { addPatient, addService, ask, type TestService } from '../../support/cases.ts';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';
import { type PostOffice, postOffice } from '../../support/post-office.ts';
import {
  givePassword,
  type Page,
  type RunningApp,
  startApp,
  type TestBrowser,
} from '../../support/server.ts';
import { addSite, smallWorld } from '../../support/world.ts';

let t: TestDatabase;
let app: RunningApp;
let post: PostOffice;
let world: Awaited<ReturnType<typeof smallWorld>>;
let visits: TestService;
let next: TestService;

beforeAll(async () => {
  t = await freshDatabase();
  world = await smallWorld(t);
  await t.owner.query("update sites set phone = '519-555-0177' where id = $1", [world.clinic.id]);
  visits = await addService(t, world.clinic.id, { name: 'Depression assessment' });
  next = await addService(t, (await addSite(t, 'Second Clinic')).id, { name: 'Group therapy' });
  post = await postOffice();
  app = await startApp(t, { SMTP_URL: post.url, TRUST_PROXY: 'loopback' });
});
afterEach(() => {
  post.received.length = 0;
});
afterAll(async () => {
  await app?.stop();
  await post?.stop();
  await t?.drop();
});

const acts = () => app.app;
let browsers = 0;
/** Each from an address of its own, because tries are counted by it. */
const newBrowser = () => app.browser({ 'x-forwarded-for': `10.0.0.${++browsers}` });
const start = new Date(Date.now() + 20 * 86_400_000).toISOString();
const booking = {
  ...{ label: 'initial-visit', start, length: '50', medium: 'in-person', place: 'Room 4' },
  instructions: 'Bring your <b>health card</b>',
};

async function does(
  caseKey: string,
  verb: string,
  input: Record<string, unknown> = {},
  actor = world.clerk.actor,
) {
  const outcome = await runVerb(acts(), actor, { caseKey, verb, input });
  if (!outcome.ok) throw new Error(`${verb}: ${JSON.stringify(outcome)}`);
}

/** The link in the patient's latest message about a request, once the app has sent all it had to send. */
async function linkNow(reference: string, subject = 'Please answer'): Promise<string> {
  const mine = () =>
    post.received.findLast(one => one.to === 'arden@example.test' && one.raw.includes(reference));
  await expect.poll(waiting, { timeout: 10_000 }).toBe(0);
  await expect.poll(() => mine()?.subject, { timeout: 10_000 }).toContain(subject);
  return new URL(mine()!.link).pathname;
}
const waiting = async () =>
  (
    await one<{ n: number }>(
      "select count(*) as n from jobs where kind in ('send-notice', 'send-mail', 'tell-sender')",
    )
  ).n;

async function booked() {
  const patient = await addPatient(t, world.physician.actor);
  const sent = await ask(acts(), world.physician.actor, { service: visits, patientKey: patient.key });
  await does(sent.caseKey, 'accept');
  await does(sent.caseKey, 'book', booking);
  return { ...sent, link: await linkNow(sent.reference) };
}

async function opened(link: string, born = '1992-02-03'): Promise<{ browser: TestBrowser; answer: Page }> {
  const browser = newBrowser();
  await browser.get(link);
  return { browser, answer: await browser.post(link, { birthDate: born }) };
}

const hidden = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
const formOf = (html: string) => ({
  case: hidden(html, 'case'),
  receipt: hidden(html, 'receipt'),
  turn: hidden(html, 'turn'),
});
async function one<T extends object>(sql: string, values: unknown[] = []): Promise<T> {
  return (await t.owner.query<T>(sql, values)).rows[0]!;
}
const everything = () =>
  one<{ n: number }>(
    `select (select count(*) from case_events) + (select count(*) from sessions) + (select count(*) from links)
      + (select coalesce(sum(wrong_dates), 0) from links) + (select count(*) from links where voided_at is not null) as n`,
  );

describe('a patient with a link', () => {
  it('sees nothing of themselves before the birth date, and a mail scanner changes nothing', async () => {
    const { link, reference } = await booked();
    const before = await everything();
    const page = await newBrowser().get(link);
    await newBrowser().get(link);
    expect(page.status).toBe(200);
    for (const secret of ['Arden', 'Whitcombe', reference, 'Somerset', 'Depression', '1992', 'Okafor'])
      expect(page.html, secret).not.toContain(secret);
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    expect(await everything()).toEqual(before);
  });

  it('gives the birth date, sees where things stand and confirms; the clinic sees Confirmed', async () => {
    const { link, caseKey, reference } = await booked();
    const { browser, answer } = await opened(link, '1992/2/3');
    expect(answer.headers.get('location')).toBe('/p');
    const page = await browser.get('/p');
    expect(page.headers.get('cache-control')).toBe('no-store');
    for (const told of ['Arden', reference, 'You have a visit on', 'Can you come?', 'Room 4', '519-555-0177'])
      expect(page.html, told).toContain(told);
    expect(page.html).toContain('&lt;b>health card&lt;/b>');
    expect(page.html).not.toContain('Please assess');
    const calendar = await browser.get('/p/calendar');
    expect(calendar.headers.get('content-type')).toContain('text/calendar');
    expect(calendar.html).toContain('BEGIN:VEVENT');
    const confirmed = await browser.post('/p/confirm', formOf(page.html));
    expect(confirmed.headers.get('location')).toBe('/p?done=confirm');
    expect((await browser.get('/p?done=confirm')).html).toContain('you will come');
    const { status } = await one<{ status: string }>(
      "select state->>'status' as status from cases where key = $1",
      [caseKey],
    );
    expect(status).toBe('confirmed');
    const { side } = await one<{ side: string }>(
      `select e.side from case_events e join cases c on c.id = e.case_id where c.key = $1 and e.type = 'confirmed'`,
      [caseKey],
    );
    expect(side).toBe('patient');
  });

  it('opens the link: what was sent counts as opened, and the story says so', async () => {
    const { link, caseKey } = await booked();
    await opened(link);
    const { rows } = await t.owner.query<{ state: string }>(
      `select n.state from notices n join cases c on c.id = n.case_id
       where c.key = $1 and recipient_kind = 'patient' order by n.id desc limit 1`,
      [caseKey],
    );
    expect(rows).toEqual([{ state: 'opened' }]);
  });

  it('presses twice, or on an old page: once is enough, and the page says that something changed', async () => {
    const { link, caseKey } = await booked();
    const { browser } = await opened(link);
    const form = formOf((await browser.get('/p')).html);
    await browser.post('/p/confirm', form);
    expect((await browser.post('/p/confirm', form)).headers.get('location')).toBe('/p?done=confirm');
    await does(caseKey, 'rebook', booking);
    const stale = await browser.post('/p/confirm', { ...form, receipt: 'another-receipt-1' });
    expect(stale.status).toBe(409);
    expect(stale.html).toContain('Something changed while you had this page open');
  });

  it('asks for another time, says that they got worse and when they are away', async () => {
    const { link, caseKey } = await booked();
    const { browser } = await opened(link);
    const ask = await browser.get('/p/ask-other-time');
    const empty = await browser.post('/p/ask-other-time', { ...formOf(ask.html), times: '' });
    expect(empty.status).toBe(422);
    expect(empty.html).toContain('Write the days and times that suit you.');
    await browser.post('/p/ask-other-time', { ...formOf(empty.html), times: 'Mondays' });
    expect((await browser.get('/p')).html).toContain('You asked for another time');
    const away = formOf((await browser.get('/p')).html);
    const wrong = await browser.post('/p/set-unavailable', {
      ...away,
      from: '2027-03-05',
      until: '2027-03-01',
    });
    expect(wrong.html).toContain('The last day is before the first.');
    const days = { ...formOf(wrong.html), from: '2027-03-01', until: '2027-03-05' };
    expect((await browser.post('/p/set-unavailable', days)).status).toBe(303);
    expect((await browser.get('/p')).html).toContain('March 1, 2027 to March 5, 2027');
    const worse = await browser.get('/p/report-worse');
    await browser.post('/p/report-worse', { ...formOf(worse.html), text: 'I sleep no more' });
    expect(await one("select state->>'flag' as flag from cases where key = $1", [caseKey])).toEqual({
      flag: 'got-worse',
    });
  });

  it('cannot come: the slot is freed and the page says what happens next', async () => {
    const { link, caseKey } = await booked();
    const { browser } = await opened(link);
    const form = formOf((await browser.get('/p/cannot-come')).html);
    await browser.post('/p/cannot-come', { ...form, why: '' });
    expect((await browser.get('/p?done=cannot-come')).html).toContain('They will give you a new date');
    expect(await one("select state->>'status' as status from cases where key = $1", [caseKey])).toEqual({
      status: 'accepted',
    });
  });

  it('is told that the clinic could not take it, and then that it was sent on', async () => {
    const { link, caseKey } = await booked();
    await does(caseKey, 'decline', {
      reason: 'no-capacity',
      suggested: next.key,
      comment: 'Full until spring',
    });
    const { browser } = await opened(link);
    const declined = (await browser.get('/p')).html;
    expect(declined).toContain('The clinic could not take it');
    expect(declined).not.toContain('Full until spring');
    await does(caseKey, 'redirect', { service: next.key }, world.physician.actor);
    const sentOn = (await browser.get('/p')).html;
    expect(sentOn).toContain('Your doctor sent it to another clinic or specialist');
    expect(sentOn).toContain('Second Clinic');
  });

  it('sees who looked at the request, and stops it', async () => {
    const { link, caseKey } = await booked();
    const { browser } = await opened(link);
    await browser.get('/p');
    const record = (await browser.get('/p/record')).html;
    expect(record).toContain('Maya Singh, Somerset Clinic');
    expect(record).toContain('You, or somebody with your link');
    const form = formOf((await browser.get('/p/withdraw')).html);
    await browser.post('/p/withdraw', { ...form, why: '' });
    expect(await one("select state->>'status' as status from cases where key = $1", [caseKey])).toEqual({
      status: 'withdrawn',
    });
  });

  it('never reads notes, questions between clinicians, or messages that are not for them', async () => {
    const { link, caseKey } = await booked();
    await does(caseKey, 'note', { text: 'CANARY note' });
    await does(caseKey, 'message', { text: 'CANARY to all', to: 'all' });
    await does(caseKey, 'message', { text: 'Bring your glasses', to: 'everyone' });
    const { browser } = await opened(link);
    const { html } = await browser.get('/p');
    expect(html).toContain('Bring your glasses');
    expect(html).not.toContain('CANARY');
  });
});

/** What the practice and the clinic find of a case on their lists of what needs them now. */
async function lists(caseKey: string) {
  const of = async (actor: Actor) => {
    const { rows } = await t.db.as(actor, tx => tx.worklists.page('needs-me', { limit: 100 }));
    const row = rows.find(one => one.caseKey === caseKey);
    return row ? (row.flag ?? row.status) : null;
  };
  return { practice: await of(world.physician.actor), clinic: await of(world.clerk.actor) };
}

/** A referral nobody has answered yet, with the patient's link. */
async function waitingReferral() {
  const { key: patientKey } = await addPatient(t, world.physician.actor);
  const sent = await ask(acts(), world.physician.actor, { service: visits, patientKey });
  return { ...sent, link: await linkNow(sent.reference, 'ES-') };
}

describe('a link in the wrong hands', () => {
  it('is the next step of the office that sent it, until the office makes a letter', async () => {
    const { link, caseKey, requestKey } = await waitingReferral();
    expect(await lists(caseKey)).toEqual({ practice: null, clinic: 'sent' });
    const browser = newBrowser();
    await browser.get(link);
    for (const day of [1, 2, 3, 4, 5]) await browser.post(link, { birthDate: `1970-01-0${day}` });
    await expect.poll(() => lists(caseKey)).toEqual({ practice: 'link-closed', clinic: 'sent' });
    const chosen = { requestKey, language: 'en' } as const;
    expect(await makeLetter(acts(), world.outsider.actor, chosen)).toBe(false);
    expect(await makeLetter(acts(), world.physician.actor, chosen)).toBe(true);
    await expect.poll(() => lists(caseKey)).toEqual({ practice: null, clinic: 'sent' });
  });

  it('is done with a new link too, and stays with the office while the clinic goes on', async () => {
    const { link, caseKey, requestKey } = await waitingReferral();
    const stranger = newBrowser();
    await stranger.get(link);
    await stranger.post(`${link}/not-me`);
    await expect.poll(() => lists(caseKey)).toEqual({ practice: 'link-closed', clinic: 'sent' });
    await does(caseKey, 'accept');
    expect(await lists(caseKey)).toEqual({ practice: 'link-closed', clinic: 'accepted' });
    expect(await renewLinks(acts(), world.physician.actor, requestKey)).toBe(true);
    await expect.poll(() => lists(caseKey)).toEqual({ practice: null, clinic: 'accepted' });
  });

  it('dies after five wrong dates, for the right one too, and the office that sent it is told', async () => {
    const { link, caseKey } = await booked();
    const browser = newBrowser();
    await browser.get(link);
    for (const left of [4, 3, 2]) {
      const page = await browser.post(link, { birthDate: `1970-01-0${left}` });
      expect(page.status).toBe(422);
      expect(page.html).toContain(`You can try ${left} more times`);
    }
    expect((await browser.post(link, { birthDate: '1970-01-01' })).html).toContain('one more time');
    expect((await browser.post(link, { birthDate: '1970-01-05' })).status).toBe(410);
    const late = await browser.post(link, { birthDate: '1992-02-03' });
    expect(late.status).toBe(410);
    expect((await newBrowser().get(link)).status).toBe(410);
    await expect
      .poll(
        async () =>
          (
            await t.owner.query<{ state: string }>(
              `select n.state from notices n join cases c on c.id = n.case_id
               where c.key = $1 and template = 'link-closed'`,
              [caseKey],
            )
          ).rows.length,
      )
      .toBe(1);
  });

  it('takes many guesses at once as one after the other', async () => {
    const { link } = await booked();
    const browser = newBrowser();
    await browser.get(link);
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, i) => browser.post(link, { birthDate: `1960-01-0${(i % 9) + 1}` })),
    );
    expect(answers.filter(page => page.status === 422)).toHaveLength(4);
    expect((await browser.post(link, { birthDate: '1992-02-03' })).status).toBe(410);
  });

  it('is not for me: it closes at once, its open page too', async () => {
    const { link } = await booked();
    const { browser } = await opened(link);
    expect((await browser.get('/p')).status).toBe(200);
    const stranger = newBrowser();
    await stranger.get(link);
    expect((await stranger.post(`${link}/not-me`)).headers.get('location')).toBe('/p/closed');
    expect((await browser.get('/p')).headers.get('location')).toBe('/p/open');
    expect((await stranger.get(link)).status).toBe(410);
  });

  it('is one page whether it was closed, is too old or was never made', async () => {
    const { link } = await booked();
    await t.owner.query("update links set expires_at = now() - interval '1 minute'");
    const old = await newBrowser().get(link);
    const guessed = await newBrowser().get(`/p/${'0'.repeat(26)}`);
    expect([old.status, guessed.status]).toEqual([410, 410]);
    const body = (html: string) => html.replace(/back=[^"]*/g, '').replace(/name="csrf" value="[^"]*"/g, '');
    expect(body(old.html)).toBe(body(guessed.html));
  });

  it('opens one request: the forms of another one are not there for it', async () => {
    const [mine, other] = [await booked(), await booked()];
    await t.owner.query("update links set expires_at = now() + interval '1 year'");
    const { browser } = await opened(mine.link);
    const form = formOf((await browser.get('/p')).html);
    const tried = await browser.post('/p/confirm', {
      ...form,
      case: other.caseKey,
      receipt: 'receipt-of-mine',
    });
    expect(tried.status).toBe(409);
    expect(await one("select state->>'status' as status from cases where key = $1", [other.caseKey])).toEqual(
      {
        status: 'booked',
      },
    );
    expect((await browser.get(`/requests/${other.requestKey}`)).status).toBe(404);
    expect(tried.html).not.toContain(other.reference);
  });

  it('is slowed down when somebody guesses', async () => {
    const browser = newBrowser();
    const statuses = new Set<number>();
    for (let i = 0; i < 80; i++)
      statuses.add((await browser.get(`/p/${String(i).padStart(26, '0')}`)).status);
    expect([...statuses].sort()).toEqual([410, 429]);
  });
});

describe('a patient without e-mail, or whose link was closed', () => {
  const password = 'a sentence that is easy to keep';
  const office = async () => {
    await givePassword(t, world.physician, password);
    const browser = newBrowser();
    expect((await browser.signIn(world.physician.email, password)).status).toBe(303);
    return browser;
  };

  it('gets a letter with a code; a second letter takes its place', async () => {
    const { requestKey } = await booked();
    const browser = await office();
    const at = `/requests/${requestKey}/letter`;
    const codeNow = async () => {
      expect((await browser.get(at)).status).toBe(200);
      expect((await browser.post(at)).status).toBe(303);
      return /[0-9A-Z]{4}(?: [0-9A-Z]{2,4}){6}/.exec((await browser.get(at)).html)![0];
    };
    const [first, second] = [await codeNow(), await codeNow()];
    const patient = newBrowser();
    await patient.get('/p/open');
    expect((await patient.post('/p/open', { code: first, birthDate: '1992-02-03' })).status).toBe(410);
    const typed = second.toLowerCase().replaceAll(' ', '-').replaceAll('0', 'o');
    expect((await patient.post('/p/open', { code: typed, birthDate: '1992-02-03' })).status).toBe(303);
    expect((await patient.get('/p')).html).toContain('Arden');
    expect((await patient.post('/p/open', { code: 'abc', birthDate: '' })).status).toBe(422);
  });

  it('gets a new link after the office has checked the address, not before', async () => {
    const { link, requestKey, caseKey, reference } = await booked();
    const stranger = newBrowser();
    await stranger.get(link);
    await stranger.post(`${link}/not-me`);
    await does(caseKey, 'rebook', booking);
    await expect.poll(waiting, { timeout: 10_000 }).toBe(0);
    const before = post.received.length;
    const browser = await office();
    expect((await browser.get(`/requests/${requestKey}/letter`)).html).toContain('is closed');
    await browser.post(`/requests/${requestKey}/letter/new-link`);
    const fresh = await linkNow(reference);
    expect(post.received.length).toBe(before + 1);
    expect(fresh).not.toBe(link);
    expect((await opened(fresh)).answer.status).toBe(303);
  });
});
