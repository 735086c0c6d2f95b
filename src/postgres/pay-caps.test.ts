import { afterAll, beforeAll, expect, it } from 'vitest';
import { addPatient, addService, appOn, ask } from '../../test/support/cases.ts';
import { freshDatabase, type TestDatabase } from '../../test/support/database.ts';
import { addMember, smallWorld, type TestMember } from '../../test/support/world.ts';
import { readPay } from '../app/econsult/pay.ts';
import { runVerb } from '../app/run-verb.ts';

let t: TestDatabase;
let world: Awaited<ReturnType<typeof smallWorld>>;
let [elsewhere, lead]: TestMember[] = [];

beforeAll(async () => {
  t = await freshDatabase();
  world = await smallWorld(t);
  lead = await addMember(t, world.clinic.id, { name: 'Lea Lead', roles: ['lead'] });
  elsewhere = await addMember(t, world.stranger.id, {
    ...{ name: 'Jean Elsewhere', roles: ['clinician', 'lead'], licence: 'CPSO 54321' },
  });
  await t.owner.query(`update members set licence = '54321' where id = $1`, [world.specialist.member]);
});
afterAll(() => t.drop());

/** A question to a group, given out and answered by one specialist of it: its reference. */
async function answeredBy(site: number, who: TestMember, kind = 'advice'): Promise<string> {
  const service = await addService(t, site, { type: 'econsult', name: `Advice ${Math.random()}` });
  const { key: patientKey } = await addPatient(t, world.physician.actor);
  const { caseKey, reference } = await ask(appOn(t), world.physician.actor, { service, patientKey });
  const does = async (verb: string, input: object) => {
    const outcome = await runVerb(appOn(t), who.actor, { caseKey, verb, input });
    if (!outcome.ok) throw new Error(`${verb}: ${JSON.stringify(outcome)}`);
  };
  const { rows } = await t.owner.query('select key from members where id = $1', [who.member]);
  await does('assign', { member: rows[0].key, why: 'next-in-turn' });
  await does('answer', { kind, text: 'Treat.', minutes: '12' });
  return reference;
}

const rule = (more: object) => ({
  ...{ code: 'FEE', side: 'specialist', name: { en: 'Fee', fr: 'Honoraires' }, from: '2020-01-01' },
  ...{ cents: 2_000, per: 'answer', caps: [], source: 'x', checked: '2026-01-01', ...more },
});
async function paid(who: TestMember, more: object) {
  const { rows } = await t.owner.query(
    `select to_char(now() at time zone 'America/Toronto', 'YYYY-MM-01') as month`,
  );
  const config = { baseUrl: 'http://x', secretKey: 'x'.repeat(32), payRules: [rule(more)] };
  return (await readPay({ db: t.db, config } as never, who.actor, rows[0].month))!.lines
    .filter(one => one.side === 'specialist')
    .map(({ reference, reason }) => [reference, reason]);
}

it('a specialist of two groups has one cap, and neither lead sees what the other group answered', async () => {
  const there = await answeredBy(world.stranger.id, elsewhere!);
  const here = await answeredBy(world.clinic.id, world.specialist);
  const once = { caps: [{ of: 'member', within: 'year', most: 1 }] };
  for (const who of [world.specialist, lead!]) {
    expect(await paid(who, {})).toEqual([[here, 'paid']]);
    expect(await paid(who, once)).toEqual([[here, 'capped']]);
  }
  expect(await paid(elsewhere!, once)).toEqual([[there, 'paid']]);
});

it('an answer that only says to refer is not paid by a rule that is not for it', async () => {
  const moved = await answeredBy(world.clinic.id, world.specialist, 'please-refer');
  const reasons = new Map((await paid(lead!, { notFor: ['please-refer'] })) as [string, string][]);
  expect(reasons.get(moved)).toBe('kind');
  expect([...reasons.values()].sort()).toEqual(['kind', 'paid']);
});
