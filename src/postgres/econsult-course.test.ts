import { afterAll, beforeAll, expect, it } from 'vitest';
import { addPatient, addService, appOn, ask, type TestService } from '../../test/support/cases.ts';
import { makeLink } from '../../test/support/cast.ts';
import { freshDatabase, type TestDatabase } from '../../test/support/database.ts';
import { addSite, smallWorld } from '../../test/support/world.ts';
import type { Actor } from '../app/actor.ts';
import type { App } from '../app/app.ts';
import { askLater, askLaterOf } from '../app/jobs/ask-later.ts';
import { endHelp } from '../app/jobs/end-help.ts';
import { readPatientPage } from '../app/patient/portal.ts';
import type { Folder } from '../app/ports/worklists.ts';
import { readRequest } from '../app/read-request.ts';
import { type Acts, runVerb } from '../app/run-verb.ts';
import { storyOf } from '../domain/timeline/timeline.ts';

let t: TestDatabase;
let app: Acts;
let world: Awaited<ReturnType<typeof smallWorld>>;
let group: TestService;
let visits: TestService;
let skin: TestService;
let patientKey: string;

beforeAll(async () => {
  t = await freshDatabase();
  app = appOn(t);
  world = await smallWorld(t);
  group = await addService(t, world.clinic.id, { type: 'econsult', name: 'Psychiatry advice' });
  visits = await addService(t, world.stranger.id);
  skin = await addService(t, world.stranger.id, { type: 'econsult', name: 'Dermatology advice' });
  patientKey = (await addPatient(t, world.physician.actor)).key;
});
afterAll(() => t.drop());

const survey = { outcome: 'new-advice', referral: 'still-needed', patientValue: '5', providerValue: '4' };

async function memberKey(member: number): Promise<string> {
  const { rows } = await t.owner.query<{ key: string }>('select key from members where id = $1', [member]);
  return rows[0]!.key;
}

async function does(actor: Actor, caseKey: string, verb: string, input: Record<string, unknown> = {}) {
  const outcome = await runVerb(app, actor, { caseKey, verb, input });
  if (!outcome.ok) throw new Error(`${verb}: ${JSON.stringify(outcome)}`);
  return outcome;
}

it('an eConsult is asked, assigned, answered and turned into a referral that carries question and advice', async () => {
  const { physician, clerk, specialist, outsider } = world;
  const { caseKey, requestKey, events } = await ask(app, physician.actor, { service: group, patientKey });
  expect(events).toEqual(['asked', 'question']);
  const member = await memberKey(specialist.member);
  await does(clerk.actor, caseKey, 'assign', { member, why: 'next-in-turn' });
  await does(specialist.actor, caseKey, 'ask-info', { question: 'Ferritin?' });
  await does(physician.actor, caseKey, 'supply-info', { answer: 'It is 11.' });
  await does(specialist.actor, caseKey, 'answer', {
    kind: 'advice',
    text: 'Treat the iron.',
    minutes: '18',
    recommendations: [{ text: 'Oral iron' }],
  });
  await does(physician.actor, caseKey, 'convert', { service: visits.key, survey });

  const mine = storyOf((await readRequest(app, physician.actor, requestKey))?.cases ?? []);
  expect(mine.chapters.map(({ type, status }) => [type, status])).toEqual([
    ['econsult', 'converted'],
    ['referral', 'sent'],
  ]);
  const said = mine.chapters[0]!.items.filter(item => item.kind === 'message' || item.kind === 'answer');
  expect(said.map(item => item.text)).toEqual([
    'Switch or add?',
    'Ferritin?',
    'It is 11.',
    'Treat the iron.',
  ]);

  const theirs = storyOf((await readRequest(app, outsider.actor, requestKey))?.cases ?? []);
  expect(theirs.chapters).toHaveLength(1);
  expect(JSON.stringify(theirs.chapters)).toContain('Switch or add?');
  expect(JSON.stringify(theirs.chapters)).toContain('Treat the iron.');
  expect(JSON.stringify(theirs.chapters)).not.toContain('Ferritin?');
});

it('an authorised specialist answers and converts in one go; the requester stays the requester', async () => {
  const { physician, clerk, specialist } = world;
  const { caseKey, requestKey } = await ask(app, physician.actor, { service: group, patientKey });
  const member = await memberKey(specialist.member);
  await does(clerk.actor, caseKey, 'assign', { member, why: 'other' });
  const answer = { kind: 'please-refer', text: 'Please have her seen.', minutes: 5 };
  await does(specialist.actor, caseKey, 'convert', { service: visits.key, answer });
  const story = await readRequest(app, physician.actor, requestKey);
  expect(story?.cases[1]?.state).toMatchObject({
    type: 'referral',
    requester: { site: world.practice.id, clinician: physician.member },
    hold: { next: 'decide' },
  });
});

it('a group returns a question and the requester asks elsewhere', async () => {
  const { physician, clerk } = world;
  const { caseKey, requestKey } = await ask(app, physician.actor, { service: group, patientKey });
  await does(clerk.actor, caseKey, 'turn-back', { reason: 'needs-visit', service: visits.key });
  await does(physician.actor, caseKey, 'redirect', { service: visits.key });
  const story = await readRequest(app, physician.actor, requestKey);
  expect(story?.cases.map(one => one.state.status)).toEqual(['redirected', 'sent']);
});

it('what was added to a returned question, and leave to convert it, go along to another group', async () => {
  const { physician, clerk } = world;
  const input = { mayConvert: 'yes' };
  const { caseKey, requestKey } = await ask(app, physician.actor, { service: group, patientKey, input });
  await does(clerk.actor, caseKey, 'turn-back', {
    reason: 'missing-information',
    suggestion: 'Which doses?',
  });
  await does(physician.actor, caseKey, 'resubmit', { text: 'Sertraline 100 mg for ten weeks.' });
  await does(clerk.actor, caseKey, 'turn-back', { reason: 'not-our-field', suggestion: 'Ask the others.' });
  const others = (await addSite(t, 'Second Advice Group', { kind: 'group' })).id;
  const second = await addService(t, others, { type: 'econsult', name: 'Second advice' });
  await does(physician.actor, caseKey, 'redirect', { service: second.key });
  const next = (await readRequest(app, physician.actor, requestKey))!.cases[1]!;
  expect(next.state).toMatchObject({ status: 'asked', mayConvert: true });
  expect(next.events.map(({ body }) => body)).toContainEqual({
    ...{ about: 'added-since', text: 'Sertraline 100 mg for ten weeks.' },
  });
});

async function runsJobs(...kinds: string[]): Promise<void> {
  const jobs = await t.db.as({ kind: 'job', case: null }, tx => tx.jobs.claim(kinds, 10));
  for (const job of jobs) await (job.kind === 'ask-later' ? askLater : askLaterOf).run(job, app as App);
}

it('90 days after the end the requester is asked once what happened, and of what was left undone before that', async () => {
  const { physician, clerk, specialist } = world;
  const { caseKey } = await ask(app, physician.actor, { service: group, patientKey });
  const member = await memberKey(specialist.member);
  await does(clerk.actor, caseKey, 'assign', { member, why: 'other' });
  const due = '2030-01-07';
  const answer = { kind: 'advice', text: 'Iron.', minutes: 5, recommendations: [{ text: 'Ferritin', due }] };
  await does(specialist.actor, caseKey, 'answer', answer);
  await does(physician.actor, caseKey, 'close', survey);
  // The first recommendation of all falls due, and the 90 days are over.
  await t.superuser.query(`update case_later set at = now() where what <> 'advised-lead'`);
  await t.db.as({ kind: 'job', case: null }, tx => tx.jobs.add({ kind: 'ask-later', payload: {} }));
  await runsJobs('ask-later');
  await runsJobs('ask-later-of');
  const { rows } = await t.superuser.query<{ to: string }>(
    `select recipient_kind || ' ' || template as to from notices n join cases c on c.id = n.case_id
     where c.key = $1 and template in ('what-happened', 'advised-due')`,
    [caseKey],
  );
  // Nothing is due before 2030, whatever the row says.
  expect(rows.map(one => one.to)).toEqual(['member what-happened']);
  await does(physician.actor, caseKey, 'report-outcome', { outcome: 'as-advised' });
  await does(physician.actor, caseKey, 'tick', { recommendation: 1, state: 'done' });
  const left = await t.superuser.query(
    'select l.what from case_later l join cases c on c.id = l.case_id where c.key = $1',
    [caseKey],
  );
  expect(left.rows).toEqual([]);
});

/** The specialist has a question and asks the group of another site, where somebody has it. */
async function askedColleague() {
  const { physician, clerk, specialist, outsider } = world;
  const { caseKey, requestKey } = await ask(app, physician.actor, { service: group, patientKey });
  await does(clerk.actor, caseKey, 'assign', { member: await memberKey(specialist.member), why: 'other' });
  const input = { service: skin.key, title: 'A rash on sertraline?', question: 'Does it fit?' };
  await does(specialist.actor, caseKey, 'ask-colleague', { ...input, carry: { question: true } });
  const linked = (await readRequest(app, outsider.actor, requestKey))!.cases[0]!.key;
  await does(outsider.actor, linked, 'assign', { member: await memberKey(outsider.member), why: 'other' });
  return { caseKey, requestKey, linked };
}

it('a specialist asks another: each party sees its part, and the first requester reads along', async () => {
  const { physician, specialist, outsider } = world;
  const { caseKey, requestKey, linked } = await askedColleague();
  const advice = { kind: 'advice', text: 'A drug rash; change it.', minutes: 9 };
  await does(outsider.actor, linked, 'answer', advice);

  const mine = (await readRequest(app, physician.actor, requestKey))!;
  expect(mine.cases.map(one => [one.state.status, one.sides])).toEqual([
    ['assigned', ['requester']],
    ['answered', ['copy']],
  ]);
  expect(mine.elsewhere).toEqual([]);
  const told = JSON.stringify(storyOf(mine.cases).chapters[1]);
  for (const said of ['Does it fit?', 'A drug rash; change it.']) expect(told).toContain(said);
  expect(mine.cases[1]!.may).toEqual([{ side: 'copy', verbs: ['message'] }]);
  for (const verb of ['close', 'follow-up', 'cancel', 'note'])
    expect(await runVerb(app, physician.actor, { caseKey: linked, verb, input: {} })).toMatchObject({
      ok: false,
    });

  const theirs = (await readRequest(app, outsider.actor, requestKey))!;
  expect(theirs.cases).toHaveLength(1);
  const passedOn = JSON.stringify(storyOf(theirs.cases).chapters);
  expect(passedOn).toContain('Switch or add?');
  expect(passedOn).not.toContain(String(caseKey));

  const asker = (await readRequest(app, specialist.actor, requestKey))!;
  expect(asker.cases.map(one => one.sides)).toEqual([['receiver'], ['requester']]);
  await does(specialist.actor, linked, 'close', survey);
  // The second specialist's minutes are theirs, and the survey is about their answer.
  const { rows } = await t.superuser.query(
    `select f.member_id as member, f.minutes, f.requester_member as asker, f.referral from econsult_figures f
     join cases c on c.id = f.case_id where c.key = $1`,
    [linked],
  );
  const { member: asked } = outsider;
  expect(rows).toEqual([{ member: asked, minutes: 9, asker: specialist.member, referral: 'still-needed' }]);
});

it('stands in the list of who asked, of who is asked, and among the copies of who asked first', async () => {
  const { physician, specialist, outsider } = world;
  const { caseKey, requestKey, linked } = await askedColleague();
  const type = 'econsult' as const;
  const listed = async (actor: Actor, folder: Folder) => {
    const { rows } = await t.db.as(actor, tx => tx.worklists.page(folder, { limit: 100 }));
    return rows.map(row => row.caseKey);
  };
  const given = { type, status: 'assigned' };
  expect(await listed(specialist.actor, { ...given, side: 'requester' })).toContain(linked);
  expect(await listed(physician.actor, { ...given, side: 'copy' })).toContain(linked);
  for (const folder of [{ ...given, side: 'requester' as const }, 'for-me', 'waits-on-others'] as const)
    expect(await listed(physician.actor, folder)).not.toContain(linked);
  expect(await listed(outsider.actor, 'needs-me')).toContain(linked);
  await does(outsider.actor, linked, 'answer', { kind: 'advice', text: 'It fits.', minutes: 4 });
  expect(await listed(specialist.actor, 'needs-me')).toEqual(expect.arrayContaining([linked, caseKey]));
  expect(await listed(physician.actor, 'needs-me')).not.toContain(linked);

  const { rows } = await t.superuser.query('select id from requests where key = $1', [requestKey]);
  const request = rows[0].id;
  const link = await makeLink(t, { kind: 'patient', request });
  const page = await readPatientPage(app, { kind: 'patient', link, request });
  expect(page?.story.cases.map(one => one.key)).toEqual([caseKey]);
});

it('who asked a colleague has none of the other rights of a requester, and the patient hears nothing', async () => {
  const { physician, specialist, outsider } = world;
  const { caseKey, requestKey, linked } = await askedColleague();
  // The first requester turns to somebody else as well; the specialist's part in the request is over.
  await does(specialist.actor, caseKey, 'turn-back', { reason: 'unavailable', suggestion: 'Ask later.' });
  const third = await addService(t, (await addSite(t, 'Third Clinic')).id);
  await does(physician.actor, caseKey, 'redirect', { service: third.key });
  const asker = (await readRequest(app, specialist.actor, requestKey))!;
  expect([asker.elsewhere, (await readRequest(app, outsider.actor, requestKey))!.elsewhere]).toEqual([
    [],
    [],
  ]);
  const atWork = (actor: Actor) => t.db.as(actor, tx => tx.patientLinks.ways(requestKey));
  expect(await atWork(specialist.actor)).toBeNull();
  expect(await atWork(physician.actor)).not.toBeNull();
  const { rows } = await t.superuser.query(
    `select recipient_kind as kind, recipient_id as id, template from notices n join cases c on c.id = n.case_id
     where c.key = $1 order by n.id`,
    [linked],
  );
  expect(rows).toContainEqual({ kind: 'member', id: physician.member, template: 'news' });
  expect(rows.filter(one => one.kind === 'patient')).toEqual([]);

  // Nobody is to answer the first any more, so nobody need help with it.
  const jobs = await t.db.as({ kind: 'job', case: null }, tx => tx.jobs.claim(['end-help'], 10));
  for (const job of jobs) await endHelp.run(job, app as App);
  expect((await readRequest(app, outsider.actor, requestKey))!.cases[0]!.state.status).toBe('cancelled');
});
