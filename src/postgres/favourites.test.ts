import { afterAll, beforeAll, expect, it } from 'vitest';
import { addPatient, addService, appOn, ask, type TestService } from '../../test/support/cases.ts';
import { freshDatabase, type TestDatabase } from '../../test/support/database.ts';
import { smallWorld } from '../../test/support/world.ts';

let t: TestDatabase;
let world: Awaited<ReturnType<typeof smallWorld>>;
let service: TestService;

beforeAll(async () => {
  t = await freshDatabase();
  world = await smallWorld(t);
  service = await addService(t, world.clinic.id);
});
afterAll(() => t.drop());

const keys = (who: 'physician' | 'delegate') =>
  t.db.as(world[who].actor, async tx => (await tx.favourites.all()).map(one => one.key));

it('a member keeps a service once, nobody else sees it, and lets it go', async () => {
  for (let n = 0; n < 2; n++)
    expect(await t.db.as(world.physician.actor, tx => tx.favourites.add(service.id))).toBe(true);
  expect(await keys('physician')).toEqual([service.key]);
  expect(await keys('delegate')).toEqual([]);
  await t.db.as(world.delegate.actor, tx => tx.favourites.remove(service.id));
  expect(await keys('physician')).toEqual([service.key]);
  await t.db.as(world.physician.actor, tx => tx.favourites.remove(service.id));
  expect(await keys('physician')).toEqual([]);
});

it('a hundred are kept, the next is refused, and one of them may be kept again', async () => {
  await t.owner.query(
    `insert into services (key, site_id, kind, name_en, name_fr, category)
     select 'many' || n, $1, 'referral', 'N' || n, 'N' || n, 'psychiatry' from generate_series(1, 100) n`,
    [world.clinic.id],
  );
  await t.superuser.query(
    `insert into favourite_services (member_id, service_id) select $1, id from services where key like 'many%'`,
    [world.physician.member],
  );
  expect(await t.db.as(world.physician.actor, tx => tx.favourites.add(service.id))).toBe(false);
  const [known] = await t.owner
    .query(`select id from services where key = 'many7'`)
    .then(found => found.rows);
  expect(await t.db.as(world.physician.actor, tx => tx.favourites.add(known.id))).toBe(true);
  expect(await keys('physician')).toHaveLength(100);
});

it('services that one asked lately come first, each once', async () => {
  const { key: patientKey } = await addPatient(t, world.physician.actor);
  for (let n = 0; n < 2; n++) await ask(appOn(t), world.physician.actor, { service, patientKey });
  const lately = await t.db.as(world.physician.actor, tx => tx.favourites.askedLately());
  expect(lately.map(one => one.key)).toEqual([service.key]);
});

it('services that the site sent to are counted for everybody there, of those that are asked for', async () => {
  const before = (who: 'delegate' | 'clerk', keys: string[]) =>
    t.db.as(world[who].actor, tx => tx.favourites.sentTo(keys));
  expect(await before('delegate', ['many1', service.key])).toEqual([
    expect.objectContaining({ key: service.key, times: 2, last: expect.stringMatching(/^20\d\d-/) }),
  ]);
  expect(await before('delegate', ['many1'])).toEqual([]);
  expect(await before('delegate', [])).toEqual([]);
  // The clinic received them, and sent none.
  expect(await before('clerk', [service.key])).toEqual([]);
});
