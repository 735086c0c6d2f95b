import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPatient, addService, appOn, ask, type TestService } from '../../test/support/cases.ts';
import { freshDatabase, type TestDatabase } from '../../test/support/database.ts';
import { addMember, addSite, addUnit, smallWorld, type TestMember } from '../../test/support/world.ts';
import type { Actor } from '../app/actor.ts';
import { key } from '../app/ports/ids.ts';
import { readRequest } from '../app/read-request.ts';
import { type Acts, runVerb } from '../app/run-verb.ts';
import { businessDaysBetween, dueAfter, localDay } from '../domain/case/deadline.ts';
import type { CaseState } from '../domain/case/state.ts';

let t: TestDatabase;
let app: Acts;
let world: Awaited<ReturnType<typeof smallWorld>>;
let clinic: TestService;
let annex: { id: number; key: string };
let annexLead: TestMember;
let lead: TestMember;
let patientKey: string;

beforeAll(async () => {
  t = await freshDatabase();
  app = appOn(t);
  world = await smallWorld(t);
  clinic = await addService(t, world.clinic.id);
  annex = await addSite(t, 'Somerset Annex');
  annexLead = await addMember(t, annex.id, { name: 'Ada Annex', roles: ['lead'] });
  lead = await addMember(t, world.clinic.id, { name: 'Lea Lead', roles: ['lead'] });
  patientKey = (await addPatient(t, world.physician.actor)).key;
});
afterAll(() => t.drop());

const run = (actor: Actor, caseKey: string, verb: string, input: object = {}) =>
  runVerb(app, actor, { caseKey, verb, input });
const sent = (service = clinic, input = {}) =>
  ask(app, world.physician.actor, { service, patientKey, input });

async function lastState(actor: Actor, requestKey: string): Promise<CaseState> {
  const story = await readRequest(app, actor, requestKey);
  return story!.cases.at(-1)!.state;
}

describe('places that a form names', () => {
  it('assigns to a unit of the receiver, and not to a unit of another site', async () => {
    const { caseKey, requestKey } = await sent();
    const unit = await addUnit(t, world.clinic.id, 'Room 2');
    const elsewhere = await addUnit(t, annex.id, 'Room 9');
    const keyOf = async (id: number) =>
      (await t.owner.query('select key from units where id = $1', [id])).rows[0].key;
    const wrong = await run(world.clerk.actor, caseKey, 'assign', { unit: await keyOf(elsewhere) });
    expect(wrong).toMatchObject({ refusal: 'no-such-place' });
    const right = await run(world.clerk.actor, caseKey, 'assign', { unit: await keyOf(unit) });
    expect(right).toMatchObject({ ok: true });
    const state = await lastState(world.clerk.actor, requestKey);
    expect(state.hold?.accountable).toMatchObject({ side: 'receiver', unit });
  });

  it('transfers a case to another site, which sees it and owes the next step; the first sees nothing later', async () => {
    const { caseKey, requestKey } = await sent();
    const passed = await run(lead.actor, caseKey, 'transfer', { place: annex.key, why: 'We are moving' });
    expect(passed).toMatchObject({ ok: true });
    const state = await lastState(annexLead.actor, requestKey);
    expect(state.hold?.accountable).toMatchObject({ side: 'receiver', site: annex.id });
    expect(await run(annexLead.actor, caseKey, 'accept')).toMatchObject({ ok: true });
    expect((await lastState(lead.actor, requestKey)).status).toBe('sent');
  });

  it('knows no suspended site', async () => {
    const { caseKey } = await sent();
    const gone = await addSite(t, 'Gone');
    await t.owner.query('update sites set suspended_at = now() where id = $1', [gone.id]);
    const passed = await run(lead.actor, caseKey, 'transfer', { place: gone.key, why: 'Why not' });
    expect(passed).toMatchObject({ refusal: 'no-such-place' });
  });
});

describe('whose a paper is', () => {
  it('lets the side that added a paper take it out, and nobody else', async () => {
    const paper = await t.db.as(world.physician.actor, tx =>
      tx.attachments.add({
        ...{ name: 'Lab.pdf', kind: 'pdf', size: 10, hash: 'h', scan: 'clean' },
        blob: createHash('sha256').update(key()).digest('hex'),
      }),
    );
    const { caseKey, requestKey } = await sent(clinic, { attachments: [paper.key] });
    const strike = { attachment: paper.key, why: 'Of another patient' };
    expect(await run(world.clerk.actor, caseKey, 'strike', strike)).toMatchObject({
      refusal: 'not-the-author',
    });
    expect(await run(world.physician.actor, caseKey, 'strike', strike)).toMatchObject({ ok: true });
    const story = await readRequest(app, world.clerk.actor, requestKey);
    expect(story!.cases[0]!.attachments).toEqual([]);
  });
});

describe('what a service promises', () => {
  const daysToDecide = async (requestKey: string) => {
    const { hold } = await lastState(world.physician.actor, requestKey);
    const zone = 'America/Toronto';
    return businessDaysBetween(localDay(hold!.from, zone), localDay(hold!.due, zone));
  };

  it('binds it from the first moment, whether it was asked at once or after a redirect', async () => {
    const prompt = await addService(t, annex.id, { name: 'Prompt clinic' });
    await t.owner.query('update services set promise_days = 1 where id = $1', [prompt.id]);
    const first = await sent(prompt);
    expect(await daysToDecide(first.requestKey)).toBe(1);
    const { caseKey, requestKey } = await sent();
    expect(await daysToDecide(requestKey)).toBeGreaterThan(1);
    await run(world.physician.actor, caseKey, 'redirect', { service: prompt.key });
    expect(await daysToDecide(requestKey)).toBe(1);
  });

  it('binds it by the hours it promised', async () => {
    const atOnce = await addService(t, annex.id, { name: 'Clinic at once' });
    await t.owner.query('update services set promise_hours = 4 where id = $1', [atOnce.id]);
    const { requestKey } = await sent(atOnce);
    const { hold } = await lastState(world.physician.actor, requestKey);
    expect(hold!.due).toBe(dueAfter({ from: hold!.from, zone: 'America/Toronto', businessHours: 4 }));
  });
});
