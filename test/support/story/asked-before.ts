import assert from 'node:assert/strict';
import type { Walker } from '../walker.ts';
import { cast, patientMail } from './cast.ts';
import type { Chapter } from './chapters.ts';
import * as other from './other-way.ts';
import type { Scene } from './scene.ts';
import * as visit from './visit.ts';

/** The third referral comes to a visit after all, with questions before it. */
export const askedBefore: readonly Chapter[] = [
  { title: 'the clinic asks before a visit: the patient begins, and calls; the clerk types', play },
];

async function play(scene: Scene): Promise<void> {
  const { script } = scene;
  const [asked, clerk] = [scene.request('third'), await scene.as(cast.clerk)];
  await visit.accept(clerk, asked, script);
  const day = await other.dayAfter(await scene.visitor(), 16);
  await visit.book(clerk, asked, { day, script, form: 'before-a-visit' });
  const { link } = await (await scene.mailbox()).latest(patientMail);
  const patient = await scene.patient();
  await other.readPatientPage(patient, link);
  await patient.seen('patient-asked-before');
  await begin(patient, script.bring);
  await typeForCaller(clerk, asked.request);
  await patient.goto('/p');
  assert.ok(!(await patient.text()).includes(patient.words.beforeVisit.toDo), 'it is answered');
  await patient.seen('patient-answered-by-phone');
}

async function begin(patient: Walker, matters: string): Promise<void> {
  const { page, words } = patient;
  await patient.follow(words.beforeVisit.link);
  await page.fill('[name=a-matters-most]', matters);
  await patient.pressButton(words.beforeVisit.keep);
  await patient.seen('before-visit-kept');
  await patient.pressButton(words.beforeVisit.send);
  await patient.seen('before-visit-missing');
}

async function typeForCaller(clerk: Walker, request: string): Promise<void> {
  const { page, words } = clerk;
  await clerk.goto(request);
  await clerk.seen('referral-asks-before');
  await clerk.follow(words.beforeVisit.staff.link);
  await clerk.seen('answers-by-phone');
  await page.fill('[name=a-matters-most]', 'x');
  for (const [question, value] of [
    ['since-asked', 'worse'],
    ['takes-medicines', 'false'],
    ['has-allergies', 'false'],
  ])
    await page.check(`[name=a-${question}][value=${value}]`);
  await clerk.pressButton(words.beforeVisit.staff.send);
  assert.match(page.url(), /\/requests\//);
  await clerk.seen('referral-answered-by-phone');
}
