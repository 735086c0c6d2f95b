import { afterAll, beforeAll, expect, it } from 'vitest';
import { addPatient, addService, appOn, ask, type TestService } from '../../test/support/cases.ts';
import { freshDatabase, type TestDatabase } from '../../test/support/database.ts';
import { addMember, smallWorld, type TestMember } from '../../test/support/world.ts';
import type { Actor } from '../app/actor.ts';
import { readFigures } from '../app/econsult/figures.ts';
import { runVerb } from '../app/run-verb.ts';

let t: TestDatabase;
let world: Awaited<ReturnType<typeof smallWorld>>;
let [lead, steward]: TestMember[] = [];
let group: TestService;
/** First days of this month and of the two before. */
let months: string[];

beforeAll(async () => {
  t = await freshDatabase();
  world = await smallWorld(t);
  lead = await addMember(t, world.clinic.id, { name: 'Lea Lead', roles: ['lead'] });
  const { rows } = await t.owner.query<{ id: number }>(
    `insert into sites (key, name_en, name_fr, kind) values ('p', 'P', 'P', 'programme') returning id`,
  );
  steward = await addMember(t, rows[0]!.id, { name: 'Stella Steward', roles: ['steward'] });
  group = await addService(t, world.clinic.id, { type: 'econsult', name: 'Psychiatry advice' });
  const said = await t.owner.query<{ month: string }>(
    `select to_char(now() at time zone 'America/Toronto' - make_interval(months => n), 'YYYY-MM-01') as month
     from generate_series(0, 2) n order by n`,
  );
  months = said.rows.map(row => row.month);
});
afterAll(() => t.drop());

const does = async (actor: Actor, caseKey: string, verb: string, input: object) => {
  const outcome = await runVerb(appOn(t), actor, { caseKey, verb, input });
  if (!outcome.ok) throw new Error(`${verb}: ${JSON.stringify(outcome)}`);
};

/** Asked of the group about a new patient, and given to its specialist. */
async function assigned(more: Record<string, unknown> = {}): Promise<string> {
  const { key: patientKey } = await addPatient(t, world.physician.actor);
  const asked = { service: group, patientKey, input: more };
  const { caseKey } = await ask(appOn(t), world.physician.actor, asked);
  const { rows } = await t.owner.query('select key from members where id = $1', [world.specialist.member]);
  await does(world.clerk.actor, caseKey, 'assign', { member: rows[0].key, why: 'next-in-turn' });
  return caseKey;
}

async function answered(answer: object, survey: object): Promise<void> {
  const caseKey = await assigned({ questionType: 'management' });
  const { specialist, physician } = world;
  await does(specialist.actor, caseKey, 'answer', {
    ...{ kind: 'advice', text: 'Treat.', minutes: '12' },
    ...answer,
  });
  const five = { outcome: 'new-advice', referral: 'avoided', patientValue: '5', providerValue: '4' };
  await does(physician.actor, caseKey, 'close', { ...five, ...survey });
}

/** As if it had been asked days ago. */
const age = (caseKey: string, days: number) =>
  t.owner.query(
    `update cases set opened_at = opened_at - make_interval(days => $2), state = jsonb_set(state, '{answerClock,from}',
       to_jsonb((state#>>'{answerClock,from}')::timestamptz - make_interval(days => $2))) where key = $1`,
    [caseKey, days],
  );

const read = async (who: TestMember) =>
  (await readFigures({ db: t.db }, who.actor, { from: months[2]!, until: months[0]! }))?.figures ?? [];
const all = async (who: TestMember) => (await read(who)).find(one => one.by === 'all');

it('the lead reads how good answers were from five ratings on, and what was asked about', async () => {
  for (let n = 0; n < 4; n++) await answered({}, { quality: '4', educationalValue: '2' });
  const first = await all(lead!);
  expect([first?.quality, first?.learnt, first?.newAdvice]).toEqual([null, null, 4]);
  await answered(
    { questionType: 'diagnosis' },
    { quality: '5', educationalValue: '5', outcome: 'confirmed' },
  );
  const now = await all(lead!);
  expect([now?.quality, now?.learnt, now?.newAdvice, now?.confirmed]).toEqual([4.2, 2.6, 4, 1]);
  expect(now?.types).toEqual({ diagnosis: 1, management: 4, 'drug-treatment': 0, procedure: 0 });
  const group = (await read(lead!)).find(one => one.by === 'specialty');
  expect([group?.of.fr, group?.quality, group?.types.diagnosis]).toEqual(['Psychiatrie', 4.2, 1]);
});

it('a month in which nothing was answered stands as zero', async () => {
  const cut = (await read(lead!)).filter(one => one.by === 'month');
  expect(cut.map(one => [`${one.of.en}-01`, one.answered, one.promised, one.hours.median === null])).toEqual([
    [months[2], 0, null, true],
    [months[1], 0, null, true],
    [months[0], 5, 1, false],
  ]);
});

it('a question that is open though its promise is past counts as not within it, until it is answered late', async () => {
  const caseKey = await assigned();
  expect(await all(lead!)).toMatchObject({ answered: 5, late: 0, promised: 1, inWeek: 1 });
  await age(caseKey, 15);
  const { late, promised, inWeek } = (await all(lead!))!;
  expect([late, promised, inWeek]).toEqual([1, 5 / 6, 5 / 6]);
  const total = (rows: Awaited<ReturnType<typeof read>>) => rows.reduce((sum, one) => sum + one.late, 0);
  const figures = await read(lead!);
  for (const by of ['month', 'specialty', 'requester'])
    expect([by, total(figures.filter(one => one.by === by))]).toEqual([by, 1]);
  const seen = (await all(lead!))!;
  await does(world.specialist.actor, caseKey, 'answer', { kind: 'advice', text: 'Late.', minutes: '5' });
  expect(await all(lead!)).toMatchObject({ answered: 6, late: 0, inWeek: seen.inWeek });
});

it('what waits for the requester, or was returned, is not late; nobody but lead and programme counts it', async () => {
  const [waiting, back] = [await assigned(), await assigned()];
  await does(world.specialist.actor, waiting, 'ask-info', { question: 'Which dose?' });
  await does(world.specialist.actor, back, 'turn-back', {
    reason: 'not-our-field',
    suggestion: 'Ask elsewhere.',
  });
  for (const one of [waiting, back]) await age(one, 12);
  await t.owner.query(
    `update cases set state = jsonb_set(state, '{answerClock,stoppedAt}', to_jsonb(now() - interval '11 days')) where key = $1`,
    [waiting],
  );
  await age(waiting, 3);
  expect(await all(lead!)).toMatchObject({ late: 0 });
  expect(await all(steward!)).toMatchObject({ answered: 6, late: 0 });
  expect(await read(world.specialist)).toEqual([]);
});
