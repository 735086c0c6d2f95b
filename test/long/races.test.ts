import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../src/app/actor.ts';
import { type Acts, type Outcome, runVerb } from '../../src/app/run-verb.ts';
import { freeSlots } from '../../src/app/schedule/slots.ts';
import { addPatient, addService, appOn, ask, type TestService } from '../support/cases.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { openDays } from '../support/open-days.ts';
import { addMember, addSite, smallWorld, type TestMember } from '../support/world.ts';
import { times } from './runs.ts';

let t: TestDatabase;
let app: Acts;
let world: Awaited<ReturnType<typeof smallWorld>>;
let second: TestMember;
let service: TestService;
let patientKey: string;

beforeAll(async () => {
  t = await freshDatabase();
  app = appOn(t);
  world = await smallWorld(t);
  second = await addMember(t, world.clinic.id, { name: 'Second Clerk', roles: ['clerk'] });
  service = await addService(t, world.clinic.id);
  patientKey = (await addPatient(t, world.physician.actor)).key;
});
afterAll(() => t.drop());

type Try = [TestMember, verb: string, input: object];
const sent = async () => (await ask(app, world.physician.actor, { service, patientKey })).caseKey;
const turnOf = async (caseKey: string): Promise<number> =>
  (await t.superuser.query('select turn from cases where key = $1', [caseKey])).rows[0].turn;
const start = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();

/** All at the same moment, each from a page drawn at the present turn: one wins, the others are told what changed. */
async function race(caseKey: string, tries: readonly Try[]): Promise<void> {
  const turn = await turnOf(caseKey);
  const ends = await Promise.all(
    tries.map(([who, verb, input]) => runVerb(app, who.actor, { caseKey, verb, input, turn })),
  );
  const winner = ends.filter(end => end.ok);
  expect(winner.length, JSON.stringify(ends)).toBe(1);
  for (const end of ends)
    if (!end.ok)
      expect(end).toMatchObject({ refusal: 'stale', turn: expect.any(Number), changed: told(winner) });
  const { rows } = await t.superuser.query(
    `select count(*)::int as n from case_events e join cases c on c.id = e.case_id
     where c.key = $1 and e.type = $2`,
    [caseKey, (winner[0] as Extract<Outcome, { ok: true }>).events[0]],
  );
  expect(rows[0].n).toBe(1);
}

/** The key of the first free slot of the clinic. */
async function firstFree(caseKey: string): Promise<string> {
  return t.db.as(world.clerk.actor, async tx => {
    const locked = await tx.cases.lock(caseKey);
    if (typeof locked !== 'object') throw new Error('no case');
    const [slot] = await freeSlots(tx, { state: locked.state, caseId: locked.id }, { limit: 1 });
    return slot!.key;
  });
}

/** What the loser is shown names what the winner did. */
function told([winner]: readonly Outcome[]) {
  const [type] = (winner as Extract<Outcome, { ok: true }>).events;
  return expect.arrayContaining([expect.objectContaining({ type })]);
}

describe('two people at the same moment', () => {
  it('accept once', async () => {
    for (let round = 0; round < times(1_000, 30); round++)
      await race(await sent(), [
        [world.clerk, 'accept', {}],
        [second, 'accept', {}],
        [world.specialist, 'accept', {}],
      ]);
  });

  it('book once, and the patient has one date', async () => {
    for (let round = 0; round < times(1_000, 30); round++) {
      const caseKey = await sent();
      await runVerb(app, world.clerk.actor, { caseKey, verb: 'accept', input: {} });
      const book = (who: TestMember, hours: number): Try => [
        who,
        'book',
        { label: 'initial-visit', start: start(hours), medium: 'video' },
      ];
      await race(caseKey, [book(world.clerk, 100), book(second, 200)]);
    }
  });

  it('book one slot for two patients, and one of them has it', async () => {
    await openDays(t, world.clerk.actor);
    for (let round = 0; round < times(1_000, 30); round++) {
      const keys = [await sent(), await sent(), await sent()];
      for (const caseKey of keys)
        await runVerb(app, world.clerk.actor, { caseKey, verb: 'accept', input: {} });
      const slot = await firstFree(keys[0]!);
      const ends = await Promise.all(
        keys.map((caseKey, i) =>
          runVerb(app, (i % 2 ? second : world.clerk).actor, { caseKey, verb: 'book', input: { slot } }),
        ),
      );
      const said = ends.map(end => (end.ok ? 'ok' : end.refusal)).sort();
      expect(said).toEqual(['ok', 'slot-taken', 'slot-taken']);
    }
    const { rows } = await t.superuser.query(
      `select count(*)::int as n from visits a join visits b on a.id < b.id and a.schedule_id = b.schedule_id
       and tstzrange(a.starts, a.until) && tstzrange(b.starts, b.until)`,
    );
    expect(rows[0].n).toBe(0);
  });

  it('assign to two specialists, and one of them has it', async () => {
    const group = await addSite(t, 'Advice Group', { kind: 'group' });
    const member = (name: string, ...roles: Role[]) => addMember(t, group.id, { name, roles, licence: '1' });
    const assigners = [await member('Anna Assigner', 'assigner'), await member('Bert Assigner', 'assigner')];
    const advisers = [await member('Ada Adviser', 'clinician'), await member('Bea Adviser', 'clinician')];
    const { rows } = await t.superuser.query<{ key: string }>(
      'select key from members where id = any ($1) order by id',
      [advisers.map(one => one.member)],
    );
    const advice = await addService(t, group.id, { type: 'econsult' });
    for (let round = 0; round < times(1_000, 30); round++) {
      const { caseKey } = await ask(app, world.physician.actor, { service: advice, patientKey });
      const assign = (who: TestMember, { key }: { key: string }): Try => [
        who,
        'assign',
        { member: key, why: 'next-in-turn' },
      ];
      await race(caseKey, [assign(assigners[0]!, rows[0]!), assign(assigners[1]!, rows[1]!)]);
    }
  });

  it('cancel or accept, never both', async () => {
    for (let round = 0; round < times(1_000, 30); round++)
      await race(await sent(), [
        [world.clerk, 'accept', {}],
        [world.physician, 'cancel', { reason: 'no-longer-needed' }],
      ]);
  });
});
