import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '../../../src/app/actor.ts';
import type { App } from '../../../src/app/app.ts';
import { publishStandardForms } from '../../../src/app/forms/standard-forms.ts';
import { askSurvey, askSurveys } from '../../../src/app/jobs/ask-survey.ts';
import { answerByPhone, askedByPhone } from '../../../src/app/patient/answers-by-phone.ts';
import { answerBefore, askedBefore } from '../../../src/app/patient/before-visit.ts';
import { openLink, readPatientPage } from '../../../src/app/patient/portal.ts';
import { giveSurvey, readSurveys } from '../../../src/app/patient/visit-surveys.ts';
import { whoIs } from '../../../src/app/people/accounts.ts';
import { realClock } from '../../../src/app/ports/clock.ts';
import type { Mail } from '../../../src/app/ports/mailer.ts';
import { readRequest } from '../../../src/app/read-request.ts';
import { runVerb } from '../../../src/app/run-verb.ts';
import { formReader } from '../../../src/calculator/form-reader.ts';
import type { Referral } from '../../../src/domain/referral/referral.ts';
import { addPatient, addService, appOn, arden, ask, type TestService } from '../../support/cases.ts';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';
import { deliver } from '../../support/post-office.ts';
import { smallWorld } from '../../support/world.ts';

let t: TestDatabase;
let world: Awaited<ReturnType<typeof smallWorld>>;
let visits: TestService;
let patientKey: string;
const mails: Mail[] = [];
const app = (): App => {
  const mailer = { send: async (mail: Mail) => void mails.push(mail), close: async () => {} };
  return { ...appOn(t), mailer, clock: realClock } as unknown as App;
};

beforeAll(async () => {
  t = await freshDatabase();
  world = await smallWorld(t);
  visits = await addService(t, world.clinic.id);
  patientKey = (await addPatient(t, world.physician.actor)).key;
});
afterAll(() => t.drop());

/** A referral, walked in and seen unless told, and its patient. */
async function sent(seen = true): Promise<{ caseKey: string; actor: Actor }> {
  const { caseKey } = await ask(app(), world.physician.actor, { service: visits, patientKey });
  await deliver(app());
  const link = /\/p\/([^/?]+)/.exec(mails.findLast(mail => mail.to === 'arden@example.test')!.link)![1]!;
  if (seen)
    for (const [verb, input] of [
      ['accept', { walkIn: 'on' }],
      ['visited', {}],
    ] as const)
      expect(await runVerb(app(), world.clerk.actor, { caseKey, verb, input })).toMatchObject({ ok: true });
  const opened = await openLink(app(), { token: link, birthDate: arden.birthDate });
  if (opened.result !== 'opened') throw new Error(opened.result);
  return { caseKey, actor: (await whoIs(app(), opened.session))!.actor };
}

it('a patient is asked after the visit, once, and answers once', async () => {
  const early = await sent(false);
  expect((await readPatientPage(app(), early.actor))!.survey).toBeNull();
  expect(await giveSurvey(app(), early.actor, { caseKey: early.caseKey, answers: { satisfied: '5' } })).toBe(
    false,
  );

  const { caseKey, actor } = await sent();
  await deliver(app());
  mails.length = 0;
  await t.owner.query(
    `alter table case_events disable trigger user;
     update case_events set at = at - interval '25 hours' where type = 'visited';
     alter table case_events enable trigger user`,
  );
  const look = async () => {
    await t.db.as({ kind: 'job', case: null }, tx => tx.jobs.add({ kind: 'ask-surveys', payload: {} }));
    await deliver(app());
    return mails.filter(mail => mail.template === 'patient-survey').length;
  };
  expect([askSurveys.kind, askSurvey.kind]).toEqual(['ask-surveys', 'ask-survey']);
  expect(await look()).toBe(1);
  expect(await look()).toBe(1);

  expect((await readPatientPage(app(), actor))!.survey).toBe(caseKey);
  expect(await giveSurvey(app(), early.actor, { caseKey, answers: { satisfied: '1' } })).toBe(false);
  expect(await giveSurvey(app(), actor, { caseKey, answers: { satisfied: '5', age: '18-34' } })).toBe(true);
  expect(await giveSurvey(app(), actor, { caseKey, answers: { satisfied: '1' } })).toBe(false);
  expect((await readPatientPage(app(), actor))!.survey).toBeNull();
});

it('the site reads figures from the sixth answer on, by sixes; others read nothing', async () => {
  const answered = (grade: number) =>
    t.owner.query(
      `insert into visit_surveys (case_id, site_id, answers, at)
       select c.id, $1, jsonb_build_object('satisfied', $2::text), now() from cases c
       where not exists (select from visit_surveys s where s.case_id = c.id) limit 1`,
      [world.clinic.id, String(grade)],
    );
  for (const grade of [5, 4, 4, 2]) {
    await sent(false);
    await answered(grade);
  }
  expect(await readSurveys(app(), world.clerk.actor)).toEqual([]);
  await answered(4);
  const six = await readSurveys(app(), world.clerk.actor);
  expect(six).toEqual(
    expect.arrayContaining([
      { question: '', answer: '', people: 6, mean: null, agree: null },
      { question: 'satisfied', answer: '', people: 6, mean: '4.0', agree: 5 },
    ]),
  );
  expect(six.some(one => one.question === 'age')).toBe(false);
  await sent(false);
  await answered(1);
  expect(await readSurveys(app(), world.clerk.actor)).toEqual(six);
  expect(await readSurveys(app(), world.physician.actor)).toEqual([]);
  await expect(t.app.query('select from visit_surveys')).rejects.toMatchObject({ code: '42501' });
});

const typed = { 'matters-most': { text: 'To sleep' }, 'since-asked': { text: 'worse' } };
const whole = { ...typed, 'takes-medicines': { text: 'false' }, 'has-allergies': { text: 'false' } };

/** A visit with questions before it. */
async function askedVisit() {
  const reads = { ...app(), formReader: formReader() } as App;
  const { caseKey, actor } = await sent(false);
  const soon = new Date(Date.now() + 3 * 86_400_000).toISOString();
  const visit = { label: 'initial-visit', start: soon, medium: 'phone', form: 'before-a-visit' };
  for (const [verb, input] of [
    ['accept', {}],
    ['book', visit],
  ] as const)
    expect(await runVerb(app(), world.clerk.actor, { caseKey, verb, input })).toMatchObject({ ok: true });
  return { reads, caseKey, actor };
}

it('what a clinic asks before a visit is kept as typed, sent once and read by both sides', async () => {
  await t.operator.as({ kind: 'operator', command: 'test' }, publishStandardForms);
  const { reads, caseKey, actor } = await askedVisit();
  expect((await askedBefore(reads, actor, () => typed))!.reading.problems.map(one => one.linkId)).toEqual([
    'takes-medicines',
    'has-allergies',
  ]);
  expect((await askedBefore(reads, actor))!.typed).toEqual(typed);
  const stranger = await sent(false);
  expect(await askedBefore(reads, stranger.actor)).toBeNull();
  const theirs = await t.db.as(stranger.actor, tx => tx.visitForms.draft(caseKey, 'before-a-visit'));
  expect(theirs).toBeNull();

  const asked = (await askedBefore(reads, actor, () => whole))!;
  expect(await answerBefore(reads, actor, { asked })).toMatchObject({ ok: true, events: ['form-answered'] });
  expect(await askedBefore(reads, actor)).toBeNull();
  expect((await t.owner.query('select from visit_form_drafts')).rowCount).toBe(0);
  const page = (await readPatientPage(app(), actor))!;
  for (const reader of [world.clerk.actor, world.physician.actor]) {
    const story = await readRequest(app(), reader, page.story.key);
    const event = story!.cases[0]!.events.findLast(one => one.type === 'form-answered');
    expect(event!.body).toMatchObject({ answers: { form: 'before-a-visit', version: 1 } });
  }
});

it('a clerk types what the patient says, and the answer itself forgets what the patient had begun', async () => {
  const { reads, caseKey, actor } = await askedVisit();
  await askedBefore(reads, actor, () => typed);
  const by = (who: Actor) => askedByPhone(reads, who, { caseKey, typed: whole });
  expect((await by(world.physician.actor))!.asked).toBeUndefined();
  const refused = await runVerb(app(), world.physician.actor, { caseKey, verb: 'answer-form', input: {} });
  expect(refused).toMatchObject({ ok: false, refusal: 'wrong-side' });

  const { asked } = (await by(world.clerk.actor))!;
  const recorded = await answerByPhone(reads, world.clerk.actor, { caseKey, asked: asked! });
  expect(recorded).toMatchObject({ ok: true, events: ['form-answered'] });
  expect((await t.owner.query('select from visit_form_drafts')).rowCount).toBe(0);
  const keep = t.db.as(actor, tx => tx.visitForms.keep(caseKey, 'before-a-visit', typed));
  expect(await keep).toBe(false);
  expect((await by(world.clerk.actor))!.asked).toBeUndefined();

  const { story, current } = (await readPatientPage(app(), actor))!;
  const { formThrough } = current.state as Referral;
  expect(formThrough).toMatchObject({ site: world.clinic.id });
  expect(story.names.members[formThrough!.member!]?.name).toBeTruthy();
  const read = await readRequest(app(), world.physician.actor, story.key);
  const answer = read!.cases[0]!.events.findLast(one => one.type === 'form-answered')!;
  expect(answer.body).toMatchObject({ through: true, answers: { form: 'before-a-visit' } });
});
