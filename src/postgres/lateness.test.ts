import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addPatient, addService, appOn, ask, type TestService } from '../../test/support/cases.ts';
import { freshDatabase, type TestDatabase } from '../../test/support/database.ts';
import { smallWorld } from '../../test/support/world.ts';
import type { Actor } from '../app/actor.ts';
import { chaseCase, chaseDue } from '../app/chase.ts';
import { proveCases } from '../app/prove-cases.ts';
import { type Acts, runVerb } from '../app/run-verb.ts';
import { addBusinessDays, atLocal, dueAfter, dueBefore, localDay } from '../domain/case/deadline.ts';
import type { CaseState } from '../domain/case/state.ts';
import type { Instant } from '../domain/case/time.ts';

const zone = 'America/Toronto';
const day = 86_400_000;
let t: TestDatabase;
let app: Acts;
let world: Awaited<ReturnType<typeof smallWorld>>;
let clinic: TestService;
let group: TestService;
let patientKey: string;

/** A demo database, whose clock of cases can be moved: to a Monday morning first. */
beforeEach(async () => {
  t = await freshDatabase({ demo: true });
  app = appOn(t);
  world = await smallWorld(t);
  clinic = await addService(t, world.clinic.id);
  group = await addService(t, world.clinic.id, { type: 'econsult', name: 'Advice' });
  patientKey = (await addPatient(t, world.physician.actor)).key;
  const today = localDay(await now(), zone);
  let monday = addBusinessDays(today, 1);
  while (new Date(`${monday}T00:00:00Z`).getUTCDay() !== 1) monday = addBusinessDays(monday, 1);
  await moveTo(atLocal(monday, '10:00', zone));
});
afterEach(() => t.drop());

const system: Actor = { kind: 'job', case: null };
const now = () => t.db.as(system, async tx => tx.now);

async function moveTo(moment: Instant): Promise<void> {
  const hours = (Date.parse(moment) - Date.parse(await now())) / 3_600_000;
  if (hours > 0) await t.db.as(system, tx => tx.demo.moveClock(hours));
}

/** Lets time pass to just after a moment, and the timer do its round. */
async function tick(moment: Instant) {
  await moveTo(new Date(Date.parse(moment) + 1_000).toISOString());
  const { cases: _, ...did } = await chaseDue(app);
  return Object.fromEntries(Object.entries(did).filter(([, count]) => count > 0));
}

async function does(actor: Actor, caseKey: string, verb: string, input: object = {}) {
  const outcome = await runVerb(app, actor, { caseKey, verb, input });
  if (!outcome.ok) throw new Error(`${verb}: ${JSON.stringify(outcome)}`);
}

async function stateOf(caseKey: string): Promise<CaseState & { hold: NonNullable<CaseState['hold']> }> {
  return (await t.superuser.query('select state from cases where key = $1', [caseKey])).rows[0].state;
}

/** What the timer told of a case, in order: level, and for whom a message was made. */
async function told(caseKey: string): Promise<string[]> {
  const { rows } = await t.superuser.query(
    `select n.params->>'level' as level, n.recipient_kind as kind, n.template
     from notices n join cases c on c.id = n.case_id
     where c.key = $1 and n.params ? 'level' order by n.id`,
    [caseKey],
  );
  return rows.map(({ level, kind, template }) => `${level}: ${kind} ${template}`);
}

const sent = (input = {}) =>
  ask(app, world.physician.actor, { service: clinic, patientKey, input }).then(one => one.caseKey);

describe('a clinic that does not decide', () => {
  it('is reminded twice, then its lead, then the programme and every week again', async () => {
    const caseKey = await sent();
    const { due } = (await stateOf(caseKey)).hold;
    const later = (days: number) => atLocal(addBusinessDays(localDay(due, zone), days), '17:00', zone);
    expect(await tick(dueBefore(due, 2, zone))).toEqual({});
    expect(await tick(dueBefore(due, 1, zone))).toEqual({ reminders: 1 });
    expect(await tick(due)).toEqual({ reminders: 1 });
    expect(await tick(later(1))).toEqual({});
    expect(await tick(later(2))).toEqual({ toLeads: 1 });
    expect(await tick(later(4))).toEqual({});
    expect(await tick(later(5))).toEqual({ toProgramme: 1 });
    const week = new Date(Date.parse(later(5)) + 7 * day).toISOString();
    expect(await tick(week)).toEqual({ toProgramme: 1 });
    expect(await tick(new Date(Date.parse(week) + 7 * day).toISOString())).toEqual({ toProgramme: 1 });
    expect(await told(caseKey)).toEqual([
      'reminder-before: site reminder',
      'reminder-due: site late',
      'lead: leads late-at-your-site',
      'programme: programme late-in-the-network',
      'weekly-1: programme late-in-the-network',
      'weekly-2: programme late-in-the-network',
    ]);
    expect(await proveCases(t.operator)).toMatchObject({ faults: [] });
  });

  it('after a month’s jump of the clock is told once of each step, the programme too', async () => {
    const caseKey = await sent();
    const { due } = (await stateOf(caseKey)).hold;
    const month = new Date(Date.parse(due) + 31 * day).toISOString();
    expect(await tick(month)).toEqual({ toLeads: 1, toProgramme: 1 });
    expect(await told(caseKey)).toEqual([
      'lead: leads late-at-your-site',
      'programme: programme late-in-the-network',
    ]);
    expect(await tick(new Date(Date.parse(month) + 7 * day).toISOString())).toEqual({ toProgramme: 1 });
  });

  it('hears sooner of an urgent one: 4 business hours, then 1 business day', async () => {
    const caseKey = await sent({ urgency: 'urgent', reason: 'Fever' });
    const { due } = (await stateOf(caseKey)).hold;
    await tick(due);
    expect(await tick(dueAfter({ from: due, businessHours: 4, zone }))).toEqual({ toLeads: 1 });
    expect(await tick(dueAfter({ from: due, businessDays: 1, zone }))).toEqual({ toProgramme: 1 });
    expect(await told(caseKey)).toHaveLength(3);
  });

  it('is late for everybody: both sides see it overdue, and who holds it', async () => {
    const caseKey = await sent();
    await tick(new Date(Date.parse((await stateOf(caseKey)).hold.due) + 3 * day).toISOString());
    const page = (actor: Actor, folder: 'overdue' | 'waits-on-others') =>
      t.db.as(actor, tx => tx.worklists.page(folder, { limit: 5 }));
    const here = await page(world.clerk.actor, 'overdue');
    const there = await page(world.physician.actor, 'waits-on-others');
    for (const { rows } of [here, there]) {
      expect(rows).toHaveLength(1);
      expect(rows[0]!.due! < (await now())).toBe(true);
      expect(rows[0]!.hold).toMatchObject({
        side: 'receiver',
        next: 'decide',
        site: { en: 'Somerset Clinic' },
      });
    }
  });

  it('is not chased any more once it has decided, and has a new ladder for what it owes next', async () => {
    const caseKey = await sent();
    const { due } = (await stateOf(caseKey)).hold;
    await tick(due);
    await does(world.clerk.actor, caseKey, 'accept');
    expect(await tick(new Date(Date.parse(due) + 3 * day).toISOString())).toEqual({});
    expect(await tick((await stateOf(caseKey)).hold.due)).toEqual({ reminders: 1 });
  });
});

describe('a patient who does not confirm', () => {
  it('is reminded twice, then the clinic is accountable and calls', async () => {
    const caseKey = await sent();
    await does(world.clerk.actor, caseKey, 'accept');
    const start = new Date(Date.parse(await now()) + 30 * day).toISOString();
    await does(world.clerk.actor, caseKey, 'book', { label: 'appointment', start, medium: 'phone' });
    const { due, accountable } = (await stateOf(caseKey)).hold;
    expect(accountable.side).toBe('patient');
    expect(await tick(dueBefore(due, 1, zone))).toEqual({ reminders: 1 });
    expect(await tick(due)).toEqual({ reminders: 1, passedOn: 1 });
    expect(await stateOf(caseKey)).toMatchObject({
      ...{ status: 'booked', flag: 'call-to-confirm' },
      hold: { accountable: { side: 'receiver', site: world.clinic.id }, next: 'call-to-confirm' },
    });
    const { rows } = await t.db.as(world.clerk.actor, tx => tx.worklists.page('needs-me', { limit: 5 }));
    expect(rows[0]).toMatchObject({ caseKey, flag: 'call-to-confirm', accountable: true });
    expect(await told(caseKey)).toEqual([
      'reminder-before: patient patient-reminder',
      'reminder-due: patient patient-reminder',
    ]);
  });

  it('and whose visit begins is the clinic’s to report, whatever was due before', async () => {
    const caseKey = await sent();
    await does(world.clerk.actor, caseKey, 'accept');
    const start = new Date(Date.parse(await now()) + 2 * 3_600_000).toISOString();
    await does(world.clerk.actor, caseKey, 'book', { label: 'appointment', start, medium: 'phone' });
    await tick(start);
    expect((await stateOf(caseKey)).hold).toMatchObject({
      accountable: { side: 'receiver' },
      next: 'report-visit',
    });
  });
});

it('an offer that nobody takes lapses at its hour, long before the case is due', async () => {
  const caseKey = await sent();
  await does(world.clerk.actor, caseKey, 'accept');
  const inHours = (hours: number) => new Date(Date.parse(start) + hours * 3_600_000).toISOString();
  const start = await now();
  await does(world.clerk.actor, caseKey, 'offer', {
    ...{ label: 'appointment', start: inHours(50), medium: 'phone', until: inHours(4) },
  });
  expect(await tick(inHours(3))).toEqual({});
  expect(await tick(inHours(4))).toEqual({ lapsed: 1 });
});

it('a question out to the practice is not late for the specialist, whose clock stands still', async () => {
  const { caseKey } = await ask(app, world.physician.actor, { service: group, patientKey });
  const { rows } = await t.owner.query('select key from members where id = $1', [world.specialist.member]);
  await does(world.clerk.actor, caseKey, 'assign', { member: rows[0].key, why: 'next-in-turn' });
  const promised = (await stateOf(caseKey)).hold.due;
  await does(world.specialist.actor, caseKey, 'ask-info', { question: 'Ferritin?' });
  const asked = (await stateOf(caseKey)).hold;
  expect(asked.accountable.side).toBe('requester');
  await tick(promised > asked.due ? promised : asked.due);
  const counts = (actor: Actor) => t.db.as(actor, tx => tx.worklists.counts());
  expect((await counts(world.specialist.actor)).mine).toMatchObject({ 'needs-me': 0, overdue: 0 });
  expect((await counts(world.physician.actor)).mine).toMatchObject({ 'needs-me': 1, overdue: 1 });
  expect((await told(caseKey)).every(line => line.includes(': member '))).toBe(true);
});

describe('the timer', () => {
  it('never tells anything twice, however many look at once', async () => {
    const keys = await Promise.all(Array.from({ length: 12 }, () => sent()));
    const { due } = (await stateOf(keys[0]!)).hold;
    await moveTo(new Date(Date.parse(due) + 1_000).toISOString());
    const rounds = await Promise.all([chaseDue(app), chaseDue(app), chaseDue(app)]);
    expect(rounds.reduce((sum, one) => sum + one.reminders, 0)).toBe(12);
    expect(rounds.every(one => one.failed === 0)).toBe(true);
    for (const key of keys) expect(await told(key)).toEqual(['reminder-due: site late']);
    expect(await chaseDue(app)).toMatchObject({ cases: 0 });
  });

  it('looks once at what has nothing due, and again when it changes', async () => {
    const caseKey = await sent();
    expect((await chaseDue(app)).cases).toBe(1);
    expect((await chaseDue(app)).cases).toBe(0);
    await does(world.clerk.actor, caseKey, 'accept');
    expect((await chaseDue(app)).cases).toBe(1);
  });

  it('goes on past a case that fails, which becomes a job of its own', async () => {
    const broken = await sent();
    const fine = await sent();
    const { due } = (await stateOf(fine)).hold;
    await t.superuser.query(`update cases set state = state || '{"hold": {"due": "never"}}' where key = $1`, [
      broken,
    ]);
    await moveTo(new Date(Date.parse(due) + 1_000).toISOString());
    expect(await chaseDue(app)).toMatchObject({ reminders: 1, failed: 1 });
    expect(await told(fine)).toEqual(['reminder-due: site late']);
    const { rows } = await t.superuser.query(`select payload from jobs where kind = 'chase-case'`);
    expect(rows.map(row => row.payload.key)).toEqual([broken]);
    expect(await chaseDue(app)).toMatchObject({ cases: 0 });
  });

  it('has nothing to do with a case that has ended', async () => {
    const caseKey = await sent();
    await does(world.physician.actor, caseKey, 'cancel', { reason: 'duplicate' });
    expect((await chaseDue(app)).cases).toBe(0);
    const { rows } = await t.superuser.query('select id from cases where key = $1', [caseKey]);
    expect(await chaseCase(app, { caseId: rows[0].id, caseKey })).toEqual([]);
  });
});
