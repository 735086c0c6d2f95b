import { afterAll, beforeAll, expect, it } from 'vitest';
import { addPatient, addService, appOn, ask, type TestService } from '../../test/support/cases.ts';
import { freshDatabase, type TestDatabase } from '../../test/support/database.ts';
import { addMember, addSite, smallWorld, type TestMember } from '../../test/support/world.ts';
import type { App } from '../app/app.ts';
import { weekBegan } from '../app/econsult/advice-choice.ts';
import { whomIn } from '../app/econsult/whom.ts';
import { assignWaiting } from '../app/jobs/assign-waiting.ts';
import { openRequest } from '../app/open-request.ts';
import type { Agreement } from '../app/ports/advice-groups.ts';
import { key } from '../app/ports/ids.ts';
import { readRequest } from '../app/read-request.ts';
import { type Acts, runVerb } from '../app/run-verb.ts';

let t: TestDatabase;
let app: Acts;
let world: Awaited<ReturnType<typeof smallWorld>>;
let group: TestService;
let patientKey: string;
let lead: TestMember;
let second: TestMember;

const agreed: Agreement = { weeklyCap: 5, subSpecialties: [], languages: ['en'], regions: [], conflicts: [] };
const settings = {
  automatic: true,
  escalation: 'Call 613-555-0100',
  subSpecialties: [{ name: 'Perinatal', words: ['pregnancy'] }],
};

beforeAll(async () => {
  t = await freshDatabase();
  app = appOn(t);
  world = await smallWorld(t);
  const { id } = world.clinic;
  group = await addService(t, id, { type: 'econsult', name: 'Psychiatry advice' });
  lead = await addMember(t, id, { name: 'Lea Lead', roles: ['lead'] });
  second = await addMember(t, id, { name: 'Sam Second', roles: ['clinician'] });
  patientKey = (await addPatient(t, world.physician.actor)).key;
  await agree(world.specialist, agreed);
  await agree(second, { ...agreed, subSpecialties: ['Perinatal'] });
});
afterAll(() => t.drop());

async function keyOf({ member }: TestMember): Promise<string> {
  return (await t.owner.query<{ key: string }>('select key from members where id = $1', [member])).rows[0]!
    .key;
}

async function agree(who: TestMember, one: Agreement): Promise<void> {
  const member = await keyOf(who);
  expect(await t.db.as(lead.actor, tx => tx.adviceGroups.saveMember(group.key, member, one))).toBe(true);
}

const asked = (title: string) =>
  ask(app, world.physician.actor, { service: group, patientKey, input: { title } });
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

it('with a human assigner a question waits for them, and a lead alone changes that', async () => {
  expect(await holderOf((await asked('Low mood')).caseKey)).toBeNull();
  const save = (who: TestMember, version: number) =>
    t.db.as(who.actor, tx => tx.adviceGroups.save(group.key, version, settings));
  expect(await save(world.clerk, 0)).toBeNull();
  expect(await save(world.physician, 0)).toBeNull();
  expect(await save(lead, 0)).toBe('done');
  expect(await save(lead, 0)).toBe('stale');
});

it('an automatic group gives a question out as it is asked, by field first, and says that the system did', async () => {
  const { caseKey, requestKey, events } = await asked('Mood in pregnancy');
  expect(events).toEqual(['asked', 'question']);
  expect(await holderOf(caseKey)).toBe(second.member);
  const story = await readRequest(app, second.actor, requestKey);
  const event = story!.cases[0]!.events.find(one => one.type === 'assigned')!;
  expect(event).toMatchObject({ by: { side: 'system' }, body: { why: 'best-match', automatic: true } });
  const steps = [{ by: 'sub-specialty', from: 2, to: 1 }];
  const { id } = story!.cases[0]!;
  const given = (who: TestMember) => t.db.as(who.actor, tx => tx.adviceGroups.given(id));
  for (const who of [second, world.physician])
    expect(await given(who)).toEqual({ escalation: settings.escalation, steps });
  expect(await t.db.as({ kind: 'visitor' }, tx => tx.adviceGroups.given(id))).toBeNull();
  const other = await addSite(t, 'Elsewhere');
  expect(await given(await addMember(t, other.id, { name: 'Stan Ranger', roles: ['clinician'] }))).toBeNull();
});

it('who gave it back does not get it again; when nobody is left the assigners hear and so does the programme, once', async () => {
  const { caseKey } = await asked('Sleep');
  expect(await holderOf(caseKey)).toBe(world.specialist.member);
  await agree(second, { ...agreed, weeklyCap: 1 });
  await runVerb(app, world.specialist.actor, { caseKey, verb: 'release', input: {} });
  expect(await holderOf(caseKey)).toBeNull();
  const told = async () =>
    (
      await t.superuser.query<{ to: string }>(
        `select recipient_kind || ' ' || template as to from notices where template like 'nobody%' order by id`,
      )
    ).rows.map(one => one.to);
  expect(await told()).toEqual(['site nobody-free', 'programme nobody-free-network']);
  await agree(second, { ...agreed, weeklyCap: 2 });
  await agree(world.specialist, { ...agreed, weeklyCap: 0 });
  await tryWaiting();
  // The first question of all, asked before the group was automatic, is older: it has the place that came free.
  expect(await holderOf(caseKey)).toBeNull();
  await agree(second, { ...agreed, weeklyCap: 3 });
  const { caseKey: next } = await asked('Worry');
  expect(await holderOf(next)).toBe(second.member);
});

it('who turned a question back for what was missing gets it again when it is sent again', async () => {
  await agree(second, { ...agreed, weeklyCap: 40 });
  await agree(world.specialist, { ...agreed, weeklyCap: 0 });
  const { caseKey } = await asked('Numb');
  expect(await holderOf(caseKey)).toBe(second.member);
  const back = { reason: 'missing-information', suggestion: 'Since when?' };
  expect(await runVerb(app, second.actor, { caseKey, verb: 'turn-back', input: back })).toMatchObject({
    ok: true,
  });
  const more = { caseKey, verb: 'resubmit', input: { text: 'Since May.' } };
  expect(await runVerb(app, world.physician.actor, more)).toMatchObject({ ok: true });
  expect(await holderOf(caseKey)).toBe(second.member);
});

it('who leaves takes no question along, and gets none that they could not answer before', async () => {
  for (const one of [world.specialist, second]) await agree(one, { ...agreed, weeklyCap: 40 });
  const { caseKey, requestKey } = await asked('Dread');
  const held = await holderOf(caseKey);
  const [leaver, stays] = held === second.member ? [second, world.specialist] : [world.specialist, second];
  const today = `(app_now() at time zone 'America/Toronto')::date`;
  await t.superuser.query(`update members set until_day = ${today} where id = $1`, [leaver.member]);
  await tryWaiting();
  expect(await holderOf(caseKey)).toBe(leaver.member);
  expect(await holderOf((await asked('Tremor')).caseKey)).toBe(stays.member);
  await t.superuser.query(
    `update members set from_day = ${today} - 9, until_day = ${today} - 1 where id = $1`,
    [leaver.member],
  );
  await tryWaiting();
  expect(await holderOf(caseKey)).toBe(stays.member);
  const story = await readRequest(app, stays.actor, requestKey);
  const back = story!.cases[0]!.events.find(one => one.type === 'released')!;
  expect(back).toMatchObject({ by: { side: 'system' }, body: { left: true } });
  await t.superuser.query('update members set until_day = null where id = $1', [leaver.member]);
});

it('a specialist who is named has the question at once, and not when they are full, in conflict or did not agree', async () => {
  const named = async (who: TestMember) => {
    const input = {
      title: 'For you',
      question: 'Which?',
      wanted: 'specialist',
      specialist: await keyOf(who),
    };
    const { key: service } = group;
    const outcome = await openRequest(app, world.physician.actor, {
      type: 'econsult',
      patientKey,
      service,
      input,
    });
    return outcome.ok ? holderOf(outcome.caseKey) : outcome.refusal;
  };
  await agree(second, { ...agreed, weeklyCap: 60 });
  expect(await named(second)).toBe(second.member);
  const listed = async () =>
    (
      await t.db.as(world.physician.actor, tx => whomIn(tx, { ...group, site: world.clinic.id }))
    ).specialists.map(one => [one.name, one.full]);
  expect(await listed()).toContainEqual(['Sam Second', false]);
  await agree(second, { ...agreed, weeklyCap: 1 });
  expect(await named(second)).toBe('over-cap');
  expect(await listed()).toContainEqual(['Sam Second', true]);
  // A practice by its name, and a colleague by the number of their licence.
  for (const conflict of [world.practice.name, '12345']) {
    await agree(second, { ...agreed, weeklyCap: 60, conflicts: [conflict] });
    expect(await named(second)).toBe('no-such-member');
  }
  expect(await named(lead)).toBe('no-such-member');
  expect((await listed()).map(([name]) => name)).not.toContain('Sam Second');
});

it('an assigner cannot choose somebody who is away, full or in conflict', async () => {
  await agree(second, { ...agreed, weeklyCap: 0 });
  const { caseKey } = await asked('Panic');
  const assign = async (who: TestMember) => {
    const input = { member: await keyOf(who), why: 'other' };
    const outcome = await runVerb(app, world.clerk.actor, { caseKey, verb: 'assign', input });
    return outcome.ok ? 'ok' : outcome.refusal;
  };
  expect(await assign(second)).toBe('over-cap');
  await agree(second, { ...agreed, weeklyCap: 50, conflicts: [world.practice.name] });
  expect(await assign(second)).toBe('in-conflict');
  await agree(second, { ...agreed, weeklyCap: 50 });
  const today = (await t.db.as(lead.actor, async tx => tx.now)).slice(0, 10);
  const days = { from: '2020-01-01', until: '2020-01-02' };
  expect(
    await t.db.as(world.physician.actor, async tx =>
      tx.adviceGroups.addAbsence(key(), await keyOf(second), days),
    ),
  ).toBe(false);
  const absence = key();
  const member = await keyOf(second);
  await t.db.as(second.actor, tx =>
    tx.adviceGroups.addAbsence(absence, member, { from: '2020-01-01', until: '2020-01-02' }),
  );
  await t.superuser.query('update absences set from_day = $1::date - 1, until_day = $1::date + 3', [today]);
  expect(await assign(second)).toBe('member-away');
  expect(await t.db.as(world.physician.actor, tx => tx.adviceGroups.removeAbsence(absence))).toBe(false);
  expect(await t.db.as(lead.actor, tx => tx.adviceGroups.removeAbsence(absence))).toBe(true);
  expect(await assign(second)).toBe('ok');
});

it('the settings are shown to those of the site', async () => {
  const monday = weekBegan('2026-11-18T00:00:00.000Z', 'America/Toronto');
  expect(monday).toBe('2026-11-16T05:00:00.000Z');
  const shown = await t.db.as(lead.actor, tx => tx.adviceGroups.byKey(group.key, monday));
  expect(shown?.members.map(one => [one.name, one.weeklyCap])).toContainEqual(['Sam Second', 50]);
  expect(await t.db.as(world.physician.actor, tx => tx.adviceGroups.byKey(group.key, monday))).toBeNull();
  expect(await t.db.as(lead.actor, tx => tx.adviceGroups.here())).toMatchObject([
    { key: group.key, automatic: true },
  ]);
});
