import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor, PersonActor } from '../../../src/app/actor.ts';
import { readUnreached } from '../../../src/app/people/unreached.ts';
import { realClock } from '../../../src/app/ports/clock.ts';
import type { Mail } from '../../../src/app/ports/mailer.ts';
import { runVerb } from '../../../src/app/run-verb.ts';
import { type Choices, usualChoices } from '../../../src/domain/notices/choices.ts';
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

beforeAll(async () => {
  t = await freshDatabase();
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
  await t.owner.query(
    "delete from jobs; update messages set state = 'stopped' where state = 'waiting'; delete from message_choices; delete from site_notices",
  );
});

const choose = (actor: Actor, chosen: Partial<Choices>) =>
  t.db.as(actor, tx => tx.messages.choose({ ...usualChoices, ...chosen }));
const refer = () => ask(appOn(t), world.physician.actor, { service: visits, patientKey });
async function does(caseKey: string, verb: string, input: Record<string, unknown> = {}) {
  const outcome = await runVerb(appOn(t), world.clerk.actor, { caseKey, verb, input });
  if (!outcome.ok) throw new Error(`${verb}: ${JSON.stringify(outcome)}`);
}
/** Subjects of what the physician got by mail, oldest first. */
const toPhysician = () => post.received.filter(({ to }) => to === world.physician.email);
/** The hour has come for everything that waits. */
async function later() {
  await t.owner.query(
    "update messages set send_after = now() - interval '1 minute' where send_after is not null",
  );
  await t.owner.query('update jobs set run_after = now()');
  await deliver(app());
}

describe('somebody who chose', () => {
  it('a daily message gets one with everything in it, each with its link, and once', async () => {
    const at = new Date(Date.now() + 3_600_000).toISOString().slice(11, 16);
    await choose(world.physician.actor, { digestAt: at, zone: 'UTC' });
    const first = await refer();
    const second = await refer();
    await does(first.caseKey, 'accept');
    await does(second.caseKey, 'accept');
    await deliver(app());
    expect(toPhysician()).toEqual([]);
    await later();
    const [daily, ...rest] = toPhysician();
    expect(rest).toEqual([]);
    expect(daily!.subject).toBe('2 messages from eServices');
    for (const { requestKey } of [first, second]) expect(daily!.raw).toContain(`/requests/${requestKey}`);
    await later();
    expect(toPhysician()).toHaveLength(1);
    const { rows } = await t.owner.query(
      "select distinct state from messages where together and recipient like 'person:%'",
    );
    expect(rows).toEqual([{ state: 'sent' }]);
  });

  it('quiet hours gets news after them, and at once that a patient got worse', async () => {
    await choose(world.physician.actor, { quiet: { from: '00:00', until: '23:59' }, zone: 'UTC' });
    await choose(world.clerk.actor, { quiet: { from: '00:00', until: '23:59' }, zone: 'UTC' });
    const { caseKey } = await refer();
    await does(caseKey, 'accept');
    await deliver(app());
    expect(toPhysician()).toEqual([]);
    const worse = { caseKey, verb: 'report-worse', input: { text: 'Cannot sleep' } };
    expect(await runVerb(appOn(t), world.physician.actor, worse)).toMatchObject({ ok: true });
    await deliver(app());
    const now = post.received
      .filter(({ to }) => to === world.clerk.email)
      .map(one => one.subject.split(':')[0]);
    expect(now).toEqual(['Please review']);
    await later();
    expect(toPhysician().map(one => one.subject.split(':')[0])).toEqual(['News']);
  });

  it('no news gets none, and the story says that it was not wanted', async () => {
    await choose(world.physician.actor, { muted: ['news'] });
    const { caseKey } = await refer();
    await does(caseKey, 'accept');
    await deliver(app());
    expect(toPhysician()).toEqual([]);
    const { rows } = await t.owner.query(
      `select n.state, n.why from notices n join cases c on c.id = n.case_id
       where c.key = $1 and n.recipient_kind = 'member' and n.template = 'news'`,
      [caseKey],
    );
    expect(rows).toEqual([{ state: 'stopped', why: 'not-wanted' }]);
  });

  it('text messages gets those, and no mail', async () => {
    await choose(world.physician.actor, { channel: 'sms', smsTo: '519-555-0100' });
    const { caseKey, reference } = await refer();
    await does(caseKey, 'accept');
    await deliver(app());
    expect(toPhysician()).toEqual([]);
    expect(texts.map(({ to, template, reference: of }) => [to, template, of])).toEqual([
      ['519-555-0100', 'news', reference],
    ]);
  });
});

describe('a patient', () => {
  const toPatient = () => post.received.filter(({ to }) => to === 'arden@example.test');

  it('who takes back the yes to e-mail gets nothing more, not even what waits for the morning', async () => {
    const { caseKey } = await refer();
    await deliver(app());
    expect(toPatient()).toHaveLength(1);
    await t.owner.query(
      `insert into message_choices (recipient, channel, quiet_from, quiet_until, zone)
       select 'link:' || id, 'mail', '00:00', '23:59', 'UTC' from links where kind = 'patient' order by id desc limit 1`,
    );
    await does(caseKey, 'accept');
    await deliver(app());
    expect(toPatient()).toHaveLength(1);
    const consent = async (emailConsent: 'yes' | 'no') =>
      t.db.as(world.physician.actor, async tx => {
        const { id, version, ...record } = (await tx.patients.byKey(patientKey))!;
        const contacts = record.contacts.map(one => ({ ...one, emailConsent }));
        await tx.patients.change(id, version, { ...record, contacts });
        return tx.patients.consents(id);
      });
    expect(await consent('no')).toMatchObject([{ by: 'Amina Okafor' }]);
    await later();
    expect(toPatient()).toHaveLength(1);
    const { rows } = await t.owner.query("select why from messages where why = 'no-consent'");
    expect(rows.length).toBeGreaterThan(0);
    await consent('yes');
  });
});

it('a steward sees that mail to a member comes back, until it is settled or the address is another', async () => {
  const seen = () =>
    t.db.as(world.physician.actor, async tx => (await tx.staff.all()).filter(one => one.mailFailed));
  const comesBack = async () => {
    await does((await refer()).caseKey, 'accept');
    await deliver(app());
    const { rows } = await t.owner.query<{ id: string }>(
      `select message_id as id from messages where recipient = $1 and channel = 'mail' and state = 'sent' order by id desc limit 1`,
      [`person:${world.physician.actor.person}`],
    );
    const report = { kind: 'operator', command: 'bounce' } as const;
    await t.operator.as(report, tx => tx.messages.bounced(rows[0]!.id, '5.1.1'));
  };
  expect(await seen()).toEqual([]);
  await comesBack();
  const [member] = await seen();
  expect(member).toMatchObject({ name: 'Amina Okafor', email: world.physician.email });
  // On top of their worklist too, and on nobody else's.
  expect(await readUnreached(app(), world.physician.actor as PersonActor)).toBe(1);
  for (const { actor } of [world.delegate, world.outsider])
    expect(await t.db.as(actor, tx => tx.staff.unreached())).toBe(0);
  const settle = (actor: Actor) => t.db.as(actor, tx => tx.staff.settleMail(member!.key));
  expect(await settle(world.outsider.actor)).toBe('missing');
  expect(await settle(world.physician.actor)).toBe('done');
  expect(await seen()).toEqual([]);
  expect(await readUnreached(app(), world.physician.actor as PersonActor)).toBe(0);
  await comesBack();
  expect(await seen()).toHaveLength(1);
  const address = (email: string) =>
    t.owner.query('update people set email = $2 where id = $1', [world.physician.actor.person, email]);
  await address('new@example.test');
  expect(await seen()).toEqual([]);
  await address(world.physician.email);
});

describe('a site', () => {
  const site = {
    patientMail: true,
    reminderHours: [48],
    fallbackEmail: null,
    fallbackLanguage: 'en',
  } as const;
  const forSite = (actor: Actor, chosen: object) =>
    t.db.as(actor, tx => tx.messages.chooseForSite({ ...site, ...chosen }));

  it('is chosen for by its leads and stewards alone', async () => {
    expect(await forSite(world.clerk.actor, {})).toBe(false);
    expect(await forSite(world.physician.actor, { fallbackEmail: 'x@y.test' })).toBe(true);
    expect((await t.db.as(world.physician.actor, tx => tx.messages.siteChoices()))?.fallbackEmail).toBe(
      'x@y.test',
    );
    expect(await t.db.as(world.clerk.actor, tx => tx.messages.siteChoices())).toBeNull();
  });

  it('switches messages to its patients off', async () => {
    await t.owner.query('insert into site_notices (site_id, patient_mail) values ($1, false)', [
      world.practice.id,
    ]);
    await refer();
    await deliver(app());
    expect(post.received.filter(({ to }) => to === 'arden@example.test')).toEqual([]);
  });

  it('names an address for what is of somebody who has left; without one those who work its list are told', async () => {
    const { caseKey } = await refer();
    await deliver(app());
    post.received.length = 0;
    const gone = (at: string | null) =>
      t.owner.query('update members set suspended_at = $2 where id = $1', [world.physician.member, at]);
    await gone(new Date().toISOString());
    await does(caseKey, 'accept');
    await deliver(app());
    const atPractice = post.received.filter(({ to }) => to !== 'arden@example.test');
    expect(atPractice.length).toBeGreaterThan(0);
    post.received.length = 0;
    await t.owner.query(
      "insert into site_notices (site_id, fallback_email) values ($1, 'office@example.test')",
      [world.practice.id],
    );
    await does(caseKey, 'decline', { reason: 'no-capacity', noneExists: 'on' });
    await deliver(app());
    expect(post.received.map(({ to }) => to)).toContain('office@example.test');
    await gone(null);
  });
});
