import assert from 'node:assert/strict';
import * as advice from './advice.ts';
import { cast, patientMail } from './cast.ts';
import * as other from './other-way.ts';
import type { Scene } from './scene.ts';
import * as send from './send.ts';
import * as visit from './visit.ts';

/** A part of the story, played on the pages. Each begins where the one before ended. */
export interface Chapter {
  title: string;
  play(scene: Scene): Promise<void>;
}

const mailOf = (name: string) =>
  `${name
    .replace(/^Dr\. /, '')
    .toLowerCase()
    .replaceAll(' ', '.')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')}@demo.example`;

/** The core of it, for a browser without script: ask, send, accept, book, say yes. */
export const core: readonly Chapter[] = [
  {
    title: 'asks, and refers to another service',
    async play(scene) {
      const physician = await scene.as(cast.physician);
      await advice.addPatient(physician, scene.script);
      await send.askAdvice(physician, scene.script);
      const { third, assessment } = scene.script;
      const sent = await send.refer(physician, scene.script, { problem: third, service: assessment });
      scene.requests.set('first', sent);
    },
  },
  {
    title: 'accepts and books; the patient says yes',
    async play(scene) {
      const [asked, clerk] = [scene.request('first'), await scene.as(cast.clerk)];
      await visit.accept(clerk, asked, scene.script);
      const day = await other.dayAfter(await scene.visitor(), 16);
      await visit.book(clerk, asked, { day, script: scene.script });
      const { link } = await (await scene.mailbox()).latest(patientMail);
      await visit.confirmByPatient(await scene.patient(), link, scene.script);
    },
  },
];

/** The whole story, as a newcomer lives it. */
export const chapters: readonly Chapter[] = [
  {
    title: 'the physician adds the patient and asks; the safety question holds the form until it is answered',
    async play(scene) {
      const physician = await scene.as(cast.physician);
      await physician.seen('worklist-empty');
      await advice.addPatient(physician, scene.script);
      const asked = await send.askAdvice(physician, scene.script);
      scene.requests.set('first', asked);
      await physician.goto('/worklist/waits-on-others');
      assert.ok((await physician.text()).includes(scene.script.family));
      await physician.seen('worklist-waits');
    },
  },
  {
    title: 'the assigner sees it due in one business day and assigns; the specialist asks back and answers',
    async play(scene) {
      const asked = scene.request('first');
      const mailbox = await scene.mailbox();
      const [physician, assigner] = [await scene.as(cast.physician), await scene.as(cast.assigner)];
      await mailbox.next(mailOf(cast.assigner));
      await advice.assign(assigner, asked, cast.specialist);
      await mailbox.next(mailOf(cast.specialist));
      const specialist = await scene.as(cast.specialist);
      await advice.askBack(specialist, asked, scene.script);
      await mailbox.next(mailOf(cast.physician));
      await advice.supply(physician, asked, scene.script);
      await mailbox.next(mailOf(cast.specialist));
      await advice.answer(specialist, asked, scene.script);
      const { subject } = await mailbox.next(mailOf(cast.physician));
      assert.ok(subject.includes(asked.reference));
    },
  },
  {
    title: 'the physician does one recommendation and closes with the five questions',
    async play(scene) {
      await advice.readAndClose(await scene.as(cast.physician), scene.request('first'), scene.script);
    },
  },
  {
    title: 'months later a visit is needed: the right service is found first, and the form is filled in',
    async play(scene) {
      const visitor = await scene.visitor();
      await other.moveClock(visitor, 90);
      await visitor.seen('demo-clock');
      await send.needsVisit(await scene.as(cast.physician), scene.request('first'), scene.script);
    },
  },
  {
    title: 'the clerk finds it on top, triages, accepts with a wait and books a video visit',
    async play(scene) {
      const asked = scene.request('first');
      const [mailbox, clerk] = [await scene.mailbox(), await scene.as(cast.clerk)];
      await mailbox.next(mailOf(cast.clerk));
      await visit.triage(clerk, asked, scene.script);
      await visit.accept(clerk, asked, scene.script);
      const day = await other.dayAfter(await scene.visitor(), 16);
      await visit.book(clerk, asked, { day, script: scene.script });
    },
  },
  {
    title: 'the patient opens the link, gives the birth date, and says yes; the clerk sees it',
    async play(scene) {
      const mailbox = await scene.mailbox();
      const { link } = await mailbox.latest(patientMail);
      await mailbox.seen('demo-mailbox');
      await visit.confirmByPatient(await scene.patient(), link, scene.script);
      const clerk = await scene.as(cast.clerk);
      await clerk.goto(scene.request('first').request);
      assert.ok((await clerk.text()).includes(clerk.words.referral.statusesToReceiver.confirmed));
      await clerk.seen('referral-confirmed');
    },
  },
  {
    title: 'after the visit the programme sends its note, and the physician has the whole story on one page',
    async play(scene) {
      await other.moveClock(await scene.visitor(), 17);
      await visit.finish(await scene.as(cast.clerk), scene.request('first'), scene.script);
      await visit.acknowledge(await scene.as(cast.physician), scene.request('first'), scene.script);
      const patient = await scene.patient();
      await patient.goto('/p');
      assert.ok((await patient.text()).includes(patient.words.patientPage.note.title), 'reads the note too');
      await patient.seen('patient-settled');
    },
  },
  {
    title: 'a second referral is declined with a way on, and sent there with one press; the patient is told',
    async play(scene) {
      const { script } = scene;
      const [physician, clerk] = [await scene.as(cast.physician), await scene.as(cast.clerk)];
      const asked = await send.refer(physician, script, { problem: script.second, service: script.group });
      scene.requests.set('second', asked);
      await other.decline(clerk, asked, script);
      await other.sendOn(physician, asked, script);
      const { link } = await (await scene.mailbox()).latest(patientMail);
      const patient = await scene.patient();
      const told = await other.readPatientPage(patient, link);
      assert.ok(told.includes(patient.words.portal.stepsDone['sent-on']), told);
      await patient.seen('patient-sent-on');
    },
  },
  {
    title: 'a third gets no answer: reminders, the lead, the programme; everybody sees that it is late',
    play: playLate,
  },
];

async function playLate(scene: Scene): Promise<void> {
  const { script } = scene;
  const [physician, visitor] = [await scene.as(cast.physician), await scene.visitor()];
  const asked = await send.refer(physician, script, { problem: script.third, service: script.assessment });
  scene.requests.set('third', asked);
  const mailbox = await scene.mailbox();
  const { link } = await mailbox.latest(patientMail);
  for (const days of [6, 2, 5, 7]) await other.moveClock(visitor, days);
  await visitor.seen('demo-clock-moved');
  await mailbox.latest(mailOf(cast.nurse));
  await mailbox.latest(mailOf(cast.steward));
  await physician.goto(asked.request);
  await physician.seen('referral-late');
  const lead = await scene.as(cast.nurse);
  await lead.goto('/worklist');
  await lead.seen('worklist-late');
  const steward = await scene.as(cast.steward);
  await steward.goto('/worklist');
  const seen = await steward.text();
  assert.ok(seen.includes(asked.reference), 'the programme sees the number');
  assert.ok(!seen.includes(script.family) && !seen.includes(script.third), 'and never the patient');
  await steward.seen('programme');
  const patient = await scene.patient();
  const told = await other.readPatientPage(patient, link);
  assert.ok(told.includes(patient.words.portal.headline.late(patient.words.portal.holders.clinic)), told);
  await patient.seen('patient-late');
}
