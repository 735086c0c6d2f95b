import { afterAll, beforeAll, expect, it } from 'vitest';
import { addService } from '../../test/support/cases.ts';
import { adviceOfLastMonth } from '../../test/support/closed-advice.ts';
import { freshDatabase, type TestDatabase } from '../../test/support/database.ts';
import { addMember, smallWorld, type TestMember } from '../../test/support/world.ts';
import { closePay, readPay } from '../app/econsult/pay.ts';
import { purgeDue, readPurgeDue } from '../app/programme/purge.ts';
import { databaseOn } from './database.ts';
import { openPool } from './pool.ts';

let t: TestDatabase;
let lead: TestMember;
let asOwner: { db: ReturnType<typeof databaseOn> };

beforeAll(async () => {
  t = await freshDatabase({ demo: true });
  const world = await smallWorld(t);
  lead = await addMember(t, world.clinic.id, { name: 'Lea Lead', roles: ['lead'] });
  const group = await addService(t, world.clinic.id, { type: 'econsult', name: 'Haematology advice' });
  await adviceOfLastMonth(t, world, group);
  await t.superuser.query(
    `insert into peer_reviews (key, service_id, case_id, author_id, reviewer_id, month, drawn_at, comment)
     select 'k', service_id, case_id, member_id, requester_member, '2026-01', now(), 'Whitcombe' from econsult_figures`,
  );
  asOwner = { db: databaseOn(openPool(t.addresses.owner, { size: 2 })) };
});
afterAll(async () => {
  await asOwner?.db.close();
  await t?.drop();
});

const hour = {
  ...{ code: 'HOUR', side: 'specialist', name: { en: 'Time', fr: 'Temps' }, from: '2020-01-01' },
  ...{ cents: 20_000, per: 'hour', caps: [], source: 'x', checked: '2026-01-01' },
} as const;
const pay = () =>
  ({ db: t.db, config: { baseUrl: 'http://x', secretKey: 'x'.repeat(32), payRules: [hour] } }) as never;

it('what a purged eConsult counted and was paid stays, of whom it was goes, and no pay is taken back for it', async () => {
  const { rows } = await t.owner.query<{ last: string; month: string }>(
    `select to_char(now() at time zone 'America/Toronto' - interval '1 month', 'YYYY-MM-01') as last,
       to_char(now() at time zone 'America/Toronto', 'YYYY-MM-01') as month`,
  );
  const { last, month } = rows[0]!;
  expect(await closePay(pay(), lead.actor, last)).toBe(true);
  const figures = async () => (await t.owner.query('select * from econsult_figures')).rows;
  const [before] = await figures();
  expect(before.patient_id).not.toBeNull();
  await t.owner.query(`update installation set clock_offset = interval '12 years'`);
  const due = await readPurgeDue(asOwner, 10);
  expect(await purgeDue(asOwner, due, () => undefined)).toBe(1);
  expect(await figures()).toEqual([{ ...before, patient_id: null }]);
  expect((await t.superuser.query('select comment from peer_reviews')).rows).toEqual([{ comment: null }]);
  const lines = async (when: string) => (await readPay(pay(), lead.actor, when))!.lines;
  expect((await lines(last)).map(({ cents, reason }) => [cents, reason])).toEqual([[4_000, 'paid']]);
  expect(await lines(month)).toEqual([]);
});
