import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addService, ask } from '../../test/support/cases.ts';
import { type SmallClinic, smallClinic } from '../../test/support/small-clinic.ts';
import { addMember, addSite, addUnit } from '../../test/support/world.ts';
import type { Actor } from '../app/actor.ts';
import { runVerb } from '../app/run-verb.ts';
import { hears } from '../domain/case/access.ts';
import { audiences } from '../domain/case/events.ts';
import { sides } from '../domain/case/state.ts';
import { beginAs } from './begin.ts';

let { t, app, world, clinic, patientKey } = {} as SmallClinic;

beforeAll(async () => {
  ({ t, app, world, clinic, patientKey } = await smallClinic());
});
afterAll(() => t.drop());

const limits = { statementMs: 5000, lockMs: 5000, idleMs: 5000 };

/** Plain SQL as the application's role: nothing of ours but the policies stands between. */
async function asRole<R>(actor: Actor | null, work: (client: pg.PoolClient) => Promise<R>): Promise<R> {
  const client = await t.app.connect();
  try {
    await client.query(actor ? beginAs(actor, limits) : 'begin');
    return await work(client);
  } finally {
    await client.query('rollback');
    client.release();
  }
}

const rows = (actor: Actor | null, sql: string, values: unknown[] = []) =>
  asRole(actor, async client => (await client.query(sql, values)).rows);

const tables = ['requests', 'cases', 'case_events', 'event_bodies', 'case_access', 'notices', 'receipts'];

const sent = (service = clinic) => ask(app, world.physician.actor, { service, patientKey, receipt: key() });
let keys = 0;
const key = () => `form-${++keys}`;
const idOf = async (caseKey: string): Promise<number> =>
  (await t.superuser.query('select id from cases where key = $1', [caseKey])).rows[0].id;
const must = async (actor: Actor, caseKey: string, verb: string, input: object = {}) => {
  const outcome = await runVerb(app, actor, { caseKey, verb, input });
  expect(outcome).toMatchObject({ ok: true });
};
const bodiesOf = async (actor: Actor, id: number): Promise<string[]> =>
  (await rows(actor, 'select body from event_bodies where case_id = $1 order by seq', [id])).map(
    row => row.body,
  );

describe('the second wall, by SQL as the role of the application', () => {
  it('shows a stranger, a visitor and nobody at all not one row', async () => {
    await sent();
    const patient: Actor = { kind: 'patient', link: 1, request: 999_999 };
    const guest: Actor = { kind: 'guest', link: 999, case: 1 };
    const job: Actor = { kind: 'job', case: null };
    for (const actor of [world.outsider.actor, { kind: 'visitor' } as const, patient, guest, job, null])
      for (const table of tables) expect(await rows(actor, `select * from ${table}`)).toEqual([]);
  });

  it('forces itself on every table of this part, for the owner too', async () => {
    const found = await t.superuser.query(
      `select relname from pg_class where relname = any ($1) and relrowsecurity and relforcerowsecurity`,
      [tables],
    );
    expect(found.rows.map(row => row.relname).sort()).toEqual([...tables].sort());
  });

  it('reads audiences as the domain does, for every audience and side', async () => {
    for (const audience of audiences)
      for (const side of sides) {
        const [row] = await rows(world.clerk.actor, 'select audience_reads($1, $2) as reads', [
          audience,
          side,
        ]);
        expect([audience, side, row.reads]).toEqual([
          audience,
          side,
          side === 'system' || hears(audience, side),
        ]);
      }
  });

  it('keeps notes to the side that wrote them', async () => {
    const { caseKey } = await sent();
    const id = await idOf(caseKey);
    await must(world.clerk.actor, caseKey, 'note', { text: 'RECEIVER-NOTE' });
    await must(world.physician.actor, caseKey, 'note', { text: 'REQUESTER-NOTE' });
    const receiver = (await bodiesOf(world.clerk.actor, id)).join();
    const requester = (await bodiesOf(world.physician.actor, id)).join();
    expect(receiver).toContain('RECEIVER-NOTE');
    expect(receiver).not.toContain('REQUESTER-NOTE');
    expect(requester).toContain('REQUESTER-NOTE');
    expect(requester).not.toContain('RECEIVER-NOTE');
    const known = await rows(
      world.physician.actor,
      `select side from case_events where type = 'noted' and case_id = $1`,
      [id],
    );
    expect(known).toEqual([{ side: 'requester' }]);
  });

  it('shows the patient of the request what is for everyone, and of no other request', async () => {
    const [mine, other] = [await sent(), await sent()];
    await must(world.clerk.actor, mine.caseKey, 'message', { text: 'BETWEEN-CLINICS', to: 'all' });
    await must(world.clerk.actor, mine.caseKey, 'message', { text: 'HELLO-PATIENT', to: 'everyone' });
    const found = await t.superuser.query('select id from requests where key = $1', [mine.requestKey]);
    const patient: Actor = { kind: 'patient', link: 5, request: found.rows[0].id };
    const id = await idOf(mine.caseKey);
    const said = (await bodiesOf(patient, id)).join();
    expect(said).toContain('HELLO-PATIENT');
    expect(said).not.toContain('BETWEEN-CLINICS');
    expect(await bodiesOf(patient, await idOf(other.caseKey))).toEqual([]);
    expect(await rows(patient, 'select id from requests')).toEqual(found.rows);
  });

  it('gives an intake the dates and messages of the next case, not its clinical words', async () => {
    const hospital = await addSite(t, 'General Hospital', { kind: 'hospital' });
    const surgeon = await addMember(t, hospital.id, { name: 'Sara Surgeon', roles: ['clinician'] });
    const surgery = await addService(t, hospital.id, { name: 'Surgery' });
    const { caseKey, requestKey } = await sent();
    await must(world.clerk.actor, caseKey, 'forward', { service: surgery.key });
    const cases = await t.superuser.query(
      'select c.id, c.key from cases c join requests r on r.id = c.request_id where r.key = $1 order by c.id',
      [requestKey],
    );
    expect(cases.rows).toHaveLength(2);
    const next = cases.rows[1];
    expect((await bodiesOf(surgeon.actor, next.id)).join()).toContain('Please assess');
    await must(surgeon.actor, next.key, 'message', { text: 'TO-ALL', to: 'all' });
    await must(surgeon.actor, next.key, 'message', { text: 'CLINICAL-WORDS', to: 'clinical' });
    await must(surgeon.actor, next.key, 'accept', { walkIn: 'on' });
    const intake = (await bodiesOf(world.clerk.actor, next.id)).join();
    expect(intake).toContain('TO-ALL');
    expect(intake).toContain('"status":"accepted"');
    expect(intake).not.toContain('CLINICAL-WORDS');
    expect((await bodiesOf(world.physician.actor, next.id)).join()).toContain('CLINICAL-WORDS');
    expect(await bodiesOf(surgeon.actor, cases.rows[0].id)).toEqual([]);
  });

  it('leaves a receiver who declined what it saw and nothing later', async () => {
    const { caseKey } = await sent();
    const id = await idOf(caseKey);
    const { clerk, physician } = world;
    await must(clerk.actor, caseKey, 'decline', { reason: 'no-capacity', noneExists: 'on' });
    const kept = await rows(clerk.actor, 'select seq from case_events where case_id = $1', [id]);
    expect(kept.length).toBeGreaterThan(2);
    await must(physician.actor, caseKey, 'message', { text: 'AFTERWARDS', to: 'all' });
    expect(await rows(clerk.actor, 'select seq from case_events where case_id = $1', [id])).toEqual(kept);
    expect((await bodiesOf(clerk.actor, id)).join()).not.toContain('AFTERWARDS');
    expect(await rows(clerk.actor, 'select state from cases where id = $1', [id])).toEqual([]);
    const [row] = await rows(
      clerk.actor,
      `select status, due, frozen->'state'->>'status' as was from case_access`,
      [],
    ).then(all => all.filter(one => one.was));
    expect(row).toMatchObject({ status: 'declined', due: null, was: 'declined' });
  });

  it('ends the access of everybody else when a case was entered in error', async () => {
    const { caseKey } = await sent();
    const id = await idOf(caseKey);
    await must(world.physician.actor, caseKey, 'void', { why: 'another patient' });
    for (const table of ['case_events', 'event_bodies', 'case_access', 'notices'])
      expect(await rows(world.clerk.actor, `select * from ${table} where case_id = $1`, [id])).toEqual([]);
    expect(await rows(world.physician.actor, 'select id from cases where id = $1', [id])).toEqual([{ id }]);
  });

  it('narrows a large site to the unit that the case is at', async () => {
    const cardiology = await addUnit(t, world.clinic.id, 'Cardiology');
    const service = await addService(t, world.clinic.id, { unit: cardiology, name: 'Cardiology' });
    const other = await addUnit(t, world.clinic.id, 'Dermatology');
    const inside = await addMember(t, world.clinic.id, {
      name: 'In Side',
      roles: ['clerk'],
      unit: cardiology,
    });
    const outside = await addMember(t, world.clinic.id, { name: 'Out Side', roles: ['clerk'], unit: other });
    const id = await idOf((await sent(service)).caseKey);
    const sees = (actor: Actor) => rows(actor, 'select id from cases where id = $1', [id]);
    expect(await sees(inside.actor)).toEqual([{ id }]);
    expect(await sees(world.clerk.actor)).toEqual([{ id }]);
    expect(await sees(outside.actor)).toEqual([]);
  });
});

describe('writing past the application', () => {
  const denied = { code: '42501' };
  const attempts = (actor: Actor | null, sql: string, values: unknown[] = []) => rows(actor, sql, values);

  it.each([
    ['changing an event', `update case_events set type = 'accepted'`],
    ['deleting an event', 'delete from case_events'],
    ['changing words', `update event_bodies set body = ''`],
    ['deleting words', 'delete from event_bodies'],
    [
      'adding an event',
      `insert into event_bodies (case_id, seq, audience, side, body) values (1, 99, 'all', 'receiver', '{}')`,
    ],
    ['changing a case', `update cases set state = '{}'`],
    ['giving oneself access', `insert into case_access select * from case_access`],
    ['changing access', `update case_access set until_seq = null`],
    ['projecting', 'select project_case(1)'],
    ['purging', `select purge_event(1, 1, 'because')`],
    ['appending', `select append_events(1, 'k', 0, '', '[]')`],
  ])('refuses %s', async (_what, sql) => {
    await expect(attempts(world.clerk.actor, sql)).rejects.toMatchObject(denied);
  });

  it('refuses changes of events to their owner too', async () => {
    await sent();
    await expect(t.owner.query(`update case_events set type = 'x'`)).rejects.toThrow(/append-only/);
    await expect(t.owner.query('delete from event_bodies')).rejects.toThrow(/append-only/);
    await expect(t.owner.query(`update event_bodies set body = 'other words'`)).rejects.toThrow(
      /append-only/,
    );
    await expect(t.owner.query('truncate case_events cascade')).rejects.toThrow(/append-only/);
  });

  it('shares a case only with an event of the same transaction, and only by who holds it', async () => {
    const id = await idOf((await sent()).caseKey);
    const share = 'select share_case($1, $2, $3)';
    const copy = [id, `site:${world.stranger.id}`, 'copy'];
    await expect(attempts(world.clerk.actor, share, copy)).rejects.toThrow(/by an event/);
    await expect(attempts(world.outsider.actor, share, copy)).rejects.toThrow(/not a party/);
    await expect(attempts(null, share, copy)).rejects.toThrow(/not a party/);
  });

  it('lets a copy in with an event, which then reads what is for all', async () => {
    const { caseKey } = await sent();
    const id = await idOf(caseKey);
    await t.db.as(world.clerk.actor, async tx => {
      const locked = await tx.cases.lock(caseKey);
      if (typeof locked !== 'object') throw new Error('not held');
      const { version, state, turn } = locked;
      const by = { side: 'receiver', clinical: false, lead: false } as const;
      const body = '{"text":"A copy goes to Elsewhere Clinic"}';
      const event = { type: 'messaged', audience: 'all', at: tx.now, by, body } as const;
      await tx.cases.record({ case: id, version, state, turn, events: [event] });
      await tx.cases.share(id, { site: world.stranger.id }, 'copy');
    });
    const read = (await bodiesOf(world.outsider.actor, id)).join();
    expect(read).toContain('A copy goes');
    expect(
      await rows(world.outsider.actor, 'select side, accountable from case_access where case_id = $1', [id]),
    ).toEqual([{ side: 'copy', accountable: false }]);
  });

  it('opens a case only with an event, and only by one of its parties', async () => {
    const { clinic: at, practice } = world;
    const state = {
      type: 'referral',
      status: 'sent',
      title: 'x',
      requester: { site: practice.id },
      receiver: { site: at.id },
    };
    const event = {
      type: 'sent',
      audience: 'everyone',
      at: '2026-11-22T14:00:00.000Z',
      side: 'requester',
      clinical: true,
      lead: false,
      body: '{}',
    };
    const open = (actor: Actor, change: object) =>
      attempts(actor, 'select * from open_case($1)', [
        JSON.stringify({
          ...{
            request: { key: `k${++keys}`, reference: `ES-${keys}` },
            key: `c${keys}`,
            type: 'referral',
            state,
            turn: 1,
          },
          ...{ patient: {}, at: event.at, events: [event], ...change },
        }),
      ]);
    expect(await open(world.physician.actor, {})).toHaveLength(1);
    await expect(open(world.physician.actor, { events: [] })).rejects.toThrow(/with its event/);
    await expect(open(world.outsider.actor, {})).rejects.toThrow(/takes no part/);
    const held = (await t.superuser.query('select id from requests limit 1')).rows[0].id;
    await expect(open(world.outsider.actor, { request: { id: held } })).rejects.toThrow(/not a party/);
    await expect(open({ kind: 'visitor' }, {})).rejects.toThrow(/takes no part/);
  });

  it('records nothing for a stranger and nothing without an event', async () => {
    const id = await idOf((await sent()).caseKey);
    const what = (events: unknown[]) => [
      JSON.stringify({ case: id, version: 2, state: {}, turn: 1, events }),
    ];
    const record = 'select record_events($1)';
    await expect(attempts(world.outsider.actor, record, what([{}]))).rejects.toThrow(/not a party/);
    await expect(attempts(world.clerk.actor, record, what([]))).rejects.toThrow(/with an event/);
  });

  it('takes the author of an event from the session, whatever the caller says', async () => {
    const { caseKey } = await sent();
    const id = await idOf(caseKey);
    await must(world.specialist.actor, caseKey, 'accept');
    const { rows: found } = await t.superuser.query(
      `select person, member, site from case_events where case_id = $1 and type = 'accepted'`,
      [id],
    );
    const { person, member } = world.specialist;
    expect(found).toEqual([{ person, member, site: world.clinic.id }]);
  });

  it('keeps receipts and notices to those they belong to', async () => {
    const { caseKey } = await sent();
    const id = await idOf(caseKey);
    expect(await rows(world.physician.actor, 'select * from receipts')).not.toEqual([]);
    expect(await rows(world.clerk.actor, 'select * from receipts')).toEqual([]);
    expect(await rows(world.clerk.actor, 'select * from notices where case_id = $1', [id])).not.toEqual([]);
    await expect(
      rows(
        world.clerk.actor,
        `insert into notices (message_id, case_id, seq, recipient_kind, recipient_id, template, params, made_at, state_at)
         values ('m@x', $1, 1, 'site', 1, 'new', '{}', now(), now())`,
        [id],
      ),
    ).rejects.toMatchObject(denied);
  });
});
