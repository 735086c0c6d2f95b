import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '../../src/app/actor.ts';
import type { App } from '../../src/app/app.ts';
import { chaseDue } from '../../src/app/chase.ts';
import { assignWaiting } from '../../src/app/jobs/assign-waiting.ts';
import { endListing } from '../../src/app/listings/edit-listing.ts';
import type { Agreement } from '../../src/app/ports/advice-groups.ts';
import { key } from '../../src/app/ports/ids.ts';
import { proveCases } from '../../src/app/prove-cases.ts';
import { readRequest } from '../../src/app/read-request.ts';
import { type Acts, type Outcome, runVerb } from '../../src/app/run-verb.ts';
import { atLocal, localDay } from '../../src/domain/case/deadline.ts';
import type { CaseState } from '../../src/domain/case/state.ts';
import type { Instant } from '../../src/domain/case/time.ts';
import { addPatient, addService, appOn, ask, type TestService } from '../support/cases.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { addMember, smallWorld, type TestMember } from '../support/world.ts';
import { times } from './runs.ts';

const zone = 'America/Toronto';
const system: Actor = { kind: 'job', case: null };
const agreed: Agreement = {
  weeklyCap: 50,
  subSpecialties: [],
  languages: ['en'],
  regions: [],
  conflicts: [],
};

let t: TestDatabase;
let app: Acts;
let world: Awaited<ReturnType<typeof smallWorld>>;
let lead: TestMember;
let second: TestMember;
let patientKey: string;

beforeAll(async () => {
  t = await freshDatabase({ demo: true });
  app = appOn(t);
  world = await smallWorld(t);
  lead = await addMember(t, world.clinic.id, { name: 'Lea Lead', roles: ['lead'] });
  second = await addMember(t, world.clinic.id, { name: 'Sam Second', roles: ['clinician'] });
  patientKey = (await addPatient(t, world.physician.actor)).key;
});
afterAll(async () => {
  // Whatever went wrong before: no case differs from its events.
  expect(await proveCases(t.operator)).toMatchObject({ faults: [], unfoldable: 0 });
  await t.drop();
});

const now = () => t.db.as(system, async tx => tx.now);

async function moveTo(moment: Instant): Promise<void> {
  const hours = (Date.parse(moment) - Date.parse(await now())) / 3_600_000;
  await t.db.as(system, tx => tx.demo.moveClock(hours));
}

async function keyOf({ member }: TestMember): Promise<string> {
  return (await t.owner.query<{ key: string }>('select key from members where id = $1', [member])).rows[0]!
    .key;
}

const run = (who: TestMember, caseKey: string, verb: string, input: object, turn?: number) =>
  runVerb(app, who.actor, { caseKey, verb, input, turn });

async function does(who: TestMember, caseKey: string, verb: string, input: object = {}): Promise<void> {
  expect([verb, await run(who, caseKey, verb, input)]).toMatchObject([verb, { ok: true }]);
}

async function stateOf(caseKey: string): Promise<CaseState> {
  return (await t.superuser.query('select state from cases where key = $1', [caseKey])).rows[0].state;
}

async function turnOf(caseKey: string): Promise<number> {
  return (await t.superuser.query('select turn from cases where key = $1', [caseKey])).rows[0].turn;
}

/** The two specialists' group, which gives its questions out by itself. */
async function automaticGroup(): Promise<TestService> {
  const group = await addService(t, world.clinic.id, { type: 'econsult', name: `Advice ${key()}` });
  const settings = { automatic: true, escalation: 'Call 613-555-0100', subSpecialties: [] };
  for (const one of [world.specialist, second]) {
    const member = await keyOf(one);
    await t.db.as(lead.actor, tx => tx.adviceGroups.saveMember(group.key, member, agreed));
  }
  expect(await t.db.as(lead.actor, tx => tx.adviceGroups.save(group.key, 0, settings))).toBe('done');
  return group;
}

const asks = (service: TestService, title: string) =>
  ask(app, world.physician.actor, { service, patientKey, input: { title } });

async function assigned(title: string): Promise<{ caseKey: string; requestKey: string }> {
  const group = await addService(t, world.clinic.id, { type: 'econsult', name: `Advice ${key()}` });
  const asked = await asks(group, title);
  await does(world.clerk, asked.caseKey, 'assign', { member: await keyOf(world.specialist), why: 'other' });
  return asked;
}

const answer = { kind: 'advice', minutes: '12', text: 'Treat the iron first.' };
const survey = { outcome: 'new-advice', referral: 'avoided', patientValue: '5', providerValue: '4' };

/** Of two acts from pages of one turn one goes through; who lost is told what the other did. */
function oneOf(ends: readonly Outcome[]): number {
  const won = ends.findIndex(end => end.ok);
  expect(ends.filter(end => end.ok).length, JSON.stringify(ends)).toBe(1);
  const lost = ends.find(end => !end.ok);
  expect(lost).toMatchObject({ refusal: 'stale', changed: expect.arrayContaining([expect.anything()]) });
  return won;
}

it('everybody is away over Christmas: the group and the programme hear at once, the leads as it grows late, and on the first day back it is given out', async () => {
  const group = await automaticGroup();
  const year = Number((await now()).slice(0, 4)) + 1;
  await moveTo(atLocal(`${year}-12-23`, '15:00', zone));
  for (const one of [world.specialist, second]) {
    const member = await keyOf(one);
    const days = { from: `${year}-12-24`, until: `${year + 1}-01-03` };
    await t.db.as(one.actor, tx => tx.adviceGroups.addAbsence(key(), member, days));
  }
  const { caseKey, requestKey } = await asks(group, 'Low mood at Christmas');
  const waiting = await stateOf(caseKey);
  expect(waiting).toMatchObject({ status: 'asked', hold: { next: 'assign' } });
  // One business day on; Christmas and Boxing Day are none.
  expect(localDay(waiting.hold!.due, zone) > `${year}-12-23`).toBe(true);
  expect([`${year}-12-25`, `${year}-12-26`]).not.toContain(localDay(waiting.hold!.due, zone));
  await moveTo(atLocal(`${year + 1}-01-03`, '12:00', zone));
  await chaseDue(app);
  await tryWaiting();
  expect(await stateOf(caseKey)).toMatchObject({ status: 'asked' });
  const { rows } = await t.superuser.query<{ template: string }>(
    'select template from notices n join cases c on c.id = n.case_id where c.key = $1',
    [caseKey],
  );
  const told = rows.map(({ template }) => template);
  expect(told).toEqual(expect.arrayContaining(['nobody-free', 'nobody-free-network', 'late-at-your-site']));

  await moveTo(atLocal(`${year + 1}-01-04`, '09:00', zone));
  await tryWaiting();
  const held = await stateOf(caseKey);
  expect(held).toMatchObject({ status: 'assigned', receiver: { member: expect.any(Number) } });
  const holder = held.receiver.member === second.member ? second : world.specialist;
  await does(holder, caseKey, 'answer', answer);
  const story = await readRequest(app, world.physician.actor, requestKey);
  expect(story?.cases[0]?.state.status).toBe('answered');
});

async function tryWaiting(): Promise<void> {
  await t.db.as(system, tx => tx.jobs.add({ kind: 'assign-waiting', payload: {} }));
  for (const job of await t.db.as(system, tx => tx.jobs.claim(['assign-waiting'], 5)))
    await assignWaiting.run(job, app as App);
}

it('what was asked for and the answer cross: one comes first, and the other sees it and decides anew', async () => {
  for (let round = 0; round < times(200, 10); round++) {
    const { caseKey } = await assigned('Crossing');
    await does(world.specialist, caseKey, 'ask-info', { question: 'Ferritin?' });
    const turn = await turnOf(caseKey);
    const won = oneOf(
      await Promise.all([
        run(world.physician, caseKey, 'supply-info', { answer: 'It is 11.' }, turn),
        run(world.specialist, caseKey, 'answer', answer, turn),
      ]),
    );
    if (won === 0) await does(world.specialist, caseKey, 'answer', answer);
    expect((await stateOf(caseKey)).status).toBe('answered');
  }
});

it('a follow-up and the correction of the answer it asks about cross: neither is lost', async () => {
  for (let round = 0; round < times(200, 10); round++) {
    const { caseKey, requestKey } = await assigned('Crossing');
    await does(world.specialist, caseKey, 'answer', answer);
    const turn = await turnOf(caseKey);
    const ends = await Promise.all([
      run(world.physician, caseKey, 'follow-up', { question: 'And if she is pregnant?' }, turn),
      run(world.specialist, caseKey, 'amend', { text: 'Treat the iron and B12.', why: 'Lab came' }, turn),
    ]);
    expect(ends[0]!.ok, JSON.stringify(ends)).toBe(true);
    // Whoever asked again first has the case with the specialist, who then answers instead of correcting.
    if (!ends[1]!.ok) {
      expect(ends[1]).toMatchObject({ refusal: expect.stringMatching(/^(stale|wrong-status)$/) });
      await does(world.specialist, caseKey, 'answer', { ...answer, text: 'Treat the iron and B12.' });
    }
    const story = await readRequest(app, world.physician.actor, requestKey);
    const said = JSON.stringify(story!.cases[0]!.events);
    expect(said).toContain('And if she is pregnant?');
    expect(said).toContain('Treat the iron and B12.');
  }
});

it('a survey half filled closes nothing; filled, it closes once, though pressed by two', async () => {
  const { caseKey } = await assigned('Half a survey');
  await does(world.specialist, caseKey, 'answer', answer);
  for (const missing of Object.keys(survey)) {
    const half = Object.fromEntries(Object.entries(survey).filter(([name]) => name !== missing));
    expect(await run(world.physician, caseKey, 'close', half)).toMatchObject({
      refusal: 'bad-input',
      detail: { issues: [{ path: [missing] }] },
    });
  }
  expect(await run(world.physician, caseKey, 'close', { ...survey, referral: 'other' })).toMatchObject({
    refusal: 'bad-input',
    detail: { issues: [{ path: ['explain'] }] },
  });
  expect((await stateOf(caseKey)).status).toBe('answered');
  const turn = await turnOf(caseKey);
  const press = () => run(world.physician, caseKey, 'close', survey, turn);
  oneOf(await Promise.all([press(), press()]));
  expect((await stateOf(caseKey)).status).toBe('closed');
});

it('a group with an open question cannot be taken off the directory; without one it can, and is asked no more', async () => {
  const group = await addService(t, world.clinic.id, { type: 'econsult', name: 'Advice that ends' });
  const { caseKey } = await asks(group, 'The last one');
  expect(await endListing(app, lead.actor, group.key)).toMatchObject({ ok: false, inUse: 1 });
  await does(world.clerk, caseKey, 'turn-back', {
    reason: 'other',
    text: 'We close.',
    suggestion: 'Ask the provincial group.',
  });
  await does(world.physician, caseKey, 'cancel', { reason: 'no-longer-needed' });
  expect(await endListing(app, lead.actor, group.key)).toMatchObject({ ok: true });
  await expect(asks(group, 'One too many')).rejects.toThrow('not opened');
});

it('the clocks change between question and answer: what is due is due at five in the afternoon of the group', async () => {
  const year = Number((await now()).slice(0, 4));
  await moveTo(atLocal(`${year}-03-05`, '10:00', zone));
  const spring = await assigned('Before the clocks change');
  const { hold } = await stateOf(spring.caseKey);
  // Eastern time is four hours behind Greenwich in summer, five in winter.
  expect(hold!.due).toMatch(/T21:00:00\.000Z$/);
  await moveTo(atLocal(`${year}-10-29`, '10:00', zone));
  const autumn = await assigned('Before the clocks go back');
  expect((await stateOf(autumn.caseKey)).hold!.due).toMatch(/T22:00:00\.000Z$/);
});
