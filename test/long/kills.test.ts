import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { proveCases } from '../../src/app/prove-cases.ts';
import { addPatient, addService, appOn, ask, type TestService } from '../support/cases.ts';
import { openSession } from '../support/cast.ts';
import { smallWorld, type TestMember } from '../support/world.ts';
import { chance } from './chance.ts';
import { type Killable, startKillable } from './killable.ts';
import { times } from './runs.ts';

const { seed, whole, pick } = chance();
type World = Awaited<ReturnType<typeof smallWorld>>;
let on: Killable;
let world: World;
let service: TestService;
let patientKey: string;

beforeAll(async () => {
  on = await startKillable();
  world = await smallWorld(on.database);
  service = await addService(on.database, world.clinic.id);
  patientKey = (await addPatient(on.database, world.physician.actor)).key;
}, 180_000);
afterAll(() => on?.stop(), 60_000);

async function draft(): Promise<string> {
  return on.database.db.as(world.physician.actor, async tx => {
    const patient = await tx.patients.byKey(patientKey);
    const begun = await tx.drafts.begin({
      ...{ kind: 'referral', patient: patient!.id, service: service.id },
      ...{ form: 'general-referral', title: 'Low mood', question: 'Please assess' },
    });
    return begun.key;
  });
}

/** One send of one form, as often as it takes until it is acknowledged: the key of its request. */
async function sendUntilKnown(draftKey: string, token: string): Promise<string> {
  const { location, status, text } = await on.press(`/drafts/${draftKey}`, token, {
    ...{ receipt: `send-${draftKey}`, version: '1', do: 'send' },
    ...{ title: 'Low mood', question: 'Please assess', 'a-reason': 'Please assess', urgency: 'routine' },
    mayContact: 'yes',
  });
  const where = /^\/requests\/([0-9a-z]{26})/.exec(location)?.[1];
  if (!where) throw new Error(`${status}: ${text}`);
  return where;
}

/** Kills one or the other while `work` goes on, each time when a further share of it is done. */
async function killDuring(work: Promise<unknown>, given: { kills: number; all: number; done: () => number }) {
  let over = false;
  const end = work.finally(() => (over = true));
  for (let i = 0; i < given.kills && !over; i++) {
    const from = Math.floor((i * given.all) / (given.kills + 1));
    while (given.done() < from + 1 && !over) await sleep(20);
    await sleep(whole(80));
    await (i % 2 === 0 ? on.killApp() : on.killDatabase());
  }
  await end;
}

/** Every message that was written left once or more under one Message-ID, and no event told anybody twice. */
async function messagesAreWhole(atLeast: number): Promise<void> {
  await on.allSent();
  const written = await on.rows<{ id: string }>(
    `select message_id as id from messages where state in ('sent', 'opened')`,
  );
  expect(written.length).toBeGreaterThanOrEqual(atLeast);
  expect([...new Set(on.arrived)].sort()).toEqual(written.map(({ id }) => id).sort());
  const twice = await on.rows(
    `select case_id, seq, recipient from messages group by 1, 2, 3 having count(*) > 1`,
  );
  expect(twice).toEqual([]);
}

it('sends survive kills of the product and of the database: nothing lost, nothing by halves, no message too few or too many', async () => {
  const sends = times(200, 12);
  const drafts: string[] = [];
  for (let i = 0; i < sends; i++) drafts.push(await draft());
  const token = await openSession(on.database, world.physician.actor);
  const known = new Map<string, string>();
  const queue = [...drafts];
  const lane = async () => {
    for (let one = queue.shift(); one; one = queue.shift()) known.set(one, await sendUntilKnown(one, token));
  };
  const work = Promise.all(Array.from({ length: 4 }, lane));
  await killDuring(work, { kills: times(20, 2), all: sends, done: () => known.size });

  expect(known.size, `seed ${seed}`).toBe(sends);
  const requests = await on.rows<{ key: string }>('select key from requests');
  expect(requests.map(({ key: one }) => one).sort()).toEqual([...known.values()].sort());
  expect(await on.rows('select key from drafts')).toEqual([]);
  const proof = await proveCases(on.database.operator);
  expect(proof).toMatchObject({ cases: sends, faults: [], unfoldable: 0 });
  const [audited] = await on.rows<{ n: number }>(
    `select count(distinct ids) as n from audit where act = 'send' and result = 'o'`,
  );
  expect(audited!.n).toBe(sends);
  await messagesAreWhole(sends);
});

type Press = [who: TestMember, verb: string, fields: () => Record<string, string>, leads: string];

/** What may happen to a referral from its arrival to its end, in some order that the table allows. */
function course(): Press[] {
  const { clerk, specialist, physician } = world;
  const words = (text: string) => () => ({ text });
  const asked: Press[] = [
    [clerk, 'ask-info', words('Since when?'), 'info-asked'],
    [physician, 'supply-info', words('June.'), 'info-supplied'],
  ];
  const end: Press[] = pick([
    [[physician, 'cancel', () => ({ reason: 'no-longer-needed' }), 'cancelled'] as Press],
    [[specialist, 'decline', () => ({ reason: 'duplicate' }), 'declined'] as Press],
    [
      [clerk, 'accept', () => ({}), 'accepted'] as Press,
      [clerk, 'note', words('Careful.'), 'noted'] as Press,
    ],
  ]);
  const said: Press = [physician, 'message', () => ({ text: 'Hello', to: 'all' }), 'messaged'];
  return [said, ...(whole(2) ? asked : []), [clerk, 'note', words('Ring her.'), 'noted'], ...end];
}

it('so does whatever is done with a referral: each press that was acknowledged happened once, in its order', async () => {
  const { database } = on;
  const courses = times(200, 8);
  const tokens = new Map<TestMember, string>();
  for (const who of [world.physician, world.clerk, world.specialist])
    tokens.set(who, await openSession(database, who.actor));
  const cases = [];
  for (let i = 0; i < courses; i++) {
    const { caseKey } = await ask(appOn(database), world.physician.actor, { service, patientKey });
    cases.push({ key: caseKey, presses: course(), acknowledged: [] as string[] });
  }
  const all = cases.reduce((sum, { presses }) => sum + presses.length, 0);
  let done = 0;
  const queue = [...cases];
  const lane = async () => {
    for (let one = queue.shift(); one; one = queue.shift())
      for (const [i, [who, verb, fields, leads]] of one.presses.entries()) {
        const receipt = `${one.key}-${i}`;
        const path = `/referrals/${one.key}/${verb}`;
        const { status, text } = await on.press(path, tokens.get(who)!, { receipt, ...fields() });
        expect([verb, status, status === 303 ? '' : text]).toEqual([verb, 303, '']);
        one.acknowledged.push(leads);
        done += 1;
      }
  };
  const work = Promise.all(Array.from({ length: 4 }, lane));
  await killDuring(work, { kills: times(200, 2), all, done: () => done });

  for (const { key, acknowledged } of cases) {
    const happened = await on.rows<{ type: string }>(
      `select e.type from case_events e join cases c on c.id = e.case_id
       where c.key = '${key}' and e.seq > 1 and e.side <> 'system' and e.type <> 'question' order by e.seq`,
    );
    expect(
      happened.map(({ type }) => type),
      `seed ${seed}: ${key}`,
    ).toEqual(acknowledged);
  }
  const proof = await proveCases(database.operator);
  expect(proof).toMatchObject({ faults: [], unfoldable: 0 });
  await messagesAreWhole(courses);
});
