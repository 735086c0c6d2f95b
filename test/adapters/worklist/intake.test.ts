import { afterAll, beforeAll, expect, it } from 'vitest';
import { splitCase } from '../../../src/app/jobs/split-case.ts';
import { setIntake } from '../../../src/app/listings/set-intake.ts';
import { readRequest } from '../../../src/app/read-request.ts';
import { runVerb } from '../../../src/app/run-verb.ts';
import { setSplits } from '../../../src/app/split-on-arrival.ts';
import { readWorklist } from '../../../src/app/worklist/worklists.ts';
import { addPatient, addService, appOn, ask, type TestService } from '../../support/cases.ts';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';
import { addMember, addSite, smallWorld, type TestMember, type TestSite } from '../../support/world.ts';

let t: TestDatabase;
let w: Awaited<ReturnType<typeof smallWorld>>;
let hub: TestSite;
let hubClerk: TestMember;
let hubLead: TestMember;
let knees: TestService;
let hips: TestService;
let patientKey: string;

beforeAll(async () => {
  t = await freshDatabase();
  w = await smallWorld(t);
  hub = await addSite(t, 'Champlain Joint Intake');
  hubClerk = await addMember(t, hub.id, { name: 'Ines Duval', roles: ['clerk'] });
  hubLead = await addMember(t, hub.id, { name: 'Lena Roth', roles: ['lead'] });
  knees = await addService(t, w.clinic.id, { name: 'Knee clinic' });
  hips = await addService(t, w.stranger.id, { name: 'Hip clinic' });
  patientKey = (await addPatient(t, w.physician.actor)).key;
});
afterAll(() => t?.drop());

const through = (service: TestService, takes: string) =>
  t.owner.query('update services set takes = $2, intake_site = $3 where id = $1', [
    ...[service.id, takes],
    takes === 'direct' ? null : hub.id,
  ]);
const open = async (member: TestMember) => {
  const ask = { folder: 'needs-me', filters: {}, ends: [] } as const;
  const { counts } = await readWorklist(appOn(t) as never, member.actor, ask);
  return counts.open.map(({ side, status, count }) => `${side} ${status} ${count}`).sort();
};
const does = async (member: TestMember, caseKey: string, verb: string, input: object) => {
  const outcome = await runVerb(appOn(t), member.actor, { caseKey, verb, input });
  expect(outcome).toMatchObject({ ok: true });
  const story = await readRequest(appOn(t) as never, member.actor, outcome.ok ? outcome.requestKey : '');
  return story!.cases;
};

it('a lead turns the intake of their own site on, and not off while a service names it', async () => {
  expect(await setIntake(appOn(t), hubClerk.actor, true)).toBeNull();
  expect(await setIntake(appOn(t), hubLead.actor, true)).toBe(true);
  await through(knees, 'intake');
  expect(await setIntake(appOn(t), hubLead.actor, false)).toBe(false);
  const { rows } = await t.owner.query('select intake_for_others as on from sites where id = $1', [hub.id]);
  expect(rows[0].on).toBe(true);
});

it('a referral to a service behind an intake goes there, and its clinic sees nothing until it is sent on', async () => {
  const sent = await ask(appOn(t), w.physician.actor, { service: knees, patientKey });
  expect(await open(hubClerk)).toEqual(['receiver sent 1']);
  expect(await open(w.clerk)).toEqual([]);
  const cases = await does(hubClerk, sent.caseKey, 'forward', { service: knees.key });
  expect(await open(hubClerk)).toEqual(['intake sent 1']);
  expect(await open(w.clerk)).toEqual(['receiver sent 1']);

  // The clinic sends it on to another; the intake stays, and hears of the decline.
  const atKnees = cases.at(-1)!.key;
  await does(w.clerk, atKnees, 'forward', { service: hips.key });
  expect(await open(hubClerk)).toEqual(['intake sent 1']);
  const story = await readRequest(appOn(t) as never, hubClerk.actor, sent.requestKey);
  const atHips = story!.cases.at(-1)!.key;
  await does(w.outsider, atHips, 'decline', { reason: 'no-capacity', noneExists: 'on' });
  expect(await open(hubClerk)).toEqual(['intake declined 1']);
  const told = await t.superuser.query(
    `select distinct template from notices where recipient_kind = 'site' and recipient_id = $1`,
    [hub.id],
  );
  expect(told.rows.map(row => row.template)).toContain('your-turn');
  await does(hubClerk, atHips, 'hand-back', { reason: 'No clinic has room.' });
  expect(await open(w.physician)).toContain('requester declined 1');
});

it('where the service leaves it to the sender, the sender chooses', async () => {
  await through(knees, 'both');
  const before = (await open(hubClerk)).length;
  await ask(appOn(t), w.physician.actor, { service: knees, patientKey });
  expect((await open(hubClerk)).length).toBe(before);
  await ask(appOn(t), w.physician.actor, { service: knees, patientKey, through: true });
  expect(await open(hubClerk)).toContain('receiver sent 1');
});

it('an intake that no longer works here is passed over', async () => {
  await through(knees, 'intake');
  await t.owner.query('update sites set suspended_at = now() where id = $1', [hub.id]);
  await ask(appOn(t), w.physician.actor, { service: knees, patientKey });
  expect(await open(w.clerk)).toContain('receiver sent 2');
});

it('a listing splits what arrives into services of its keeper’s choice, each a case of its own', async () => {
  const { rows } = await t.owner.query<{ key: string }>(
    'select key from services where id = any ($1) order by id',
    [[hips.id, knees.id]],
  );
  const all = await addService(t, w.stranger.id, { name: 'Joints' });
  const into = rows.map(row => row.key);
  const keep = (who: TestMember, list: readonly string[]) =>
    setSplits(appOn(t), who.actor, { key: all.key, into: list });
  expect(await keep(w.clerk, into)).toBeNull();
  expect(await keep(w.outsider, into.slice(0, 1))).toBe('too-few');
  expect(await keep(w.outsider, into)).toBe('kept');
  await through(knees, 'direct');
  const sent = await ask(appOn(t), w.physician.actor, { service: all, patientKey });
  const jobs = await t.db.as({ kind: 'job', case: null }, tx => tx.jobs.claim(['split-case'], 9));
  expect(jobs).toHaveLength(1);
  await splitCase.run(jobs[0]!, appOn(t) as never);
  const story = await readRequest(appOn(t) as never, w.physician.actor, sent.requestKey);
  expect(story!.cases.map(one => [one.state.status, one.state.receiver.service])).toEqual([
    ['split', all.id],
    ['sent', knees.id],
    ['sent', hips.id],
  ]);
});
