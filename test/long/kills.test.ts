import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { machines } from '../../src/app/machines.ts';
import { proveCases } from '../../src/app/prove-cases.ts';
import { appOn, ask } from '../support/cases.ts';
import { chance } from './chance.ts';
import { absentCourse, adviceCourses, type Course, referralCourses } from './courses.ts';
import { type KillWorld, killWorld } from './kill-world.ts';
import { type Killable, startKillable } from './killable.ts';
import { short, times } from './runs.ts';

const { seed, whole } = chance();
let on: Killable;
let world: KillWorld;

beforeAll(async () => {
  on = await startKillable();
  world = await killWorld(on);
}, 180_000);
afterAll(() => on?.stop(), 60_000);

async function draft(): Promise<string> {
  const { members, patientKey, services } = world;
  return on.database.db.as(members.physician.actor, async tx => {
    const patient = await tx.patients.byKey(patientKey);
    const begun = await tx.drafts.begin({
      ...{ kind: 'referral', patient: patient!.id, service: services.clinic.id },
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

/** Kills the product or the database while `work` goes on, by chance, each time when a further share of it is done. */
async function killDuring(work: Promise<unknown>, given: { kills: number; all: number; done: () => number }) {
  let over = false;
  let killed = 0;
  const end = work.finally(() => (over = true));
  for (let i = 0; i < given.kills && !over; i++) {
    const from = Math.floor((i * given.all) / (given.kills + 1));
    while (given.done() < from + 1 && !over) await sleep(20);
    await sleep(whole(80));
    // Both at first, so that the shortest run has met both.
    await ((i < 2 ? i : whole(2)) === 0 ? on.killApp() : on.killDatabase());
    killed++;
  }
  await end;
  expect(killed).toBe(given.kills);
}

/** Every message that was written left once or more under one Message-ID, and no event told anybody twice. */
async function messagesAreWhole(atLeast: number): Promise<void> {
  await on.allSent();
  const written = await on.rows<{ id: string }>(
    `select message_id as id from messages where state in ('sent', 'opened')`,
  );
  expect(written.length).toBeGreaterThanOrEqual(atLeast);
  const left = new Set(on.arrived);
  expect(written.map(({ id }) => id).filter(id => !left.has(id))).toEqual([]);
  // One that was handed over in the moment of a kill may have been superseded before it was tried again: it left all the same.
  const tried = await on.rows<{ id: string }>(`select message_id as id from messages where tries > 0`);
  const known = new Set(tried.map(({ id }) => id));
  expect([...left].filter(id => !known.has(id))).toEqual([]);
  const twice = await on.rows(
    `select case_id, seq, recipient from messages group by 1, 2, 3 having count(*) > 1`,
  );
  expect(twice).toEqual([]);
}

it('sends survive kills of the product and of the database: nothing lost, nothing by halves, no message too few or too many', async () => {
  const sends = times(200, 12);
  const drafts: string[] = [];
  for (let i = 0; i < sends; i++) drafts.push(await draft());
  const token = world.tokens.physician;
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

/** A request as it is played: who has pressed what, and been told that it was done. */
interface Played {
  course: Course;
  request: number;
  requestKey: string;
  /** The events that acknowledged presses led to, as the reference has them. */
  acknowledged: string[];
}

async function begin(course: Course): Promise<Played> {
  const { patientKey, members } = world;
  const made = await ask(appOn(on.database), members.physician.actor, { service: course.asked, patientKey });
  const [row] = await on.rows<{ id: number }>(`select id from requests where key = '${made.requestKey}'`);
  return { course, request: row!.id, requestKey: made.requestKey, acknowledged: [] };
}

/** Every press of a course in its order, each until it is acknowledged. */
async function play(played: Played, pressed: () => void): Promise<void> {
  const { course, request, acknowledged } = played;
  const patient = await on.patiently(() => world.patientOf(request));
  for (const [i, { who, verb, fields: given, nth, afterVisit }] of course.presses.entries()) {
    if (afterVisit) await sleep(121_000);
    const cases = await on.patiently(() =>
      on.rows<Case>(`select key, type from cases where request_id = ${request} order by id`),
    );
    const { key, type } = cases[nth ?? cases.length - 1]!;
    const fields = typeof given === 'function' ? given() : given;
    const receipt = `${played.requestKey}-${i}`;
    const known =
      who === 'patient'
        ? await on.press(`/p/${verb}`, patient, { receipt, case: key, ...fields })
        : await on.press(`/${type}s/${key}/${verb}`, world.tokens[who], { receipt, ...fields });
    expect([verb, known.status, known.status === 303 ? '' : known.text]).toEqual([verb, 303, '']);
    acknowledged.push(`${type} ${verb}`);
    pressed();
  }
}

type Case = { key: string; type: string };

/** What happened to a request and who was told of it, without keys and times: the same however often it is played. */
async function storyOf({ request }: Played) {
  const happened = await on.rows<{ said: string }>(
    `select dense_rank() over (order by c.id) || ' ' || e.seq || ' ' || e.type || ' ' || e.side as said
     from case_events e join cases c on c.id = e.case_id where c.request_id = ${request} order by c.id, e.seq`,
  );
  const told = await on.rows<{ said: string }>(
    `select e.type || ' ' || n.recipient_kind || ' ' || n.template || ' ' ||
       case when n.recipient_kind in ('patient', 'link') then 0 else n.recipient_id end as said
     from notices n join cases c on c.id = n.case_id join case_events e on e.case_id = c.id and e.seq = n.seq
     where c.request_id = ${request} order by c.id, n.seq, 1`,
  );
  return { happened: happened.map(({ said }) => said), told: told.map(({ said }) => said) };
}

/** Verbs of the system, of a phone call, and those that need what only a journey has: a form, a paper that came by fax. */
const elsewhere = [
  ...['remind', 'escalate', 'close-link', 'give-link', 'pass-on', 'not-read', 'claim', 'record'],
  ...['answer-form', ...(short ? ['did-not-attend'] : [])],
];

function neverPressed(calm: readonly Played[]): string[] {
  const pressed = new Set(calm.flatMap(({ acknowledged }) => acknowledged.map(one => one.split(' ')[1]!)));
  const verbs = Object.values(machines).flatMap(machine => Object.keys(machine.verbs));
  return [...new Set(verbs)].filter(verb => !pressed.has(verb) && !elsewhere.includes(verb));
}

it('so does whatever anybody does: each press that was acknowledged happened once, and nobody is told more or less than without kills', async () => {
  const courses = [...referralCourses(world), ...adviceCourses(world)];
  const rare = short ? [] : [absentCourse(world)];
  const calm = await Promise.all([...rare, ...courses].map(begin));
  for (const each of calm) await play(each, () => {});
  const stories = new Map(
    await Promise.all(calm.map(async one => [one.course, await storyOf(one)] as const)),
  );
  expect(neverPressed(calm)).toEqual([]);
  for (const { happened, told } of stories.values())
    expect([happened.length, told.length].every(length => length > 1)).toBe(true);

  const rough = await Promise.all(rare.map(begin));
  for (let i = 0; i < times(120, courses.length); i++) rough.push(await begin(courses[i % courses.length]!));
  const all = rough.reduce((sum, { course }) => sum + course.presses.length, 0);
  let done = 0;
  const queue = [...rough];
  const lane = async () => {
    for (let one = queue.shift(); one; one = queue.shift()) await play(one, () => done++);
  };
  const work = Promise.all(Array.from({ length: 4 }, lane));
  await killDuring(work, { kills: times(200, 2), all, done: () => done });

  expect(done).toBe(all);
  for (const one of rough) expect(await storyOf(one), `seed ${seed}`).toEqual(stories.get(one.course));
  const proof = await proveCases(on.database.operator);
  expect(proof).toMatchObject({ faults: [], unfoldable: 0 });
  await messagesAreWhole(rough.length);
});
