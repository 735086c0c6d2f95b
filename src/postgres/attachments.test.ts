import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../test/support/database.ts';
import { smallWorld } from '../../test/support/world.ts';
import type { Actor } from '../app/actor.ts';
import type { NewAttachment } from '../app/ports/attachments.ts';
import type { EventRow } from '../app/ports/cases.ts';
import type { Tx } from '../app/ports/database.ts';
import { key } from '../app/ports/ids.ts';
import type { Audience } from '../domain/case/events.ts';
import type { CaseState, Side } from '../domain/case/state.ts';
import type { PatientSnapshot } from '../domain/patient/patient.ts';

let t: TestDatabase;
let world: Awaited<ReturnType<typeof smallWorld>>;
let requester: Actor;
let receiver: Actor;
let stranger: Actor;
const job = { kind: 'job', case: null } as const;

const file = (name = 'Lab.pdf', size = 1000): NewAttachment => ({
  name,
  kind: 'pdf',
  size,
  blob: createHash('sha256').update(key()).digest('hex'),
  hash: 'h',
  scan: 'clean',
});
const event = (side: Side): EventRow => ({
  type: 'attached',
  audience: 'all',
  at: new Date().toISOString(),
  by: { side, clinical: true, lead: false },
  body: '{}',
});

function state(status: string): CaseState {
  const parts = { requester: { site: world.practice.id }, receiver: { site: world.clinic.id } };
  return {
    type: 'referral',
    status,
    urgency: 'routine',
    title: 'x',
    hops: 0,
    ...parts,
  } as unknown as CaseState;
}

function open(tx: Tx) {
  return tx.cases.open({
    request: { key: key(), reference: key(), patient: null },
    key: key(),
    type: 'referral',
    state: state('sent'),
    turn: 1,
    patient: { given: 'R', family: 'A' } as PatientSnapshot,
    events: [event('requester')],
  });
}

/** One more event of `actor`, then `work` in the same transaction. */
function during<T>(actor: Actor, caseId: number, work: (tx: Tx) => Promise<T>, status = 'sent'): Promise<T> {
  const side = actor === receiver ? 'receiver' : 'requester';
  return t.db.as(actor, async tx => {
    const version = (await tx.cases.eventsAfter(caseId, 0)).at(-1)!.seq;
    await tx.cases.record({ case: caseId, version, state: state(status), turn: 1, events: [event(side)] });
    return work(tx);
  });
}
const add = (actor: Actor, given = file()) => t.db.as(actor, tx => tx.attachments.add(given));
const sees = (actor: Actor, one: { key: string }) =>
  t.db.as(actor, async tx => (await tx.attachments.byKey(one.key)) !== null);
const put = (actor: Actor, caseId: number, ids: number[], audience: Audience = 'all') =>
  during(actor, caseId, tx => tx.attachments.putInCase(caseId, ids, audience));

let caseId: number;
beforeAll(async () => {
  t = await freshDatabase();
  world = await smallWorld(t);
  [requester, receiver, stranger] = [world.physician.actor, world.clerk.actor, world.outsider.actor];
});
afterAll(() => t.drop());
beforeEach(async () => {
  caseId = (await t.db.as(requester, open)).caseId;
});

describe('a file', () => {
  it('of a draft is seen by the site that added it and by nobody else', async () => {
    const one = await add(requester);
    expect(one).toMatchObject({
      name: 'Lab.pdf',
      kind: 'pdf',
      scan: 'clean',
      addedBy: world.physician.member,
    });
    expect(await sees(requester, one)).toBe(true);
    for (const actor of [receiver, stranger, job, { kind: 'visitor' } as const]) {
      expect(await sees(actor, one)).toBe(false);
    }
    expect((await t.app.query('select from attachments')).rowCount).toBe(0);
  });

  it('in a case is seen by its parties, in the order added', async () => {
    const [one, two] = [await add(requester, file('1.pdf')), await add(requester, file('2.pdf'))];
    await t.db.as(requester, async tx => {
      const { caseId: id } = await open(tx);
      await tx.attachments.putInCase(id, [one.id, two.id], 'all');
      caseId = id;
    });
    for (const actor of [requester, receiver]) {
      const files = await t.db.as(actor, tx => tx.attachments.ofCase(caseId));
      expect(files.map(each => each.name)).toEqual(['1.pdf', '2.pdf']);
      expect(await sees(actor, one)).toBe(true);
    }
    expect(await sees(stranger, one)).toBe(false);
    expect(await t.db.as(stranger, tx => tx.attachments.ofCase(caseId))).toEqual([]);
    expect(await t.db.as(stranger, tx => tx.attachments.byIds([one.id]))).toEqual([]);
  });

  it('for one side alone is not seen by the other', async () => {
    const one = await add(receiver);
    await put(receiver, caseId, [one.id], 'receiver');
    expect(await sees(receiver, one)).toBe(true);
    expect(await sees(requester, one)).toBe(false);
    expect(await t.db.as(requester, tx => tx.attachments.ofCase(caseId))).toEqual([]);
  });

  it('of another site cannot be pulled into a case of one’s own', async () => {
    const theirs = await add(stranger);
    await expect(put(requester, caseId, [theirs.id])).rejects.toMatchObject({ code: 'not-found' });
    const hidden = await add(receiver);
    await put(receiver, caseId, [hidden.id], 'receiver');
    const other = (await t.db.as(requester, open)).caseId;
    await expect(put(requester, other, [hidden.id])).rejects.toMatchObject({ code: 'not-found' });
  });

  it('comes into a case only with an event, and only by a party of it', async () => {
    const one = await add(requester);
    const alone = t.db.as(requester, tx => tx.attachments.putInCase(caseId, [one.id], 'all'));
    await expect(alone).rejects.toThrow('with an event');
    const theirs = await add(stranger);
    const intruder = t.db.as(stranger, tx => tx.attachments.putInCase(caseId, [theirs.id], 'all'));
    await expect(intruder).rejects.toThrow('of its party');
    await expect(t.db.as(requester, tx => tx.attachments.strike(caseId, one.id))).rejects.toThrow(
      'of a party',
    );
  });

  it('is refused when the case would hold more than 50 MB', async () => {
    const large = 10 * 1024 * 1024;
    const ids = [];
    for (let i = 0; i < 5; i++) ids.push((await add(requester, file(`${i}.pdf`, large))).id);
    await put(requester, caseId, ids);
    await put(requester, caseId, ids);
    const more = await add(requester, file('more.pdf', 1));
    await expect(put(requester, caseId, [more.id])).rejects.toMatchObject({ code: 'too-much' });
  });

  it('that was struck is seen by nobody', async () => {
    const one = await add(requester);
    await put(requester, caseId, [one.id]);
    await during(requester, caseId, tx => tx.attachments.strike(caseId, one.id));
    expect(await sees(requester, one)).toBe(false);
    expect(await sees(receiver, one)).toBe(false);
  });

  it('that came after a receiver had declined is not for that receiver', async () => {
    const [before, after] = [await add(requester), await add(requester)];
    await put(requester, caseId, [before.id]);
    await during(receiver, caseId, async () => {}, 'declined');
    await t.owner.query('update case_access set until_seq = 3 where case_id = $1 and side = $2', [
      caseId,
      'receiver',
    ]);
    await during(requester, caseId, tx => tx.attachments.putInCase(caseId, [after.id], 'all'), 'declined');
    expect(await sees(receiver, before)).toBe(true);
    expect(await sees(receiver, after)).toBe(false);
    const late = await add(receiver);
    await expect(t.db.as(receiver, tx => tx.attachments.putInCase(caseId, [late.id], 'all'))).rejects.toThrow(
      'of its party',
    );
  });

  it('cannot be written or changed around these ways', async () => {
    const one = await add(requester);
    const client = await t.app.connect();
    try {
      await client.query(
        `select set_config('app.kind', 'person', false), set_config('app.site', $1, false),
        set_config('app.member', $2, false)`,
        [String(world.stranger.id), String(world.outsider.member)],
      );
      for (const sql of [
        `update attachments set site_id = ${world.stranger.id} where id = ${one.id}`,
        `delete from attachments where id = ${one.id}`,
        `insert into case_attachments values (${caseId}, ${one.id}, 'all', 'receiver', 1, null)`,
        `select sees_attachment(a) from attachments a`,
        `insert into attachments (key, site_id, member_id, name, kind, size, blob, hash, scan) values
          ('k', ${world.practice.id}, ${world.outsider.member}, 'n', 'pdf', 1, 'b', 'h', 'clean')`,
      ]) {
        await expect(client.query(sql), sql).rejects.toThrow(/permission denied|row-level security/);
      }
    } finally {
      client.release(true);
    }
  });
});

describe('what jobs do with files', () => {
  it('scan what waits, once, and never let an infected one into a case', async () => {
    const one = await add(requester, { ...file(), scan: 'checking' });
    const waits = () => t.db.as(job, tx => tx.attachments.toScan(one.id));
    expect(await waits()).toMatchObject({ size: 1000 });
    expect(await t.db.as(stranger, tx => tx.attachments.toScan(one.id))).toBeNull();
    await t.db.as(stranger, tx => tx.attachments.scanned(one.id, 'clean'));
    await t.db.as(job, tx => tx.attachments.scanned(one.id, 'infected'));
    await t.db.as(job, tx => tx.attachments.scanned(one.id, 'clean'));
    expect(await waits()).toBeNull();
    expect(await t.db.as(requester, tx => tx.attachments.byKey(one.key))).toMatchObject({ scan: 'infected' });
    await expect(put(requester, caseId, [one.id])).rejects.toMatchObject({ code: 'not-found' });
  });

  it('forget what reached neither a draft nor a case, and name the bytes still needed', async () => {
    const [loose, drafted, sent] = [file('loose.pdf'), file('drafted.pdf'), file('sent.pdf')];
    const rows = [await add(requester, loose), await add(requester, drafted), await add(requester, sent)];
    await t.db.as(requester, tx => tx.drafts.begin({ kind: 'referral', attachments: [rows[1]!.id] }));
    await put(requester, caseId, [rows[2]!.id]);
    const later = new Date(Date.now() + 60_000).toISOString();
    expect(await t.db.as(stranger, tx => tx.attachments.dropLoose(later))).toBe(0);
    expect(await t.db.as(job, tx => tx.attachments.dropLoose(later))).toBeGreaterThan(0);
    const blobs = [loose.blob, drafted.blob, sent.blob, 'unknown'];
    expect(await t.db.as(job, tx => tx.attachments.named(blobs))).toEqual(new Set([drafted.blob, sent.blob]));
    expect(await t.db.as(requester, tx => tx.attachments.named(blobs))).toEqual(new Set());
  });
});
