import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { act, hiddenOf } from '../../../test/support/act.ts';
import { addPatient, addService, appOn, ask, type TestService } from '../../../test/support/cases.ts';
import { makeLink } from '../../../test/support/cast.ts';
import { freshDatabase, type TestDatabase } from '../../../test/support/database.ts';
import {
  givePassword,
  type Page,
  type RunningApp,
  startApp,
  type TestBrowser,
} from '../../../test/support/server.ts';
import { addMember, smallWorld, type TestMember } from '../../../test/support/world.ts';
import type { Actor } from '../../app/actor.ts';
import { indexDirectory } from '../../app/directory/import-directory.ts';
import { readRequest } from '../../app/read-request.ts';
import { runVerb } from '../../app/run-verb.ts';
import { localDay } from '../../domain/case/deadline.ts';

const password = 'a long enough passphrase';
const zone = 'America/Toronto';

let t: TestDatabase;
let running: RunningApp;
let world: Awaited<ReturnType<typeof smallWorld>>;
let service: TestService;
let group: TestService;
let second: TestMember;
let clerk: TestBrowser;
let otherClerk: TestBrowser;
let specialist: TestBrowser;
let physician: TestBrowser;
let patientKey: string;

async function signedIn(member: TestMember): Promise<TestBrowser> {
  await givePassword(t, member, password);
  const browser = running.browser();
  expect((await browser.signIn(member.email, password)).status).toBe(303);
  return browser;
}

beforeAll(async () => {
  t = await freshDatabase({ demo: true });
  running = await startApp(t);
  world = await smallWorld(t);
  service = await addService(t, world.clinic.id);
  group = await addService(t, world.stranger.id, { name: 'Virtual group counselling' });
  await t.operator.as({ kind: 'operator', command: 'test' }, tx => indexDirectory(tx));
  second = await addMember(t, world.clinic.id, { name: 'Sam Second', roles: ['clerk'] });
  [clerk, otherClerk, specialist, physician] = [
    await signedIn(world.clerk),
    await signedIn(second),
    await signedIn(world.specialist),
    await signedIn(world.physician),
  ];
  patientKey = (await addPatient(t, world.physician.actor)).key;
});
afterAll(async () => {
  await running.stop();
  await t.drop();
});

async function sent() {
  const asked = await ask(appOn(t), world.physician.actor, { service, patientKey });
  return { ...asked, url: (verb: string) => `/referrals/${asked.caseKey}/${verb}` };
}
type Sent = Awaited<ReturnType<typeof sent>>;

async function stateOf({ requestKey }: Sent) {
  return (await readRequest(appOn(t), world.physician.actor, requestKey))!.cases[0]!.state;
}
async function done(page: Promise<Page>): Promise<void> {
  const { status, html } = await page;
  expect([status, status === 303 ? '' : html.slice(html.indexOf('<main'), 4000)]).toEqual([303, '']);
}
const inDays = (days: number) => localDay(new Date(Date.now() + days * 86_400_000).toISOString(), zone);
/** A template of the group goes behind what was typed and says what the case says; what it cannot say is asked for. */
async function completedFromTemplate(one: Sent): Promise<void> {
  const kept = { title: 'Discharge', words: 'Seen {visit}. {reference}', whose: 'group', usedFor: 'note' };
  await done(clerk.post('/standard-answers', { ...kept, do: 'keep' }));
  const page = await specialist.get(one.url('complete'));
  const again = /name="again" value="([^"]+)"/.exec(page.html)![1]!;
  const typed = { outcome: 'discharged', noNote: '', note: 'Better.' };
  const back = await act(specialist, one.url('complete'), { ...typed, again });
  const note = /<textarea[^>]*name="note"[^>]*>([^<]*)</.exec(back.html)![1]!;
  expect(note).toMatch(/^Better\.\n\nSeen \w{3}, \w{3} \d+, 10:30\. ES-/);
  const left = await act(specialist, one.url('complete'), { ...typed, note: 'For {requester} and {visit}' });
  expect(left.status).toBe(422);
  expect(left.html).toContain('replace it: {requester}, {visit}.');
  await done(act(specialist, one.url('complete'), { ...typed, note }));
}
/** The clock of cases of the demonstration, moved on. */
const moveClock = (days: number) =>
  t.owner.query("update installation set clock_offset = clock_offset + $1 * interval '1 day'", [days]);

/** What the one click on the suggested service posts, but for what goes along. */
function sendOnOf({ html }: Page): Record<string, string> {
  const form = /<form[^>]*action="[^"]*\/redirect"[\s\S]*?<\/form>/.exec(html)?.[0] ?? '';
  const service = /name="service" value="([^"]+)"/.exec(form)?.[1] ?? '';
  return { ...hiddenOf({ html: form }), service };
}

const video = (day: string) => ({
  ...{ label: 'initial-visit', day, time: '10:30', length: '45', medium: 'video', place: 'Room 4' },
  ...{ link: 'https://video.example.test/r/abc', instructions: 'Have your health card ready' },
});

describe('the course of a visit', () => {
  it('goes from triage to the note that was read, each step on its page', async () => {
    const one = await sent();
    await done(act(specialist, one.url('triage'), { priority: '2', comment: 'Soon' }));
    await done(act(clerk, one.url('accept'), { weeks: '3', comment: 'Bring the list of medicines' }));
    expect((await stateOf(one)).anticipated).toBe(inDays(21));
    const day = inDays(10);
    await done(act(clerk, one.url('book'), video(day)));
    const booked = await stateOf(one);
    expect(booked.appointment).toMatchObject({ length: 45, place: 'https://video.example.test/r/abc' });
    expect(localDay(booked.appointment!.start, zone)).toBe(day);
    const story = (await physician.get(`/requests/${one.requestKey}`)).html;
    expect(story).toMatch(/booked: [^<]*, by video</);
    expect(story).toContain('href="https://video.example.test/r/abc"');
    await done(act(clerk, one.url('confirm')));
    await moveClock(11);
    await done(act(clerk, one.url('visited')));
    await completedFromTemplate(one);
    await done(act(physician, one.url('acknowledge')));
    expect((await stateOf(one)).status).toBe('closed');
  });

  it('gives the booked visit as a calendar file without a word of health', async () => {
    const one = await sent();
    await done(act(clerk, one.url('accept')));
    const none = await clerk.get(`/referrals/${one.caseKey}/appointment.ics`);
    expect(none.headers.get('location')).toBe(`/requests/${one.requestKey}`);
    await done(act(clerk, one.url('book'), video(inDays(30))));
    for (const browser of [clerk, physician]) {
      const { status, headers, html } = await browser.get(`/referrals/${one.caseKey}/appointment.ics`);
      expect([status, headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
      expect(html).toContain(`DESCRIPTION:Reference number ${one.reference}`);
      expect(html).toContain('STATUS:TENTATIVE');
      expect(html).not.toMatch(/Depression|Low mood|Whitcombe|Somerset/i);
    }
  });
});

describe('booking', () => {
  it('says beside the day that it has passed, and keeps all that was typed', async () => {
    const one = await sent();
    await done(act(clerk, one.url('accept')));
    const page = await act(clerk, one.url('book'), { ...video('2020-02-03'), medium: 'in-person' });
    expect(page.status).toBe(422);
    expect(page.html).toContain('href="#f-day"');
    expect(page.html).toContain('Choose a time that is still to come.');
    expect(page.html).toContain('value="2020-02-03"');
    expect(page.html).toContain('Have your health card ready');
    expect(await stateOf(one)).toMatchObject({ status: 'accepted' });
  });

  it('knows a time that the clocks skip, a time that is none, and a link nobody can open', async () => {
    const one = await sent();
    await done(act(clerk, one.url('accept')));
    const year = new Date().getUTCFullYear() + 1;
    const march = Array.from({ length: 7 }, (_, i) => `${year}-03-${String(8 + i).padStart(2, '0')}`);
    const sunday = march.find(day => new Date(`${day}T12:00:00Z`).getUTCDay() === 0)!;
    const skipped = await act(clerk, one.url('book'), { ...video(sunday), time: '02:30' });
    expect(skipped.html).toContain('The clocks go forward that night');
    const wrong = { ...video(inDays(9)), time: 'noon', link: 'http://video.example.test' };
    const page = await act(clerk, one.url('book'), wrong);
    expect(page.html).toContain('This is not a time.');
    expect(page.html).toContain('A video link starts with https://');
    expect(page.html).toContain('value="noon"');
  });
});

describe('declining', () => {
  it('finds a service inside the form, and the requester sends the referral on there', async () => {
    const one = await sent();
    const first = await clerk.get(one.url('decline'));
    const typing = { reason: 'out-of-scope', comment: 'Full until spring', look: 'group counselling' };
    const hidden = hiddenOf(first);
    const found = await clerk.post(one.url('decline'), { ...hidden, ...typing, again: 'search' });
    expect(found.status).toBe(200);
    expect(found.html).toContain('Virtual group counselling');
    expect(found.html).toContain('Full until spring');
    expect(found.html).toMatch(/value="out-of-scope" checked/);
    expect(await stateOf(one)).toMatchObject({ status: 'sent' });
    await done(clerk.post(one.url('decline'), { ...hiddenOf(found), ...typing, way: group.key }));
    expect(await stateOf(one)).toMatchObject({ status: 'declined' });
    const story = await physician.get(`/requests/${one.requestKey}`);
    expect(story.html).toContain('Suggested: Virtual group counselling');
    await done(physician.post(one.url('redirect'), { ...sendOnOf(story), carry: 'question' }));
    const there = await readRequest(appOn(t), world.outsider.actor, one.requestKey);
    expect(there!.cases[0]!.events[1]!.body).toMatchObject({ question: 'Please assess' });
  });

  it('lets the requester look for another service when the suggested one has closed', async () => {
    const one = await sent();
    const closed = await addService(t, world.stranger.id, { name: 'Closing soon', accepting: false });
    await done(act(clerk, one.url('decline'), { reason: 'no-capacity', way: closed.key }));
    const story = await physician.get(`/requests/${one.requestKey}`);
    const page = await physician.post(one.url('redirect'), sendOnOf(story));
    expect(page.status).toBe(422);
    expect(page.html).toContain('This service takes no new requests now.');
    expect(page.html).toContain('name="look"');
  });

  it('without a reason keeps the typing, and for *not us* asks for a way on', async () => {
    const one = await sent();
    const nothing = await act(clerk, one.url('decline'), { comment: 'Sorry <b>not</b> here' });
    expect(nothing.status).toBe(422);
    expect(nothing.html).toContain('href="#f-reason"');
    expect(nothing.html).toContain('Sorry &lt;b>not&lt;/b> here');
    const noWay = await act(clerk, one.url('decline'), { reason: 'no-capacity', comment: 'Sorry' });
    expect(noWay.status).toBe(422);
    expect(noWay.html).toContain('Name a service that fits, or say that there is none.');
    expect(noWay.html).toContain('href="#f-way"');
    await done(act(clerk, one.url('decline'), { reason: 'no-capacity', way: 'none' }));
  });
});

describe('two people at once', () => {
  it('gives the second clerk the stale page with what they typed, and sends it when they still want to', async () => {
    const one = await sent();
    const page = await otherClerk.get(one.url('accept'));
    await done(act(clerk, one.url('ask-info'), { text: 'Since when?' }));
    const typed = { weeks: '6', comment: 'See you in spring' };
    const stale = await otherClerk.post(one.url('accept'), { ...hiddenOf(page), ...typed });
    expect(stale.status).toBe(409);
    expect(stale.html).toContain('Maya Singh asked the requester for more');
    expect(stale.html).toContain('See you in spring');
    expect(stale.html).toContain('Send anyway');
    await done(otherClerk.post(one.url('accept'), { ...hiddenOf(stale), ...typed }));
    expect((await stateOf(one)).status).toBe('accepted');
  });

  it('tells somebody who mistyped on a stale form of the change first', async () => {
    const one = await sent();
    const page = await otherClerk.get(one.url('accept'));
    await done(act(clerk, one.url('assign')));
    await done(act(clerk, one.url('ask-info'), { text: 'Since when?' }));
    const stale = await otherClerk.post(one.url('accept'), { ...hiddenOf(page), weeks: 'soon' });
    expect(stale.status).toBe(409);
    expect(stale.html).toContain('value="soon"');
  });

  it('says why a referral that was cancelled cannot be accepted', async () => {
    const one = await sent();
    const page = await clerk.get(one.url('accept'));
    await done(act(physician, one.url('cancel'), { reason: 'no-longer-needed' }));
    const refused = await clerk.post(one.url('accept'), { ...hiddenOf(page), comment: 'Welcome' });
    expect(refused.status).toBe(409);
    expect(refused.html).toContain('Welcome');
    const again = await clerk.post(one.url('accept'), { ...hiddenOf(refused), comment: 'Welcome' });
    expect(again.status).toBe(409);
    expect(again.html).toContain('This case has ended.');
  });
});

describe('what the patient wants', () => {
  async function patientOf({ requestKey }: Sent): Promise<Actor> {
    const { rows } = await t.owner.query<{ id: number }>('select id from requests where key = $1', [
      requestKey,
    ]);
    const request = rows[0]!.id;
    return { kind: 'patient', link: await makeLink(t, { kind: 'patient', request }), request };
  }
  const asPatient = async (one: Sent, verb: string, input: object = {}) => {
    const outcome = await runVerb(appOn(t), await patientOf(one), { caseKey: one.caseKey, verb, input });
    expect(outcome).toMatchObject({ ok: true });
  };

  it('stops an acceptance once they have withdrawn, in a sentence', async () => {
    const one = await sent();
    const page = await clerk.get(one.url('accept'));
    await asPatient(one, 'withdraw');
    const stale = await clerk.post(one.url('accept'), { ...hiddenOf(page), comment: 'Welcome' });
    expect([stale.status, stale.html.includes('Welcome')]).toEqual([409, true]);
    const refused = await clerk.post(one.url('accept'), { ...hiddenOf(stale), comment: 'Welcome' });
    expect(refused.html).toContain('This cannot be done where the case stands now.');
    expect(refused.html).not.toContain('Send anyway');
  });

  it('is in sight of the clerk who finds them another time', async () => {
    const one = await sent();
    await done(act(clerk, one.url('accept')));
    await done(act(clerk, one.url('book'), video(inDays(40))));
    await asPatient(one, 'ask-other-time', { times: 'Any Monday after four' });
    const page = await clerk.get(one.url('rebook'));
    expect(page.html).toContain('Any Monday after four');
    expect(page.html).toContain('value="https://video.example.test/r/abc"');
    await done(act(clerk, one.url('rebook'), { ...video(inDays(47)), time: '16 h 30' }));
    expect(await stateOf(one)).toMatchObject({ status: 'booked' });
    expect((await stateOf(one)).flag).toBeUndefined();
  });
});

describe('who may do what', () => {
  it('asks only clinicians for a priority, and says so beside it', async () => {
    const one = await sent();
    expect((await clerk.get(one.url('triage'))).html).not.toContain('name="priority"');
    const page = await act(clerk, one.url('triage'), { priority: '1' });
    expect(page.status).toBe(422);
    expect(page.html).toContain('href="#f-priority"');
  });

  it('shows no stranger any form, and writes down that they tried', async () => {
    const one = await sent();
    const outsider = await signedIn(world.outsider);
    for (const verb of ['accept', 'decline', 'book', 'cancel'])
      expect([verb, (await outsider.get(one.url(verb))).status]).toEqual([verb, 404]);
    const { rows } = await t.superuser.query(
      "select 1 from audit where result = 'd' and member = $1 and act = 'open'",
      [world.outsider.member],
    );
    expect(rows).toHaveLength(4);
  });
});
