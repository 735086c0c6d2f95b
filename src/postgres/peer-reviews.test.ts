import { afterAll, beforeAll, expect, it } from 'vitest';
import { addService, type TestService } from '../../test/support/cases.ts';
import { adviceOfLastMonth } from '../../test/support/closed-advice.ts';
import { freshDatabase, type TestDatabase } from '../../test/support/database.ts';
import { smallWorld } from '../../test/support/world.ts';

let t: TestDatabase;
let group: TestService;

beforeAll(async () => {
  t = await freshDatabase();
  const world = await smallWorld(t);
  group = await addService(t, world.clinic.id, { type: 'econsult', name: 'Haematology advice' });
  await adviceOfLastMonth(t, world, group);
});
afterAll(() => t.drop());

/** The months of 2026 in whose pool the answer is. */
async function pools(): Promise<number[]> {
  const found: number[] = [];
  for (let month = 1; month < 12; month++) {
    const [from, until] = [month, month + 1].map(
      one => `2026-${String(one).padStart(2, '0')}-01T05:00:00.000Z`,
    );
    const answers = await t.db.as({ kind: 'job', case: null }, tx =>
      tx.peerReviews.answers(group.id, from!, until!),
    );
    if (answers.length > 0) found.push(month);
  }
  return found;
}

/** Answered on 10 March 2026, and closed on that day; or never. */
async function course(closed: string | null): Promise<void> {
  await t.owner.query(`update econsult_figures set answered_at = '2026-03-10T15:00:00Z'`);
  await t.superuser.query(`set session_replication_role = replica;
    update case_events set at = '${closed ?? 'infinity'}' where type = 'closed'; reset session_replication_role`);
  await t.owner.query(`update cases set state = jsonb_set(state, '{status}', $1)`, [
    closed ? '"closed"' : '"answered"',
  ]);
}

it('an answer may be drawn once its question is closed, or after sixty days when nobody closes it: in one month', async () => {
  await course('2026-03-20T15:00:00Z');
  expect(await pools()).toEqual([3]);
  await course('2026-04-02T15:00:00Z');
  expect(await pools()).toEqual([4]);
  await course(null);
  expect(await pools()).toEqual([5]);
  await course('2026-08-02T15:00:00Z');
  expect(await pools()).toEqual([5]);
  await t.owner.query(`update cases set state = jsonb_set(state, '{status}', '"void"')`);
  expect(await pools()).toEqual([]);
});
