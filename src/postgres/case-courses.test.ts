import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPatient, addService, appOn, ask, type TestService } from '../../test/support/cases.ts';
import { freshDatabase, type TestDatabase } from '../../test/support/database.ts';
import { addMember, addSite, smallWorld, type TestMember } from '../../test/support/world.ts';
import type { Actor } from '../app/actor.ts';
import { openRequest } from '../app/open-request.ts';
import { proveCases } from '../app/prove-cases.ts';
import { readRequest } from '../app/read-request.ts';
import { type Acts, runVerb } from '../app/run-verb.ts';

let t: TestDatabase;
let app: Acts;
let world: Awaited<ReturnType<typeof smallWorld>>;
let clinic: TestService;
let group: TestService;
let surgery: TestService;
let surgeon: TestMember;
let patientKey: string;

beforeAll(async () => {
  t = await freshDatabase();
  app = appOn(t);
  world = await smallWorld(t);
  clinic = await addService(t, world.clinic.id);
  group = await addService(t, world.clinic.id, { type: 'econsult', name: 'Advice' });
  const hospital = await addSite(t, 'General Hospital', { kind: 'hospital' });
  surgery = await addService(t, hospital.id, { name: 'Surgery' });
  surgeon = await addMember(t, hospital.id, { name: 'Sara Surgeon', roles: ['clinician'] });
  patientKey = (await addPatient(t, world.physician.actor)).key;
});
afterAll(() => t.drop());

const run = (actor: Actor, caseKey: string, verb: string, input: object = {}) =>
  runVerb(app, actor, { caseKey, verb, input });
const must = async (...ask: Parameters<typeof run>) => {
  const outcome = await run(...ask);
  expect(outcome).toMatchObject({ ok: true });
};
const storyOf = async (actor: Actor, requestKey: string) => {
  const story = await readRequest(app, actor, requestKey);
  if (!story) throw new Error('nothing to read');
  return story;
};
const memberKey = async (member: number): Promise<string> =>
  (await t.owner.query('select key from members where id = $1', [member])).rows[0].key;
const sent = (input = {}) => ask(app, world.physician.actor, { service: clinic, patientKey, input });
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

describe('a hand-over', () => {
  it('forwards question and patient to the next clinic under the same number, and tells all three', async () => {
    const { caseKey, requestKey, reference } = await sent({ question: 'Lump in the left breast' });
    await must(world.clerk.actor, caseKey, 'forward', { service: surgery.key });
    const there = await storyOf(surgeon.actor, requestKey);
    expect(there.reference).toBe(reference);
    expect(there.cases).toHaveLength(1);
    expect(there.cases[0]?.events[1]?.body).toMatchObject({ question: 'Lump in the left breast' });
    expect(there.cases[0]?.patient.family).toBe('Whitcombe');
    expect(there.cases[0]?.state).toMatchObject({ status: 'sent', hops: 1, via: { site: world.clinic.id } });
    expect(there.elsewhere).toEqual([]);
    const clinicSide = await storyOf(world.clerk.actor, requestKey);
    expect(clinicSide.cases.map(one => [one.state.status, one.sides])).toEqual([
      ['forwarded', ['receiver']],
      ['sent', ['intake']],
    ]);
    const here = await storyOf(world.physician.actor, requestKey);
    expect(here.cases.map(one => one.state.status)).toEqual(['forwarded', 'sent']);
    expect(here.cases[1]?.notices.map(one => one.template)).toContain('new');
  });

  it('turns an eConsult into a referral with the question and the final advice', async () => {
    const { caseKey, requestKey } = await ask(app, world.physician.actor, { service: group, patientKey });
    const { specialist } = world;
    await must(specialist.actor, caseKey, 'assign', {
      member: await memberKey(specialist.member),
      why: 'next-in-turn',
    });
    const answer = { kind: 'please-refer', text: 'This needs a surgeon', minutes: '12' };
    await must(specialist.actor, caseKey, 'convert', { service: surgery.key, answer });
    const there = await storyOf(surgeon.actor, requestKey);
    expect(there.cases[0]?.state).toMatchObject({ type: 'referral', status: 'sent' });
    const said = JSON.stringify(there.cases[0]?.events);
    expect(said).toContain('Switch or add?');
    expect(said).toContain('This needs a surgeon');
    const mine = await storyOf(world.physician.actor, requestKey);
    expect(mine.cases.map(one => one.state.status)).toEqual(['converted', 'sent']);
    expect((await storyOf(specialist.actor, requestKey)).cases).toHaveLength(1);
  });

  it('leaves behind what the sender unticked', async () => {
    const { caseKey, requestKey } = await sent({ question: 'Not for the next clinic' });
    const carry = { question: false, answers: false, advice: false, attachments: false };
    await must(world.clerk.actor, caseKey, 'forward', { service: surgery.key, carry });
    expect(JSON.stringify(await storyOf(surgeon.actor, requestKey))).not.toContain('Not for the next clinic');
  });

  it('opens nothing and ends nothing when the next clinic takes nobody', async () => {
    const { caseKey, requestKey } = await sent();
    const closed = await addService(t, surgeon.actor.site, { accepting: false });
    expect(await run(world.clerk.actor, caseKey, 'forward', { service: closed.key })).toMatchObject({
      refusal: 'not-accepting',
    });
    expect((await storyOf(world.clerk.actor, requestKey)).cases[0]?.state.status).toBe('sent');
  });
});

describe('who acts', () => {
  it('writes down the delegate and the physician they act for', async () => {
    const delegate: Actor = { ...world.delegate.actor, actingFor: world.physician.member };
    const { requestKey } = await ask(app, delegate, { service: clinic, patientKey });
    const { cases } = await storyOf(world.physician.actor, requestKey);
    expect(cases[0]?.events[0]?.by).toMatchObject({
      member: world.delegate.member,
      actingFor: world.physician.member,
    });
    expect(cases[0]?.state.requester.clinician).toBe(world.physician.member);
  });

  it('lets the patient of the request act by any link of it, and nobody else', async () => {
    const { caseKey, requestKey } = await sent();
    await must(world.clerk.actor, caseKey, 'accept');
    await must(world.clerk.actor, caseKey, 'book', {
      ...{ label: 'appointment', start: inDays(20), medium: 'phone' },
    });
    const found = await t.owner.query('select id from requests where key = $1', [requestKey]);
    const patient: Actor = { kind: 'patient', link: 71, request: found.rows[0].id };
    const stranger: Actor = { kind: 'patient', link: 72, request: found.rows[0].id + 1000 };
    expect(await run(stranger, caseKey, 'confirm')).toEqual({ ok: false, refusal: 'not-found' });
    await must(patient, caseKey, 'confirm');
    const story = await storyOf(patient, requestKey);
    expect(story.cases[0]?.state.status).toBe('confirmed');
    expect(story.cases[0]?.events.at(-1)?.by).toMatchObject({ side: 'patient', link: 71 });
    expect(JSON.stringify(story)).not.toContain('Please assess');
  });

  it('lets a receiver correct its own copy of the patient, and the requester keep the other', async () => {
    const { caseKey, requestKey } = await sent();
    await must(world.clerk.actor, caseKey, 'correct-patient', {
      family: 'Whitcombe-Li',
      phone: '519-555-0100',
    });
    const phone = (actor: Actor) => storyOf(actor, requestKey).then(story => story.cases[0]!.patient);
    expect(await phone(world.clerk.actor)).toMatchObject({
      family: 'Whitcombe-Li',
      contacts: [{ phone: '519-555-0100' }],
    });
    expect(await phone(world.physician.actor)).toMatchObject({
      family: 'Whitcombe',
      contacts: [{ phone: '519-555-0142' }],
    });
  });

  it('refuses what a patient of another site would open, and writes it down', async () => {
    const what = { type: 'referral' as const, patientKey, service: clinic.key, input: {} };
    expect(await openRequest(app, world.outsider.actor, what)).toEqual({ ok: false, refusal: 'not-found' });
    const { rows } = await t.superuser.query(
      'select result, act from audit where member = $1 order by id desc limit 1',
      [world.outsider.member],
    );
    expect(rows[0]).toEqual({ result: 'm', act: 'send' });
  });

  it('goes on with a request it holds, under the same number', async () => {
    const first = await sent();
    const next = await ask(app, world.physician.actor, {
      service: surgery,
      patientKey,
      continues: first.requestKey,
    });
    expect(next).toMatchObject({ requestKey: first.requestKey, reference: first.reference });
    expect((await storyOf(surgeon.actor, first.requestKey)).cases).toHaveLength(1);
    expect((await storyOf(world.physician.actor, first.requestKey)).cases).toHaveLength(2);
  });
});

/** A well-formed input of each verb, as clicked at random. */
const inputs: Record<string, () => object> = {
  accept: () => ({ walkIn: 'on' }),
  decline: () => ({ reason: 'duplicate' }),
  'ask-info': () => ({ question: 'Which dose?', of: 'requester' }),
  'supply-info': () => ({ answer: '100 mg' }),
  book: () => ({ label: 'appointment', start: inDays(12), medium: 'phone' }),
  rebook: () => ({ label: 'appointment', start: inDays(15), medium: 'video' }),
  message: () => ({ text: 'Hello', to: 'all' }),
  note: () => ({ text: 'For us' }),
  complete: () => ({ outcome: 'discharged', note: 'Seen and well' }),
  cancel: () => ({ reason: 'no-longer-needed' }),
  resubmit: () => ({ what: 'More history' }),
  'report-worse': () => ({ text: 'Worse' }),
  'change-urgency': () => ({ urgency: 'urgent', reason: 'Worse' }),
  reopen: () => ({ reason: 'By mistake' }),
};
const verbs = [
  ...Object.keys(inputs),
  'review',
  'confirm',
  'unbook',
  'withdraw-question',
  'cannot-come',
  'acknowledge',
  'hand-back',
];

describe('whatever is clicked', () => {
  it('leaves every case equal to the fold of its events, with a chain that verifies', async () => {
    const who = [world.clerk.actor, world.specialist.actor, world.physician.actor, world.outsider.actor];
    const click = fc.tuple(fc.constantFrom(...verbs), fc.nat(who.length - 1));
    let went = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(click, { minLength: 5, maxLength: 25 }), async clicks => {
        const { caseKey } = await sent();
        for (const [verb, index] of clicks) {
          const outcome = await run(who[index]!, caseKey, verb, inputs[verb]?.() ?? {});
          if (outcome.ok) went += 1;
          if (index === 3) expect(outcome).toEqual({ ok: false, refusal: 'not-found' });
        }
      }),
      { numRuns: 25 },
    );
    // Most clicks are refused; some must have done something, or nothing was tried.
    expect(went).toBeGreaterThan(10);
    const proof = await proveCases(t.operator);
    expect(proof.faults).toEqual([]);
    expect(proof.cases).toBeGreaterThan(25);
  });
});
