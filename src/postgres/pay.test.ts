import { afterAll, beforeAll, expect, it } from 'vitest';
import { addPatient, addService, appOn, ask } from '../../test/support/cases.ts';
import { freshDatabase, type TestDatabase } from '../../test/support/database.ts';
import { addMember, smallWorld, type TestMember } from '../../test/support/world.ts';
import type { Actor } from '../app/actor.ts';
import { readFigures } from '../app/econsult/figures.ts';
import { closePay, readPay } from '../app/econsult/pay.ts';
import {
  keepAnswer,
  readAnswerFile,
  readClaim,
  readReckoned,
  settleMonth,
  stepOn,
  takeAnswer,
  undoAnswer,
} from '../app/econsult/payer-answers.ts';
import { readStatements } from '../app/econsult/statements.ts';
import { type Acts, runVerb } from '../app/run-verb.ts';

let t: TestDatabase;
let app: Acts;
let world: Awaited<ReturnType<typeof smallWorld>>;
let lead: TestMember;
let caseKey: string;

const survey = { outcome: 'new-advice', referral: 'avoided', patientValue: '5', providerValue: '4' };
const does = async (actor: Actor, verb: string, input: Record<string, unknown>) => {
  const outcome = await runVerb(app, actor, { caseKey, verb, input });
  if (!outcome.ok) throw new Error(`${verb}: ${JSON.stringify(outcome)}`);
};
const pays = () => ({
  ...{ db: t.db, config: { baseUrl: 'http://x', secretKey: 'x'.repeat(32), payRules: [hour] } },
});
const hour = {
  ...{ code: 'HOUR', side: 'specialist', name: { en: 'Time', fr: 'Temps' }, from: '2020-01-01' },
  ...{ cents: 20_000, per: 'hour', bands: [5, 20, 60], caps: [], source: 'x', checked: '2026-01-01' },
} as const;
const read = (who: TestMember, month: string) => readPay(pays() as never, who.actor, month);

beforeAll(async () => {
  t = await freshDatabase();
  app = appOn(t);
  world = await smallWorld(t);
  lead = await addMember(t, world.clinic.id, { name: 'Lea Lead', roles: ['lead'] });
  const group = await addService(t, world.clinic.id, { type: 'econsult', name: 'Psychiatry advice' });
  const patient = await addPatient(t, world.physician.actor);
  ({ caseKey } = await ask(app, world.physician.actor, { service: group, patientKey: patient.key }));
  const { rows } = await t.owner.query<{ key: string }>('select key from members where id = $1', [
    world.specialist.member,
  ]);
  await does(world.clerk.actor, 'assign', { member: rows[0]!.key, why: 'next-in-turn' });
  await does(world.specialist.actor, 'answer', { kind: 'advice', text: 'Treat.', minutes: '12' });
  await does(world.physician.actor, 'close', survey);
});
afterAll(() => t.drop());

it('an answer counts for the day it was at the clinic, also on the days that have 23 and 25 hours', async () => {
  const { rows } = await t.owner.query<{ at: string }>('select answered_at as at from econsult_figures');
  const days = [
    ['2026-03-08T04:59:00Z', '2026-03-07'],
    ['2026-03-08T05:00:00Z', '2026-03-08'],
    ['2026-03-09T03:59:00Z', '2026-03-08'],
    ['2026-03-09T04:00:00Z', '2026-03-09'],
    ['2026-11-01T03:59:00Z', '2026-10-31'],
    ['2026-11-01T05:30:00Z', '2026-11-01'],
    ['2026-11-01T06:30:00Z', '2026-11-01'],
    ['2026-11-02T04:59:00Z', '2026-11-01'],
    ['2026-11-02T05:00:00Z', '2026-11-02'],
  ] as const;
  for (const [at, day] of days) {
    await t.owner.query('update econsult_figures set answered_at = $1', [at]);
    const pay = await read(world.specialist, `${day.slice(0, 7)}-01`);
    expect([at, pay?.lines.map(line => line.day)]).toEqual([at, [day]]);
  }
  await t.owner.query('update econsult_figures set answered_at = $1', [rows[0]!.at]);
});

it('an answer is paid to its specialist, seen by them and their lead alone, and frozen when the lead closes the month', async () => {
  const { rows } = await t.owner.query<{ month: string; last: string }>(
    `select to_char(now() at time zone 'America/Toronto', 'YYYY-MM-01') as month,
      to_char(now() at time zone 'America/Toronto' - interval '1 month', 'YYYY-MM-01') as last`,
  );
  const { month, last } = rows[0]!;
  const amounts = async (who: TestMember, when = month) =>
    (await read(who, when))?.lines.map(({ code, cents, reason }) => [code, cents, reason]);
  const paid = [['HOUR', 6_667, 'paid']];
  expect(await amounts(world.specialist)).toEqual(paid);
  expect(await amounts(lead)).toEqual(paid);
  expect(await amounts(world.outsider)).toEqual([]);
  expect(await amounts(world.physician)).toEqual([[null, 0, 'no-rule']]);
  expect(await closePay(pays() as never, lead.actor, month)).toBe(false);
  await t.owner.query(`update econsult_figures set answered_at = answered_at - interval '1 month'`);
  expect(await closePay(pays() as never, world.specialist.actor, last)).toBe(false);
  expect(await closePay(pays() as never, lead.actor, last)).toBe(true);
  expect(await closePay(pays() as never, lead.actor, last)).toBe(false);
  await does(world.specialist.actor, 'amend', { text: 'Treat more.', why: 'New guideline', minutes: '10' });
  expect(await amounts(lead, last)).toEqual(paid);
  expect(await amounts(lead)).toEqual([['HOUR', 13_333, 'correction']]);
  await expect(t.owner.query('update pay_sent set cents = 0')).rejects.toThrow(/append|change/i);
});

it('what the payer refuses is claimed again, paid in part, written off and settled, and an answer is taken back whole', async () => {
  const month = (await t.owner.query<{ m: string }>('select month::text as m from pay_periods')).rows[0]!.m;
  const [pay, who] = [pays() as never, lead.actor];
  const keeps = async (text: string, actor: Actor = who) => {
    const given = { month, name: 'answer.csv', bytes: new TextEncoder().encode(text) };
    const kept = await keepAnswer(pay, actor, given);
    return kept && 'key' in kept ? kept : null;
  };
  const sums = async () => (await readReckoned(pay, who, month))!.sums;
  const { claim } = (await readReckoned(pay, who, month))!.lines[0]!.sent;
  for (const stranger of [world.specialist, world.physician])
    expect(await keeps(`Claim,Paid\n${claim},0`, stranger.actor)).toBeNull();
  const elsewhere = (await keeps(`Claim,Paid\n${claim},0`, world.outsider.actor))!;
  expect(await takeAnswer(pay, world.outsider.actor, elsewhere.key), 'a lead of another site').toBe(
    'nothing',
  );
  const refusal = `\ufeffRéclamation;Payé;Code;Motif\r\n${claim};0,00;VH4;"Numéro ""inconnu"""\r\nx;1;;\r\n`;
  const first = (await keeps(refusal))!;
  expect(await keeps(refusal)).toEqual({ key: first.key, before: true });
  expect((await sums()).outstanding, 'looking takes nothing').toBe(6_667);
  expect((await readAnswerFile(pay, who, first.key))!.file.faults).toEqual([{ line: 3, fault: 'claim' }]);
  expect(await readAnswerFile(pay, world.outsider.actor, first.key)).toBeNull();
  const twice = [takeAnswer(pay, who, first.key), takeAnswer(pay, who, first.key)];
  expect((await Promise.all(twice)).sort()).toEqual(['before', 'done']);
  expect(await sums()).toMatchObject({ claimed: 6_667, refused: 6_667, paid: 0 });
  expect((await read(lead, month))!.waiting).toHaveLength(1);
  const own = (await read(world.specialist, month))!.lines[0]!.sent!.standing;
  expect([own.state, own.last?.said]).toEqual(['refused', 'Numéro "inconnu"']);
  expect(await readClaim(pay, world.specialist.actor, claim)).toBeNull();
  expect(await settleMonth(pay, who, month)).toBe(false);
  const again = { reference: claim, what: 'again', why: 'Number corrected' } as const;
  expect(await stepOn(pay, world.specialist.actor, again)).toBeNull();
  expect(await stepOn(pay, who, again)).toBe(true);
  expect(await stepOn(pay, who, again)).toBe(false);
  const second = (await keeps(`Claim,Paid\n${claim},66.67\n`))!;
  expect(await takeAnswer(pay, who, second.key), 'the first reference was answered').toBe('nothing');
  const third = (await keeps(`Claim,Paid\n${claim}-2,60.00\n`))!;
  expect(await takeAnswer(pay, who, third.key)).toBe('done');
  expect(await undoAnswer(pay, who, { key: first.key, why: 'x' })).toBe('later');
  expect(await undoAnswer(pay, world.specialist.actor, { key: third.key, why: 'x' })).toBeNull();
  expect(await undoAnswer(pay, who, { key: third.key, why: 'Wrong file' })).toBe('done');
  expect(await sums()).toMatchObject({ paid: 0, outstanding: 6_667 });
  expect((await readAnswerFile(pay, who, third.key))!.file.undone?.why).toBe('Wrong file');
  const fourth = (await keeps(`Claim,Paid\n${claim}-2,60.00\n`))!;
  expect([fourth.before, await takeAnswer(pay, who, fourth.key)]).toEqual([false, 'done']);
  expect(await stepOn(pay, who, { reference: `${claim}-2`, what: 'write-off', why: 'Small' })).toBe(true);
  expect(await sums()).toEqual({
    ...{ claimed: 6_667, paid: 6_000, refused: 0, outstanding: 0, writtenOff: 667 },
  });
  const statement = await readStatements(pay, world.specialist.actor, { month });
  expect(statement?.people.map(one => [one.name, one.lines[0]?.rule?.from])).toEqual([
    ['Jean Tremblay', '2020-01-01'],
  ]);
  const theirs = (await readPay(pay, world.specialist.actor, month))!.keys.get(world.specialist.member)!;
  expect((await readStatements(pay, who, { month, person: theirs }))?.people).toHaveLength(1);
  expect(await readStatements(pay, world.physician.actor, { month, person: theirs })).toBeNull();
  expect(await settleMonth(pay, world.specialist.actor, month)).toBeNull();
  expect(await settleMonth(pay, who, month)).toBe(true);
  expect(await undoAnswer(pay, who, { key: fourth.key, why: 'x' })).toBe('settled');
  await expect(t.owner.query('delete from pay_reckoned')).rejects.toThrow(/append/);
  const { rows } = await t.owner.query(`select 1 from audit where act = 'take-pay-answer' and result = 'ok'`);
  expect(rows).toHaveLength(3);
});

it('a lead has the figures of the group, and the programme none of fewer than six', async () => {
  const year = { from: '2020-01-01', until: '2099-12-01' };
  const mine = await readFigures({ db: t.db }, lead.actor, year);
  const all = mine?.figures.find(one => one.by === 'all');
  expect(all).toMatchObject({
    answered: 1,
    promised: 1,
    inWeek: 1,
    minutesMedian: 22,
    surveyed: 1,
    avoided: 1,
  });
  expect(mine?.figures.find(one => one.by === 'requester')?.of.en).toBe('Amina Okafor');
  expect(await readFigures({ db: t.db }, world.specialist.actor, year)).toBeNull();
  const [programme] = (
    await t.owner.query<{ id: number }>(
      `insert into sites (key, name_en, name_fr, kind) values ('p', 'P', 'P', 'programme') returning id`,
    )
  ).rows;
  const steward = await addMember(t, programme!.id, { name: 'Stella Steward', roles: ['steward'] });
  expect((await readFigures({ db: t.db }, steward.actor, year))?.figures).toEqual([]);
});
