import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/app/actor.ts';
import { realClock } from '../../../src/app/ports/clock.ts';
import { runVerb } from '../../../src/app/run-verb.ts';
import { addPatient, addService, appOn, ask, type TestService } from '../../support/cases.ts';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';
import { deliver, type PostOffice, postOffice } from '../../support/post-office.ts';
import { addMember, smallWorld, type TestMember } from '../../support/world.ts';

let t: TestDatabase;
let world: Awaited<ReturnType<typeof smallWorld>>;
let visits: TestService;
let group: TestService;
let assigner: TestMember;
let patientKey: string;
let post: PostOffice;
/** Addresses that the server does not know. */
const unknown = new Set<string>();

const app = () => ({ ...appOn(t), mailer: post.mailer, clock: realClock });

beforeAll(async () => {
  t = await freshDatabase();
  world = await smallWorld(t);
  visits = await addService(t, world.clinic.id, { name: 'Zygote clinic of the liver' });
  group = await addService(t, world.clinic.id, { type: 'econsult', name: 'Psychiatry advice' });
  assigner = await addMember(t, world.clinic.id, { name: 'Nadia Blanc', roles: ['assigner'] });
  patientKey = (await addPatient(t, world.physician.actor)).key;
});
afterAll(() => t.drop());
beforeEach(async () => {
  post = await postOffice(address => unknown.has(address));
});
afterEach(async () => {
  unknown.clear();
  await deliver(app());
  await post.stop();
  await t.owner.query("delete from jobs; update messages set state = 'stopped' where state = 'waiting'");
});

async function does(actor: Actor, caseKey: string, verb: string, input: Record<string, unknown> = {}) {
  const outcome = await runVerb(appOn(t), actor, { caseKey, verb, input });
  if (!outcome.ok) throw new Error(`${verb}: ${JSON.stringify(outcome)}`);
}

const inTenDays = () => new Date(Date.now() + 10 * 86_400_000).toISOString();
const booking = () => ({ label: 'initial-visit', start: inTenDays(), medium: 'in-person', place: 'Room 4' });
const refer = () => ask(appOn(t), world.physician.actor, { service: visits, patientKey });
/** Who got what since the last time, in order. */
async function sentNow() {
  post.received.length = 0;
  await deliver(app());
  return post.received.map(({ to, subject }) => `${to.split('.')[0]}: ${subject.split(/: | ES-/)[0]}`);
}
async function keyOf(member: TestMember) {
  const { rows } = await t.owner.query<{ key: string }>('select key from members where id = $1', [
    member.member,
  ]);
  return rows[0]!.key;
}

describe('people hear of what is theirs', () => {
  it('a referral from sent to read: clerks and assigners of the clinic, the physician, the patient', async () => {
    const { caseKey } = await refer();
    expect((await sentNow()).sort()).toEqual([
      'arden@example: News about your request',
      'maya: New request',
      'nadia: New request',
    ]);
    await does(world.clerk.actor, caseKey, 'accept');
    expect((await sentNow()).sort()).toEqual(['amina: News', 'arden@example: News about your request']);
    await does(world.clerk.actor, caseKey, 'book', booking());
    expect((await sentNow()).sort()).toEqual(['amina: News', 'arden@example: Please answer']);
    await does(world.clerk.actor, caseKey, 'decline', { reason: 'no-capacity', noneExists: 'on' });
    expect((await sentNow()).sort()).toEqual(['amina: Your turn', 'arden@example: News about your request']);
  });

  it('an eConsult: the assigner, then the specialist, then the physician', async () => {
    const { caseKey } = await ask(appOn(t), world.physician.actor, { service: group, patientKey });
    expect((await sentNow()).filter(line => line.includes('New request')).sort()).toEqual([
      'maya: New request',
      'nadia: New request',
    ]);
    await does(assigner.actor, caseKey, 'assign', {
      member: await keyOf(world.specialist),
      why: 'next-in-turn',
    });
    expect(await sentNow()).toContain('jean: Your turn');
    await does(world.specialist.actor, caseKey, 'answer', { kind: 'advice', text: 'Rest.', minutes: '5' });
    expect(await sentNow()).toContain('amina: Answer');
  });

  it('in no message is a name, a card number, a site, a service or a word of the case', async () => {
    const { caseKey } = await refer();
    await does(world.clerk.actor, caseKey, 'accept');
    await does(world.clerk.actor, caseKey, 'book', booking());
    await deliver(app());
    expect(post.received.length).toBeGreaterThanOrEqual(6);
    for (const { raw } of post.received)
      for (const secret of [
        'Arden',
        'Whitcombe',
        '9876',
        '1992',
        'Somerset',
        'Rideau',
        'Zygote',
        'liver',
        'mood',
      ])
        expect(raw.replace(/^To: .*$/m, ''), secret).not.toContain(secret);
  });

  it('each of three clerks gets a message of their own, and staff links lead to the request', async () => {
    await addMember(t, world.clinic.id, { name: 'Third Clerk', roles: ['clerk'] });
    const { requestKey } = await refer();
    await deliver(app());
    const staff = post.received.filter(({ subject }) => subject.includes('New request'));
    expect(new Set(staff.map(one => one.id)).size).toBe(3);
    expect(staff[0]!.link).toBe(`https://eservices.example.test/requests/${requestKey}`);
  });
});

describe('a standing delegate', () => {
  const delegations = `update delegations set revoked_at = now() where revoked_at is null`;
  const hears = async (caseKey: string, verb: string, input = {}) => {
    await does(world.clerk.actor, caseKey, verb, input);
    return (await sentNow()).filter(line => !line.startsWith('arden')).sort();
  };

  it('hears what their clinician hears, once, until the permission is taken back', async () => {
    const { physician, delegate } = world;
    await t.db.as(physician.actor, tx => tx.people.delegate(physician.member, delegate.member));
    const { caseKey } = await refer();
    await deliver(app());
    expect(await hears(caseKey, 'accept')).toEqual(['amina: News', 'luc: News']);
    expect(await hears(caseKey, 'book', booking())).toEqual(['amina: News', 'luc: News']);
    const toBoth = post.received.filter(({ to }) => !to.startsWith('arden'));
    const [one, other] = toBoth.map(({ raw }) => raw.slice(raw.indexOf('\r\n\r\n')));
    expect(new Set(toBoth.map(({ id }) => id)).size).toBe(2);
    expect(other).toBe(one);
    await t.owner.query(delegations);
    const full = { reason: 'no-capacity', noneExists: 'on' };
    expect(await hears(caseKey, 'decline', full)).toEqual(['amina: Your turn']);
  });

  it('hears nothing of what they did for the clinician, who hears of it neither', async () => {
    const { physician, delegate } = world;
    await t.db.as(physician.actor, tx => tx.people.delegate(physician.member, delegate.member));
    const { caseKey } = await refer();
    await does(world.clerk.actor, caseKey, 'decline', { reason: 'no-capacity', noneExists: 'on' });
    await deliver(app());
    const acting = { ...delegate.actor, actingFor: physician.member };
    await does(acting, caseKey, 'resubmit', { changed: 'A letter' });
    const told = await sentNow();
    expect(told.filter(line => /^(amina|luc)/.test(line))).toEqual([]);
    expect(told.length).toBeGreaterThan(0);
    await t.owner.query(delegations);
  });
});

describe('a post office that fails', () => {
  it('is away for hours: everything comes once and in order when it is back', async () => {
    await post.close();
    const { caseKey, reference } = await refer();
    await deliver(app());
    await does(world.clerk.actor, caseKey, 'accept');
    await does(world.clerk.actor, caseKey, 'book', booking());
    for (let i = 0; i < 7; i++) {
      await deliver(app());
      await t.owner.query("update jobs set run_after = now() where kind = 'send-mail'");
    }
    const { rows } = await t.owner.query('select count(*)::int as n from jobs where parked_at is not null');
    expect(rows[0].n).toBe(0);
    expect(post.received).toEqual([]);
    await post.open();
    await deliver(app());
    const mine = post.received.filter(({ raw }) => raw.includes(reference));
    expect(new Set(mine.map(one => one.id)).size).toBe(mine.length);
    const { rows: left } = await t.owner.query("select * from messages where state = 'waiting'");
    expect(left).toEqual([]);
    const patient = mine.filter(({ to }) => to === 'arden@example.test').map(({ subject }) => subject);
    expect(patient.map(subject => /Please/.test(subject))).toEqual([false, false, true]);
  });

  it('took the message before we were killed: it comes again with the same Message-ID', async () => {
    await refer();
    const stubborn = {
      ...app(),
      mailer: {
        ...post.mailer,
        send: async (...mail: Parameters<typeof post.mailer.send>) => {
          await post.mailer.send(...mail);
          throw new Error('killed here');
        },
      },
    };
    await expect(deliver(stubborn)).rejects.toThrow('killed here');
    const first = post.received[0]!;
    await t.owner.query(
      "update jobs set run_after = now() - interval '1 second', lease = null; update messages set lease_until = null",
    );
    await deliver(app());
    const again = post.received.filter(({ to }) => to === first.to);
    expect(again.length).toBe(2);
    expect(again[1]!.id).toBe(first.id);
    expect(again[1]!.link).toBe(first.link);
  });

  it('does not know the patient: the notice failed, the practice is told and nothing more is tried', async () => {
    unknown.add('arden@example.test');
    const { caseKey } = await refer();
    await deliver(app());
    const { rows } = await t.owner.query(
      `select n.template, n.state from notices n join cases c on c.id = n.case_id where c.key = $1 order by n.id`,
      [caseKey],
    );
    expect(rows).toContainEqual({ template: 'patient-news', state: 'failed' });
    expect(rows).toContainEqual({ template: 'not-delivered', state: 'sent' });
    expect(
      post.received.some(({ to, subject }) => to === world.physician.email && subject.includes('call')),
    ).toBe(true);
  });

  it('comes back when a reminder is of no use any more: it is not sent', async () => {
    await post.close();
    const { caseKey } = await refer();
    const { rows } = await t.owner.query('select id, turn, version from cases where key = $1', [caseKey]);
    await t.db.as({ kind: 'job', case: rows[0].id }, async tx => {
      const [notice] = await tx.notices.add([
        {
          ...{ caseId: rows[0].id, seq: rows[0].version, messageId: `r${rows[0].id}@example.test` },
          ...{
            to: { kind: 'member', id: world.specialist.member },
            template: 'reminder',
            params: { reference: 'ES' },
          },
        },
      ]);
      await tx.jobs.add({ kind: 'send-notice', payload: { notice: notice!, case: rows[0].id } });
    });
    await deliver(app());
    await does(world.clerk.actor, caseKey, 'accept');
    await post.open();
    await t.owner.query('update jobs set run_after = now()');
    await deliver(app());
    expect(post.received.filter(({ subject }) => subject.startsWith('Reminder'))).toEqual([]);
    const { rows: stopped } = await t.owner.query(
      "select state, why from notices where template = 'reminder'",
    );
    expect(stopped).toEqual([{ state: 'stopped', why: 'turn-passed' }]);
  });
});
