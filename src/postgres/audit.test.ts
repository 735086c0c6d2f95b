import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../test/support/database.ts';
import { seal, sealAll } from '../../test/support/sealing.ts';
import { tamper, tamperings } from '../../test/support/tampering.ts';
import { smallWorld } from '../../test/support/world.ts';
import type { Anchor, AuditEntry } from '../app/ports/audit.ts';

let t: TestDatabase;
let world: Awaited<ReturnType<typeof smallWorld>>;

beforeAll(async () => {
  t = await freshDatabase();
  world = await smallWorld(t);
});
afterAll(() => t.drop());

const write = (entry: Partial<AuditEntry> = {}) =>
  t.db.as(world.clerk.actor, tx =>
    tx.audit.add({ act: 'open', what: 'case', ids: [1], result: 'ok', ...entry }),
  );
const verify = (anchor?: Anchor) =>
  t.operator.as({ kind: 'operator', command: 'verify-audit' }, tx => tx.audit.verify(anchor));
const newest = () => t.operator.as({ kind: 'operator', command: 'verify-audit' }, tx => tx.audit.newest());

describe('a row of the log', () => {
  it('says who by the word of the database', async () => {
    await write({ act: 'decline', patient: 42, why: 'wrong clinic', result: 'denied' });
    const { rows } = await t.owner.query('select * from audit order by id desc limit 1');
    expect(rows[0]).toMatchObject({
      ...{ site: world.clinic.id, member: world.clerk.member, patient: 42, kind: 'p', result: 'd', ids: [1] },
      ...{ act: 'decline', what: 'case', why: 'wrong clinic' },
    });
  });

  it('cannot be forged, changed or removed by the application', async () => {
    const asClerk = (sql: string) =>
      t.app.query(`begin; select set_config('app.kind', 'person', true); ${sql}; commit`);
    const refused = async (sql: string) => {
      await expect(asClerk(sql)).rejects.toThrow('permission denied');
      await t.app.query('rollback');
    };
    await refused(`insert into audit (member, act, what, ids, result) values (1, 'x', 'case', '{}', 'o')`);
    await refused(`insert into audit (at, act, what, ids, result) values (now(), 'x', 'case', '{}', 'o')`);
    await refused('update audit set act = act');
    await refused('delete from audit');
    await refused('truncate audit');
    await refused('select * from audit');
    await refused('delete from audit_seals');
    await expect(t.owner.query('delete from audit')).rejects.toThrow('append-only');
  });

  it('is at most 300 bytes, and a long list goes on in the next row', async () => {
    const ids = Array.from({ length: 25 }, (_, i) => 4_000_000_000 + i);
    await write({ act: 'worklist', ids });
    await write({ act: 'x'.repeat(24), what: 'patient', why: 'é'.repeat(200), ids, patient: 9 });
    const { rows } = await t.owner.query<{ size: number }>(
      'select max(pg_column_size(a.*)) as size, sum(cardinality(ids))::int as ids from audit a where id > 1',
    );
    expect(rows[0]).toMatchObject({ ids: 50 });
    expect(rows[0]!.size).toBeLessThanOrEqual(300);
  });

  it('goes with the transaction it tells of', async () => {
    const before = (await t.owner.query('select count(*) as n from audit')).rows[0].n;
    await t.db
      .as(world.clerk.actor, async tx => {
        await tx.audit.add({ act: 'open', what: 'case', ids: [1], result: 'ok' });
        throw new Error('no');
      })
      .catch(() => {});
    expect((await t.owner.query('select count(*) as n from audit')).rows[0].n).toBe(before);
  });
});

describe('sealing', () => {
  it('waits for a transaction that may still write a lower row', async () => {
    await sealAll(t);
    const slow = await t.app.connect();
    await slow.query(`begin; select set_config('app.kind', 'person', true)`);
    await slow.query(`insert into audit (act, what, ids, result) values ('slow', 'case', '{1}', 'o')`);
    await write({ act: 'quick' });
    await seal(t);
    const held = await newest();
    await seal(t);
    expect(await newest()).toEqual(held);
    await slow.query('commit');
    slow.release();
    await sealAll(t);
    expect((await newest())?.number).toBeGreaterThan(held?.number ?? 0);
    const { rows } = await t.owner.query(`select count(*) as n from audit a join audit_seals s
      on a.id > s.from_id and a.id <= s.to_id where a.act in ('slow', 'quick')`);
    expect(rows[0].n).toBe(2);
    expect(await verify()).toBeNull();
  });

  it('is done by one at a time, and every row is under one seal', async () => {
    for (let round = 0; round < 5; round++) {
      await Promise.all(Array.from({ length: 6 }, (_, i) => (i % 2 ? write({ ids: [round, i] }) : seal(t))));
    }
    await sealAll(t);
    const { rows } = await t.owner.query(
      `select count(*) filter (where n = 1) as once, count(*) as all from (
         select a.id, count(s.*) as n from audit a left join audit_seals s on a.id > s.from_id and a.id <= s.to_id
         group by a.id) x`,
    );
    expect(rows[0].once).toBe(rows[0].all);
    expect(await verify()).toBeNull();
  });
});

describe('an administrator who tampers', () => {
  it('is found each of a hundred times, and the row is named', async () => {
    for (let i = 0; i < 60; i++) {
      await write({ act: `act-${i}`, ids: [i, i + 1], patient: i });
      if (i % 7 === 0) await seal(t);
    }
    await sealAll(t);
    const anchor = (await newest())!;
    const ids = (await t.owner.query<{ id: number }>('select id from audit order by id')).rows.map(r => r.id);
    const client = await t.superuser.connect();
    expect(await verify(anchor)).toBeNull();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...tamperings), fc.nat(10_000), async (kind, pick) => {
        const { row, found } = await tamper(client, { ids, anchor }, kind, pick);
        expect(found, kind).not.toEqual([]);
        if (kind === 'edit' || kind === 'insert') expect(found[0]!.row_id).toBe(row);
      }),
      { numRuns: 100 },
    );
    client.release();
    expect(await verify(anchor)).toBeNull();
    expect(await verify({ number: anchor.number, hash: '00' })).toMatchObject({ seal: anchor.number });
  });
});
