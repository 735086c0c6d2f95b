import { afterAll, beforeAll, expect, it } from 'vitest';
import { runVerb } from '../../../src/app/run-verb.ts';
import { addPatient, addService, appOn, ask, type TestService } from '../../support/cases.ts';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';
import { addMember, addSite, smallWorld } from '../../support/world.ts';

let t: TestDatabase;
let world: Awaited<ReturnType<typeof smallWorld>>;
let service: TestService;
let patient: { id: number; key: string };
let steward: Awaited<ReturnType<typeof addMember>>;

beforeAll(async () => {
  t = await freshDatabase();
  world = await smallWorld(t);
  service = await addService(t, world.clinic.id);
  patient = await addPatient(t, world.physician.actor);
  const programme = await addSite(t, 'The programme', { kind: 'programme' });
  steward = await addMember(t, programme.id, { name: 'Una Programme', roles: ['steward'] });
});
afterAll(() => t.drop());

const needs = (actor: Parameters<typeof t.db.as>[0] = steward.actor) =>
  t.db.as(actor, tx => tx.unmetNeeds.since('2020-01-01'));
const declined = async (noneExists: boolean) => {
  const { caseKey } = await ask(appOn(t), world.physician.actor, { service, patientKey: patient.key });
  const input = noneExists ? { reason: 'out-of-scope', noneExists: 'on' } : { reason: 'duplicate' };
  const outcome = await runVerb(appOn(t), world.clerk.actor, { caseKey, verb: 'decline', input });
  expect(outcome).toMatchObject({ ok: true });
};
const searched = (key: string | null, words: string) =>
  t.db.as(world.physician.actor, tx => tx.unmetNeeds.count(patient.id, words, key));

it('six declines that say none exists are a line, fewer are not, and other declines never', async () => {
  for (let n = 0; n < 5; n++) await declined(true);
  await declined(false);
  expect(await needs()).toEqual([]);
  await declined(true);
  expect(await needs()).toMatchObject([{ region: 'N', category: 'psychiatry', declines: 6, searches: 0 }]);
});

it('searches without any fit count by region and category, below six not shown', async () => {
  for (let n = 0; n < 5; n++) await searched(service.key, `rare need ${n}`);
  expect(await needs()).toMatchObject([{ declines: 6, searches: null }]);
  await searched(service.key, 'another rare need');
  for (let n = 0; n < 7; n++) await searched(null, `unheard of ${n}`);
  expect(await needs()).toMatchObject([
    { category: '', searches: 7, declines: 0 },
    { category: 'psychiatry', searches: 6 },
  ]);
});

it('nobody else reads them, and nobody counts for another site’s patient', async () => {
  expect(await needs(world.physician.actor)).toEqual([]);
  await t.db.as(world.outsider.actor, tx => tx.unmetNeeds.count(patient.id, 'x', null));
  await expect(t.app.query('select from unmet_searches')).rejects.toMatchObject({ code: '42501' });
  expect((await needs())[0]).toMatchObject({ searches: 7 });
});

it('the same search drawn anew is one need, and its words are nowhere to be read', async () => {
  for (const words of ['unheard of 3', ' Unheard  of 3\n']) await searched(null, words);
  expect((await needs())[0]).toMatchObject({ searches: 7 });
  await expect(t.app.query('select from unmet_searches_seen')).rejects.toMatchObject({ code: '42501' });
  const kept = await t.owner.query('select day, search from unmet_searches_seen');
  expect(kept.rows).toHaveLength(13);
  expect(kept.rows.every(({ search }) => search.length === 32)).toBe(true);
});
