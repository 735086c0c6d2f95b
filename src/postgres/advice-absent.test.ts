import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { addPatient, addService, appOn, ask, type TestService } from '../../test/support/cases.ts';
import { freshDatabase, type TestDatabase } from '../../test/support/database.ts';
import { addMember, smallWorld, type TestMember } from '../../test/support/world.ts';
import type { App } from '../app/app.ts';
import { addMyAway, readGroup, readMyAdvice } from '../app/econsult/advice-settings.ts';
import { assignWaiting } from '../app/jobs/assign-waiting.ts';
import { key } from '../app/ports/ids.ts';
import { readRequest } from '../app/read-request.ts';
import { type Acts, runVerb } from '../app/run-verb.ts';
import { addDays, localDay } from '../domain/case/deadline.ts';

const zone = 'America/Toronto';
let t: TestDatabase;
let app: Acts;
let world: Awaited<ReturnType<typeof smallWorld>>;
let patientKey: string;
let lead: TestMember;
let second: TestMember;
let group: TestService;
let today: string;

beforeAll(async () => {
  t = await freshDatabase();
  app = appOn(t);
  world = await smallWorld(t);
  lead = await addMember(t, world.clinic.id, { name: 'Lea Lead', roles: ['lead'] });
  second = await addMember(t, world.clinic.id, { name: 'Sam Second', roles: ['clinician'] });
  patientKey = (await addPatient(t, world.physician.actor)).key;
  today = localDay(await t.db.as(lead.actor, async tx => tx.now), zone);
});
afterAll(() => t.drop());
beforeEach(async () => {
  await t.superuser.query('delete from absences');
  group = await addService(t, world.clinic.id, { type: 'econsult', name: `Advice ${key()}` });
  await agree(world.specialist, 20);
  await agree(second, 20);
});

async function keyOf({ member }: TestMember): Promise<string> {
  return (await t.owner.query<{ key: string }>('select key from members where id = $1', [member])).rows[0]!
    .key;
}

async function agree(who: TestMember, weeklyCap: number): Promise<void> {
  const agreed = { weeklyCap, subSpecialties: [], languages: ['en'], regions: [], conflicts: [] };
  const member = await keyOf(who);
  await t.db.as(lead.actor, tx => tx.adviceGroups.saveMember(group.key, member, agreed));
}

async function automatic(): Promise<void> {
  const settings = { automatic: true, escalation: '', subSpecialties: [] };
  await t.db.as(lead.actor, tx => tx.adviceGroups.save(group.key, 0, settings));
}

async function does(who: TestMember, caseKey: string, verb: string, input: object): Promise<void> {
  expect(await runVerb(app, who.actor, { caseKey, verb, input })).toMatchObject({ ok: true });
}

async function held(): Promise<{ caseKey: string; requestKey: string }> {
  const asked = await ask(app, world.physician.actor, { service: group, patientKey });
  const input = { member: await keyOf(world.specialist), why: 'other' };
  await does(world.clerk, asked.caseKey, 'assign', input);
  return asked;
}

async function holderOf(caseKey: string): Promise<number | null> {
  const { rows } = await t.owner.query<{ member: number | null }>(
    `select (state#>>'{receiver,member}')::bigint as member from cases where key = $1`,
    [caseKey],
  );
  return rows[0]!.member;
}

async function tryWaiting(): Promise<void> {
  await t.db.as({ kind: 'job', case: null }, tx => tx.jobs.add({ kind: 'assign-waiting', payload: {} }));
  const [job] = await t.db.as({ kind: 'job', case: null }, tx => tx.jobs.claim(['assign-waiting'], 1));
  await assignWaiting.run(job!, app as App);
}

async function told(): Promise<string[]> {
  const { rows } = await t.superuser.query<{ said: string }>(
    `select n.recipient_kind || ' ' || n.template as said from notices n join cases c on c.id = n.case_id
     where (c.state#>>'{receiver,service}')::bigint = $1
       and (n.template like 'nobody%' or n.template = 'specialist-away') order by n.id`,
    [group.id],
  );
  return rows.map(one => one.said);
}

const away = (from: number, until: number, who = world.specialist) =>
  addMyAway(app, who.actor, { from: addDays(today, from), until: addDays(today, until) });

it('days away are entered over the day on which a question falls due: the assigner hears of it once', async () => {
  await held();
  await tryWaiting();
  expect(await told()).toEqual([]);
  await away(4, 20);
  for (let round = 0; round < 3; round++) await tryWaiting();
  expect(await told()).toEqual(['site specialist-away']);
});

it('of a question that is due before or after the days away nobody is bothered', async () => {
  await held();
  await away(15, 30);
  await away(1, 1);
  await tryWaiting();
  expect(await told()).toEqual([]);
});

it('a follow-up to an answer whose author is away by now is heard of by the assigner, and by the programme when nobody else can', async () => {
  const { caseKey } = await held();
  await does(world.specialist, caseKey, 'answer', { kind: 'advice', minutes: '12', text: 'Rest.' });
  await away(0, 20);
  await away(0, 20, second);
  await tryWaiting();
  expect(await told()).toEqual([]);
  await does(world.physician, caseKey, 'follow-up', { question: 'And then?' });
  await tryWaiting();
  expect((await told()).sort()).toEqual([
    ...['programme nobody-free-network', 'site nobody-free', 'site specialist-away'],
  ]);
  expect(await holderOf(caseKey)).toBe(world.specialist.member);
});

it('a group that assigns by itself takes it back on the first day away and gives it to somebody who is there', async () => {
  const { caseKey, requestKey } = await held();
  await automatic();
  await away(4, 20);
  await tryWaiting();
  expect(await holderOf(caseKey)).toBe(world.specialist.member);
  await away(0, 3);
  await tryWaiting();
  expect(await holderOf(caseKey)).toBe(second.member);
  expect(await told()).toEqual([]);
  const story = await readRequest(app, second.actor, requestKey);
  const back = story!.cases[0]!.events.find(one => one.type === 'released')!;
  expect(back).toMatchObject({ by: { side: 'system' }, body: { away: true } });
});

it('a specialist, and whoever keeps the group, sees how much falls due on the days away', async () => {
  const before = (await readMyAdvice(app, world.specialist.actor))!.held;
  expect(before).toBe(0);
  const first = await held();
  await held();
  await away(4, 20);
  await away(5, 9);
  const others = await t.owner.query<{ key: string }>(
    `select c.key from cases c where c.state->>'status' = 'assigned' and (c.state#>>'{receiver,member}')::bigint = $1`,
    [world.specialist.member],
  );
  expect((await readMyAdvice(app, world.specialist.actor))!.held).toBe(others.rows.length);
  const seen = await readGroup(app, lead.actor, group.key);
  expect(seen!.members.map(one => [one.name, one.held])).toContainEqual(['Sam Second', 0]);
  await does(world.specialist, first.caseKey, 'answer', { kind: 'advice', minutes: '12', text: 'Rest.' });
  expect((await readMyAdvice(app, world.specialist.actor))!.held).toBe(others.rows.length - 1);
});
