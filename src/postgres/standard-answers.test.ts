import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../test/support/database.ts';
import { smallWorld } from '../../test/support/world.ts';
import { key } from '../app/ports/ids.ts';

let t: TestDatabase;
let world: Awaited<ReturnType<typeof smallWorld>>;

beforeAll(async () => {
  t = await freshDatabase();
  world = await smallWorld(t);
});
afterAll(() => t.drop());

type Who = 'specialist' | 'outsider' | 'clerk';
const texts = (who: Who) => t.db.as(world[who].actor, tx => tx.standardAnswers.here());
const keep = (who: Who, one: { key: string; own: boolean; words?: string }) =>
  t.db.as(world[who].actor, tx =>
    tx.standardAnswers.keep({ title: 'Iron', words: 'Daily.', usedFor: 'answer', ...one }),
  );

it('an own text is seen by its writer alone, one of the group by the colleagues, and neither by another site', async () => {
  const [own, group] = [key(), key()];
  expect(await keep('specialist', { key: own, own: true })).toBe(true);
  expect(await keep('specialist', { key: group, own: false })).toBe(true);
  expect((await texts('specialist')).map(one => one.key)).toEqual([own, group]);
  expect((await texts('clerk')).map(one => one.key)).toEqual([group]);
  expect(await texts('outsider')).toEqual([]);
  expect(await keep('outsider', { key: group, own: false, words: 'Never.' })).toBe(false);
  expect(await keep('clerk', { key: own, own: true, words: 'Never.' })).toBe(false);
  const remove = (who: Who) => t.db.as(world[who].actor, tx => tx.standardAnswers.remove(own));
  expect(await remove('outsider')).toBe(false);
  expect(await remove('specialist')).toBe(true);
  expect((await texts('specialist')).map(one => one.words)).toEqual(['Daily.']);
});
