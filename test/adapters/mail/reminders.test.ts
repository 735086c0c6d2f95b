import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/app/actor.ts';
import { readChoices } from '../../../src/app/people/message-choices.ts';
import { realClock } from '../../../src/app/ports/clock.ts';
import type { Mail } from '../../../src/app/ports/mailer.ts';
import { runVerb } from '../../../src/app/run-verb.ts';
import { takeBounce } from '../../../src/app/take-bounce.ts';
import { visitMark } from '../../../src/app/tokens.ts';
import type { Contact } from '../../../src/domain/patient/contact.ts';
import { passes } from '../../support/busy-clinic.ts';
import { addPatient, addService, appOn, ask, type TestService } from '../../support/cases.ts';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';
import { deliver, type PostOffice, postOffice } from '../../support/post-office.ts';
import { smallWorld } from '../../support/world.ts';

let t: TestDatabase;
let world: Awaited<ReturnType<typeof smallWorld>>;
let visits: TestService;
let patientKey: string;
let post: PostOffice;
let texts: Mail[] = [];
const texter = { send: async (mail: Mail) => void texts.push(mail), close: async () => {} };
const app = () => ({ ...appOn(t), mailer: post.mailer, texter, clock: realClock });

/** A demo database, whose clock of cases can be moved. */
beforeAll(async () => {
  t = await freshDatabase({ demo: true });
  world = await smallWorld(t);
  visits = await addService(t, world.clinic.id, { name: 'Mood clinic' });
  patientKey = (await addPatient(t, world.physician.actor)).key;
});
afterAll(() => t.drop());
beforeEach(async () => {
  post = await postOffice();
  texts = [];
});
afterEach(async () => {
  await post.stop();
  await t.owner.query("delete from jobs; update messages set state = 'stopped' where state = 'waiting'");
});

const day = 86_400_000;
const caseNow = () => t.db.as({ kind: 'visitor' }, async tx => Date.parse(tx.now));
async function does(caseKey: string, verb: string, input: Record<string, unknown> = {}) {
  const outcome = await runVerb(appOn(t), world.clerk.actor, { caseKey, verb, input });
  if (!outcome.ok) throw new Error(`${verb}: ${JSON.stringify(outcome)}`);
}
async function booked(days: number) {
  const sent = await ask(appOn(t), world.physician.actor, { service: visits, patientKey });
  await does(sent.caseKey, 'accept');
  const start = new Date((await caseNow()) + days * day).toISOString();
  const visit = { label: 'initial-visit', start, length: '50', medium: 'in-person', place: 'Room 4' };
  await does(sent.caseKey, 'book', visit);
  await deliver(app());
  post.received.length = 0;
  return { ...sent, start, visit };
}
const refer = () => ask(appOn(t), world.physician.actor, { service: visits, patientKey });
const byMail = () => post.received.filter(({ to }) => to === 'arden@example.test');
/** As the timer does. */
async function look() {
  await t.db.as({ kind: 'job', case: null }, tx => tx.jobs.add({ kind: 'remind-visits', payload: {} }));
  await deliver(app());
}
const reminders = (reference: string) =>
  post.received.filter(({ subject, raw }) => /visit is coming/.test(subject) && raw.includes(reference));

describe('a visit', () => {
  it('is told a week and two days before, each once, with a calendar file and what to say', async () => {
    const { reference, start } = await booked(10);
    await look();
    expect(reminders(reference)).toEqual([]);
    await passes(t, 4 * 24);
    await look();
    await look();
    const [week, ...more] = reminders(reference);
    expect(more).toEqual([]);
    expect(week!.raw).toContain('To say that you will come');
    expect(week!.raw).toContain(`?to=confirm&visit=${visitMark(start)}`);
    expect(week!.raw).toContain('text/calendar');
    for (const secret of ['Room 4', 'Somerset', 'Mood', 'Arden'])
      expect(week!.raw.replace(/^To: .*$/m, '')).not.toContain(secret);
    const parts = week!.raw.split(/\r?\n\r?\n/).map(part => Buffer.from(part, 'base64').toString());
    const calendar = [week!.raw, ...parts].find(part => part.includes('BEGIN:VCALENDAR'))!;
    expect(calendar).toContain(`DTSTART:${start.slice(0, 19).replace(/[-:]/g, '')}Z`);
    expect(calendar).not.toContain('LOCATION');
    await passes(t, 5 * 24);
    await look();
    expect(reminders(reference)).toHaveLength(2);
  });

  it('that was booked for tomorrow is not told again, nor one that moved', async () => {
    const soon = await booked(1);
    const moved = await booked(8);
    await passes(t, 2);
    await look();
    expect(reminders(soon.reference)).toEqual([]);
    await passes(t, 30);
    await post.close();
    await look();
    await does(moved.caseKey, 'unbook', { why: 'The room is closed' });
    await post.open();
    await t.owner.query('update jobs set run_after = now()');
    await deliver(app());
    expect(reminders(moved.reference)).toEqual([]);
    const { rows } = await t.owner.query("select why from messages where why = 'visit-moved'");
    expect(rows).toHaveLength(1);
  });
});

/** What the worklist of somebody shows instead of the status. */
async function flagOf(actor: Actor, caseKey: string) {
  const { rows } = await t.db.as(actor, tx => tx.worklists.page('needs-me', { limit: 100 }));
  return rows.find(one => one.caseKey === caseKey)?.flag ?? null;
}

describe('a visit that is off', () => {
  const later = async () => {
    await passes(t, 5 * 24);
    await t.db.as({ kind: 'job', case: null }, tx => tx.jobs.add({ kind: 'ask-later', payload: {} }));
    await deliver(app());
  };
  const off = async (verb: string, input: Record<string, unknown>) => {
    const { caseKey } = await booked(20);
    await does(caseKey, verb, input);
    await deliver(app());
    return caseKey;
  };
  const why = { why: 'The room is closed' };

  it('is told by phone when nobody opens the news, by whoever holds the case', async () => {
    const cases = [
      await off('unbook', why),
      await off('decline', { reason: 'no-capacity', noneExists: 'on' }),
    ] as const;
    expect(await flagOf(world.clerk.actor, cases[0])).toBe(null);
    await later();
    await later();
    expect(await flagOf(world.clerk.actor, cases[0])).toBe('tell-by-phone');
    expect(await flagOf(world.physician.actor, cases[1])).toBe('tell-by-phone');
    const { rows } = await t.owner.query(
      "select from case_events e join cases c on c.id = e.case_id where e.type = 'not-read' and c.key = any ($1)",
      [cases],
    );
    expect(rows).toHaveLength(2);
    await does(cases[0], 'review');
    expect(await flagOf(world.clerk.actor, cases[0])).toBe(null);
  });

  it('is not, when they opened it, were called, knew already or have another time', async () => {
    const opened = await off('unbook', why);
    await t.owner.query(
      `update messages m set state = 'opened' from cases c
       where c.id = m.case_id and c.key = $1 and m.link_id is not null and m.state = 'sent'`,
      [opened],
    );
    const called = await off('unbook', why);
    const when = new Date(await caseNow()).toISOString();
    await does(called, 'log-contact', { when, how: 'phone', outcome: 'reached' });
    const knew = await off('unbook', { ...why, told: true });
    const moved = await off('unbook', why);
    const start = new Date((await caseNow()) + 30 * day).toISOString();
    await does(moved, 'book', { label: 'initial-visit', start, length: '50', medium: 'phone' });
    await later();
    for (const one of [opened, called, knew, moved])
      expect(await flagOf(world.clerk.actor, one)).not.toBe('tell-by-phone');
  });
});

describe('a message that comes back', () => {
  it('after days is work of the office that sent it, once, however often it is reported', async () => {
    const { caseKey } = await booked(30);
    const { rows } = await t.owner.query<{ id: string }>(
      `select m.message_id as id from messages m join cases c on c.id = m.case_id
       where c.key = $1 and m.link_id is not null and m.state = 'sent' order by m.id desc limit 1`,
      [caseKey],
    );
    const report = (id: string) =>
      takeBounce(
        t.operator,
        `Action: failed\nStatus: 5.1.1\n\nContent-Type: text/rfc822-headers\n\nMessage-ID: <${id}>\n`,
      );
    expect(await report(rows[0]!.id)).toBe('told');
    expect(await report(rows[0]!.id)).toBe('known');
    expect(await report('never@made.test')).toBe('known');
    expect(await takeBounce(t.operator, 'Subject: I am away')).toBe('no-report');
    await deliver(app());
    expect(await flagOf(world.physician.actor, caseKey)).toBe('link-closed');
  });
});

it('a patient without e-mail who agreed to texts is told on the phone, until that is taken back', async () => {
  const keep = (change: Partial<Contact>) =>
    t.db.as(world.physician.actor, async tx => {
      const { id, version, ...record } = (await tx.patients.byKey(patientKey))!;
      const contacts = record.contacts.map(one => ({ ...one, ...change }));
      await tx.patients.change(id, version, { ...record, contacts });
    });
  const [agreed, before] = [{ textConsent: 'yes' as const }, { phone: '519-555-0142' }];
  await keep({ ...before, ...agreed, emailConsent: 'not-asked' });
  const { caseKey, reference } = await refer();
  await deliver(app());
  expect(byMail()).toEqual([]);
  expect(texts.map(({ to, reference: of }) => [to, of])).toEqual([['519-555-0142', reference]]);
  // On their page there is no mail to choose, and texts are chosen already.
  const { rows } = await t.owner.query<{ link: number; request: number }>(
    "select id as link, request_id as request from links where kind = 'patient' order by id desc limit 1",
  );
  const chosen = await readChoices(appOn(t), { kind: 'patient', ...rows[0]! });
  expect(chosen).toMatchObject({ mail: false, own: { channel: 'sms', smsTo: '519-555-0142' } });
  await keep({ textConsent: 'no' });
  await does(caseKey, 'accept');
  await deliver(app());
  expect(texts).toHaveLength(1);
  await keep({ ...agreed, emailConsent: 'yes' });
  await deliver(app());
  await refer();
  await deliver(app());
  expect([byMail().length, texts.length]).toEqual([1, 1]);
});
