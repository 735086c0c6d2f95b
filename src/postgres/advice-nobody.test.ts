import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { addPatient, addService, appOn, ask, type TestService } from '../../test/support/cases.ts';
import { freshDatabase, type TestDatabase } from '../../test/support/database.ts';
import { addMember, smallWorld, type TestMember } from '../../test/support/world.ts';
import type { App } from '../app/app.ts';
import { assignWaiting } from '../app/jobs/assign-waiting.ts';
import { sendNotice } from '../app/jobs/send-notice.ts';
import { key } from '../app/ports/ids.ts';
import { type Acts, runVerb } from '../app/run-verb.ts';
import { addDays, localDay } from '../domain/case/deadline.ts';

const zone = 'America/Toronto';
let t: TestDatabase;
let app: Acts;
let world: Awaited<ReturnType<typeof smallWorld>>;
let patientKey: string;
let lead: TestMember;
let group: TestService;

beforeAll(async () => {
  t = await freshDatabase();
  app = appOn(t);
  world = await smallWorld(t);
  lead = await addMember(t, world.clinic.id, { name: 'Lea Lead', roles: ['lead'] });
  patientKey = (await addPatient(t, world.physician.actor)).key;
});
afterAll(() => t.drop());
beforeEach(async () => {
  await t.superuser.query('delete from absences');
  group = await addService(t, world.clinic.id, { type: 'econsult', name: `Advice ${key()}` });
  await agree(5);
});

async function keyOf({ member }: TestMember): Promise<string> {
  return (await t.owner.query<{ key: string }>('select key from members where id = $1', [member])).rows[0]!
    .key;
}

async function agree(weeklyCap: number, who = world.specialist): Promise<void> {
  const agreed = { weeklyCap, subSpecialties: [], languages: ['en'], regions: [], conflicts: [] };
  const member = await keyOf(who);
  await t.db.as(lead.actor, tx => tx.adviceGroups.saveMember(group.key, member, agreed));
}

async function automatic(version = 0): Promise<void> {
  const settings = { automatic: true, escalation: '', subSpecialties: [] };
  expect(await t.db.as(lead.actor, tx => tx.adviceGroups.save(group.key, version, settings))).toBe('done');
}

const asked = async (title = 'Low mood') =>
  (await ask(app, world.physician.actor, { service: group, patientKey, input: { title } })).caseKey;

async function tryWaiting(): Promise<void> {
  await t.db.as({ kind: 'job', case: null }, tx => tx.jobs.add({ kind: 'assign-waiting', payload: {} }));
  const [job] = await t.db.as({ kind: 'job', case: null }, tx => tx.jobs.claim(['assign-waiting'], 1));
  await assignWaiting.run(job!, app as App);
}

/** Who was told of the questions of this group besides that they came, in order. */
async function told(): Promise<string[]> {
  const { rows } = await t.superuser.query<{ said: string }>(
    `select c.state->>'title' || ': ' || n.recipient_kind || ' ' || n.template as said
     from notices n join cases c on c.id = n.case_id
     where (c.state#>>'{receiver,service}')::bigint = $1 and n.template like 'nobody%' order by n.id`,
    [group.id],
  );
  return rows.map(one => one.said);
}

/** Templates of the messages that the group's clerk gets of a question, in order. */
async function messaged(caseKey: string): Promise<string[]> {
  const job = { kind: 'job', case: null } as const;
  for (const one of await t.db.as(job, tx => tx.jobs.claim(['send-notice'], 100)))
    await sendNotice.run(one, { ...app, clock: { now: () => new Date().toISOString() } } as App);
  const { rows } = await t.superuser.query<{ template: string }>(
    `select n.template from messages m join notices n on n.id = m.notice_id join cases c on c.id = m.case_id
     where c.key = $1 and m.recipient = 'person:' || $2 order by n.id`,
    [caseKey, world.clerk.person],
  );
  return rows.map(one => one.template);
}

/** As if what was told and looked at until now had been that many hours earlier. */
async function hoursLater(hours: number): Promise<void> {
  const earlier = `- interval '${hours} hours'`;
  await t.superuser.query(`update advice_groups set nobody_told_at = nobody_told_at ${earlier}`);
  await t.superuser.query(`update advice_waits set looked_at = looked_at ${earlier}`);
}

it('with a human assigner they and the programme hear at once that nobody can take a question', async () => {
  await agree(0);
  const caseKey = await asked();
  expect(await told()).toEqual(['Low mood: site nobody-free', 'Low mood: programme nobody-free-network']);
  await tryWaiting();
  await hoursLater(30);
  await tryWaiting();
  expect(await told()).toHaveLength(2);
  await agree(5);
  const input = { member: await keyOf(world.specialist), why: 'other' };
  expect(await runVerb(app, world.clerk.actor, { caseKey, verb: 'assign', input })).toMatchObject({
    ok: true,
  });
  await agree(1);
  await runVerb(app, world.specialist.actor, { caseKey, verb: 'release', input: {} });
  // It came to the group again.
  expect((await told()).slice(2)).toEqual([
    'Low mood: site nobody-free',
    'Low mood: programme nobody-free-network',
  ]);
});

it('the assigners have a message of their own of it, besides that the question came, also whoever wrote to it last', async () => {
  await agree(0);
  const caseKey = await asked();
  expect(await messaged(caseKey)).toEqual(['new', 'nobody-free']);
  await agree(1);
  const second = await asked();
  const note = { caseKey: second, verb: 'note', input: { text: 'I ask around.' } };
  expect(await runVerb(app, world.clerk.actor, note)).toMatchObject({ ok: true });
  await agree(0);
  await tryWaiting();
  expect(await messaged(second)).toEqual(['new', 'nobody-free']);
});

it('what came while somebody was free, and waits until nobody is, is told of by the next look', async () => {
  await asked();
  expect(await told()).toEqual([]);
  await tryWaiting();
  await agree(0);
  await tryWaiting();
  expect(await told()).toEqual([]);
  await hoursLater(1);
  await tryWaiting();
  expect(await told()).toEqual(['Low mood: site nobody-free', 'Low mood: programme nobody-free-network']);
});

it('in a group that assigns by itself a question that nobody can take any more is told of as well', async () => {
  await asked();
  await agree(0);
  await automatic();
  await tryWaiting();
  expect(await told()).toEqual(['Low mood: site nobody-free', 'Low mood: programme nobody-free-network']);
});

it('what comes soon after the programme was told of a group is told together within a day', async () => {
  await agree(0);
  await automatic();
  for (const title of ['First', 'Second', 'Third']) await asked(title);
  expect(await told()).toEqual([
    ...['First: site nobody-free', 'First: programme nobody-free-network'],
    ...['Second: site nobody-free', 'Third: site nobody-free'],
  ]);
  await tryWaiting();
  expect(await told()).toHaveLength(4);
  await hoursLater(20);
  await tryWaiting();
  await hoursLater(20);
  await tryWaiting();
  expect((await told()).slice(4)).toEqual(['Second: programme nobody-free-network']);
});

it('a colleague who agreed to nothing is no reason for silence, and one with room is', async () => {
  await agree(0);
  const second = await addMember(t, world.clinic.id, { name: 'Sam Second', roles: ['clinician'] });
  await asked('Nobody');
  expect(await told()).toHaveLength(2);
  await agree(3, second);
  await asked('Somebody');
  expect(await told()).toHaveLength(2);
});

it('the days of the group count, not those of the database', async () => {
  const days = async (zoneOfSite: string) => {
    await t.superuser.query('update sites set zone = $2 where id = $1', [world.clinic.id, zoneOfSite]);
    const { rows } = await t.superuser.query<{ last: string; here: boolean }>(
      `select to_char(app_now() at time zone $2, 'YYYY-MM-DD') as last,
        exists (select from clinicians_of_service($1) where member_id = $3) as here`,
      [group.id, zoneOfSite, world.specialist.member],
    );
    return rows[0]!;
  };
  // Two places whose days differ at any time: the last day of one is not the last day of the other.
  const [east, west] = ['Pacific/Kiritimati', 'Pacific/Pago_Pago'];
  const { last } = await days(west);
  await t.superuser.query(`update members set from_day = '2020-01-01', until_day = $2::date where id = $1`, [
    ...[world.specialist.member, last],
  ]);
  expect(await days(west)).toMatchObject({ here: true });
  expect(await days(east)).toMatchObject({ here: false });
  await t.superuser.query('update members set until_day = null where id = $1', [world.specialist.member]);
  await days(zone);
});

it('who is away for their last day is so until midnight where the group is', async () => {
  const now = await t.db.as(lead.actor, async tx => tx.now);
  await t.superuser.query('update sites set zone = $2 where id = $1', [world.clinic.id, 'Pacific/Pago_Pago']);
  const today = localDay(now, 'Pacific/Pago_Pago');
  const member = await keyOf(world.specialist);
  await t.db.as(world.specialist.actor, tx =>
    tx.adviceGroups.addAbsence(key(), member, { from: addDays(today, -1), until: today }),
  );
  const { specialists } = await t.db.as(world.physician.actor, tx =>
    tx.adviceGroups.specialists(group.key, now),
  );
  expect(specialists.map(one => one.absences.length)).toEqual([1]);
  const shown = await t.db.as(lead.actor, tx => tx.adviceGroups.byKey(group.key, now));
  expect(shown?.members.find(one => one.key === member)?.absences).toHaveLength(1);
  await t.superuser.query('update sites set zone = $2 where id = $1', [world.clinic.id, zone]);
});
