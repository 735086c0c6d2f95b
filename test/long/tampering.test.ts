import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { seal, sealAll } from '../support/sealing.ts';
import { type Sealed, tamper, tamperings } from '../support/tampering.ts';
import { smallWorld } from '../support/world.ts';
import { chance } from './chance.ts';
import { times } from './runs.ts';

let t: TestDatabase;
let sealed: Sealed;

beforeAll(async () => {
  t = await freshDatabase();
  const { clerk } = await smallWorld(t);
  for (let i = 0; i < 200; i++) {
    await t.db.as(clerk.actor, tx =>
      tx.audit.add({ act: `act-${i}`, what: 'case', ids: [i, i + 1], patient: i, result: 'ok' }),
    );
    if (i % 9 === 0) await seal(t);
  }
  await sealAll(t);
  const ids = (await t.owner.query<{ id: number }>('select id from audit order by id')).rows.map(
    row => row.id,
  );
  const operator = { kind: 'operator', command: 'verify-audit' } as const;
  const anchor = (await t.operator.as(operator, tx => tx.audit.newest()))!;
  sealed = { ids, anchor };
});
afterAll(() => t.drop());

it('whatever an administrator does to the log is found, every time', async () => {
  const { pick, whole, seed } = chance();
  const client = await t.superuser.connect();
  try {
    for (let round = 0; round < times(1_000, 60); round++) {
      const [kind, at] = [pick(tamperings), whole(10_000)];
      const { row, found } = await tamper(client, sealed, kind, at);
      expect(found, `${kind} ${at} of seed ${seed}`).not.toEqual([]);
      if (kind === 'edit' || kind === 'insert') expect(found[0]!.row_id, `seed ${seed}`).toBe(row);
    }
  } finally {
    client.release();
  }
});
