import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { addPatient, addService, appOn, ask, type TestService } from '../../test/support/cases.ts';
import { freshDatabase, type TestDatabase } from '../../test/support/database.ts';
import { addMember, smallWorld, type TestMember } from '../../test/support/world.ts';
import type { App } from '../app/app.ts';
import { assignWaiting } from '../app/jobs/assign-waiting.ts';
import { type Acts, runVerb } from '../app/run-verb.ts';

let t: TestDatabase;
let app: Acts;
let world: Awaited<ReturnType<typeof smallWorld>>;
let group: TestService;
let patientKey: string;
let lead: TestMember;
let perinatal: TestMember;
let alsoPerinatal: TestMember;
let epilepsy: TestMember;

beforeAll(async () => {
  t = await freshDatabase();
  app = appOn(t);
  world = await smallWorld(t);
  const { id } = world.clinic;
  group = await addService(t, id, { type: 'econsult', name: 'Psychiatry advice' });
  lead = await addMember(t, id, { name: 'Lea Lead', roles: ['lead'] });
  perinatal = await addMember(t, id, { name: 'Pia Prenatal', roles: ['clinician'] });
  alsoPerinatal = await addMember(t, id, { name: 'Pat Prenatal', roles: ['clinician'] });
  epilepsy = await addMember(t, id, { name: 'Ed Epilepsy', roles: ['clinician'] });
  patientKey = (await addPatient(t, world.physician.actor)).key;
  const subSpecialties = [
    { name: 'Perinatal', words: ['pregnancy'] },
    { name: 'Epilepsy', words: ['seizure'] },
  ];
  await t.db.as(lead.actor, tx =>
    tx.adviceGroups.save(group.key, 0, { automatic: true, escalation: '', subSpecialties }),
  );
});
afterAll(() => t.drop());
beforeEach(async () => {
  await agree(world.specialist, 90);
  await agree(perinatal, 90, ['Perinatal']);
  await agree(alsoPerinatal, 0, ['Perinatal']);
  await agree(epilepsy, 90, ['Epilepsy']);
});

async function agree(who: TestMember, weeklyCap: number, subSpecialties: string[] = []): Promise<void> {
  const { rows } = await t.owner.query<{ key: string }>('select key from members where id = $1', [
    who.member,
  ]);
  const agreed = { weeklyCap, subSpecialties, languages: ['en'], regions: [], conflicts: [] };
  await t.db.as(lead.actor, tx => tx.adviceGroups.saveMember(group.key, rows[0]!.key, agreed));
}

const apart = { title: 'Lithium', question: 'Two things', questions: ['Which dose?', 'Safe in pregnancy?'] };
const asked = () => ask(app, world.physician.actor, { service: group, patientKey, input: apart });

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

it('one of several questions alone says which field it is for', async () => {
  expect(await holderOf((await asked()).caseKey)).toBe(perinatal.member);
});

it('a question that waited goes to nobody of another field, and to its own as soon as one is free', async () => {
  for (const one of [world.specialist, perinatal])
    await agree(one, 0, one === perinatal ? ['Perinatal'] : []);
  const { caseKey } = await asked();
  await tryWaiting();
  expect(await holderOf(caseKey)).toBeNull();
  await agree(perinatal, 90, ['Perinatal']);
  await agree(world.specialist, 90);
  await tryWaiting();
  expect(await holderOf(caseKey)).toBe(perinatal.member);
});

it('handed back, it goes to the next of its field, whatever the one who had it says', async () => {
  await agree(alsoPerinatal, 90, ['Perinatal']);
  const { caseKey } = await asked();
  const first = (await holderOf(caseKey)) === perinatal.member ? perinatal : alsoPerinatal;
  const next = first === perinatal ? alsoPerinatal : perinatal;
  const input = { why: 'Epilepsy: for whoever knows seizure after seizure, I think' };
  expect(await runVerb(app, first.actor, { caseKey, verb: 'release', input })).toMatchObject({ ok: true });
  expect(await holderOf(caseKey)).toBe(next.member);
});

it('asked elsewhere, it comes to the same field there', async () => {
  const other = await addService(t, world.clinic.id, { type: 'econsult', name: 'Pharmacy advice' });
  const { caseKey, requestKey } = await ask(app, world.physician.actor, {
    ...{ service: other, patientKey, input: apart },
  });
  const turned = { caseKey, verb: 'redirect', input: { service: group.key } };
  expect(await runVerb(app, world.physician.actor, turned)).toMatchObject({ ok: true });
  const { rows } = await t.owner.query<{ key: string }>(
    `select c.key from cases c join requests r on r.id = c.request_id where r.key = $1 order by c.id desc limit 1`,
    [requestKey],
  );
  expect(await holderOf(rows[0]!.key)).toBe(perinatal.member);
});
