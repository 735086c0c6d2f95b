import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../test/support/database.ts';
import { smallWorld } from '../../test/support/world.ts';

let t: TestDatabase;
let world: Awaited<ReturnType<typeof smallWorld>>;

beforeAll(async () => {
  t = await freshDatabase();
  world = await smallWorld(t);
});
afterAll(() => t.drop());

const all = (who: 'physician' | 'delegate') => t.db.as(world[who].actor, tx => tx.savedSearches.all());
const save = (name: string, asked: string) =>
  t.db.as(world.physician.actor, tx => tx.savedSearches.save({ name, asked }));

it('a member saves a search once, gives it another name and removes it, and nobody else sees it', async () => {
  expect(await save('Sleep', 'q=sleep')).toBe(true);
  expect(await save('Sleep and apnea', 'q=sleep')).toBe(true);
  expect(await save('Mood', 'q=mood')).toBe(true);
  const [mood, sleep] = await all('physician');
  expect([mood, sleep].map(one => [one!.name, one!.asked])).toEqual([
    ['Mood', 'q=mood'],
    ['Sleep and apnea', 'q=sleep'],
  ]);
  expect(await all('delegate')).toEqual([]);
  const { key } = mood!;
  const other = world.delegate.actor;
  expect(await t.db.as(other, tx => tx.savedSearches.rename(key, 'Mine'))).toBe(false);
  expect(await t.db.as(other, tx => tx.savedSearches.remove(key))).toBe(false);
  expect(await t.db.as(world.physician.actor, tx => tx.savedSearches.rename(key, 'Zest'))).toBe(true);
  expect((await all('physician')).map(one => one.name)).toEqual(['Sleep and apnea', 'Zest']);
  expect(await t.db.as(world.physician.actor, tx => tx.savedSearches.remove(key))).toBe(true);
  expect(await all('physician')).toHaveLength(1);
});

it('a hundred are kept, the next is refused, and one of them may be saved again', async () => {
  await t.superuser.query(
    `insert into saved_searches (key, member_id, name, asked)
     select 'many' || n, $1, 'N' || n, 'q=n' || n from generate_series(2, 100) n`,
    [world.physician.member],
  );
  expect(await save('One more', 'q=more')).toBe(false);
  expect(await save('Again', 'q=n7')).toBe(true);
  expect(await all('physician')).toHaveLength(100);
});
