import assert from 'node:assert/strict';
import { letter, twoPages } from '../papers.ts';
import type { Walker } from '../walker.ts';
import { birthDate, patientMail, type Script } from './cast.ts';

/** What the next steps need to know of the first. */
export interface Asked {
  reference: string;
  /** Path of the story. */
  request: string;
}

/** The physician writes the patient of the story into the practice's list. */
export async function addPatient(physician: Walker, script: Script): Promise<void> {
  const { page, words } = physician;
  await physician.goto('/patients');
  await physician.follow(words.patients.add);
  await page.fill('[name=given]', script.given);
  await page.fill('[name=family]', script.family);
  await page.fill('[name=birthDate]', birthDate);
  await page.check('[name=sexAtBirth][value=female]');
  await page.selectOption('[name=gender]', 'woman');
  await page.fill('[name=cardNumber]', '9287170261');
  await page.check(`[name=language][value=${physician.stage.lang}]`);
  await page.fill('[name=city]', 'Guelph');
  await page.fill('[name=postalCode]', 'N1E 6H5');
  await page.fill('[name=email]', patientMail);
  await page.check('[name=emailConsent][value=yes]');
  await physician.seen('patient-new');
  await physician.pressButton(words.patients.save);
  assert.match(page.url(), /\/patients\/[0-9a-z]{26}/);
  await physician.seen('patient');
}

/** The group's assigner sees it due tomorrow and gives it to a specialist. */
export async function assign(assigner: Walker, asked: Asked, specialist: string): Promise<void> {
  const { page, words } = assigner;
  await openFromWorklist(assigner, asked);
  await assigner.seen('econsult-asked');
  await assigner.follow(words.econsult.verbs.assign);
  await assigner.seen('econsult-assign');
  await page.getByLabel(specialist).check();
  await assigner.pressButton(words.econsult.verbs.assign, page.locator('form.act'));
  assert.match(await assigner.text(), new RegExp(specialist));
}

/** The specialist asks something back, which stops the clock. */
export async function askBack(specialist: Walker, asked: Asked, script: Script): Promise<void> {
  const { page, words } = specialist;
  await openFromWorklist(specialist, asked);
  await specialist.seen('econsult-to-answer');
  await specialist.follow(words.econsult.verbs['ask-info']);
  await specialist.seen('econsult-ask-info');
  await page.fill('[name=question]', script.backAsked);
  await specialist.pressButton(words.econsult.verbs['ask-info'], page.locator('form.act'));
  assert.ok((await specialist.text()).includes(words.econsult.statusesToReceiver['more-info']));
}

/** The physician supplies it. */
export async function supply(physician: Walker, asked: Asked, script: Script): Promise<void> {
  const { page, words } = physician;
  await openFromWorklist(physician, asked);
  assert.ok((await physician.text()).includes(script.backAsked));
  await physician.seen('econsult-more-info');
  await physician.follow(words.econsult.verbs['supply-info']);
  await page.fill('[name=answer]', script.supplied);
  await physician.pressButton(words.econsult.verbs['supply-info'], page.locator('form.act'));
}

/** The specialist answers: advice, two tasks, a reference and twelve minutes. */
export async function answer(specialist: Walker, asked: Asked, script: Script): Promise<void> {
  const { page, words } = specialist;
  await openFromWorklist(specialist, asked);
  assert.ok((await specialist.text()).includes(script.supplied));
  await specialist.follow(words.econsult.verbs.answer);
  await page.check('[name=kind][value=advice]');
  await page.fill('[name=text]', script.answer);
  for (const [index, task] of script.tasks.entries()) await page.locator('[name=task]').nth(index).fill(task);
  await page.fill('[name=minutes]', '12');
  await page.fill('[name=references]', script.reference);
  await specialist.seen('econsult-answer');
  await specialist.pressButton(words.acts.sendAnswer);
  await specialist.seen('econsult-answered');
}

/** The physician reads it, does one thing and closes with the five questions. */
export async function readAndClose(physician: Walker, asked: Asked, script: Script): Promise<void> {
  const { page, words } = physician;
  await openFromWorklist(physician, asked);
  await page.getByText(words.story.answerParts(script.tasks.length, 1)).first().click();
  const read = await physician.text();
  for (const said of [script.answer, script.tasks[0]!, script.tasks[1]!, script.reference])
    assert.ok(read.includes(said), said);
  await physician.seen('econsult-answer-read');
  await physician.pressButton(words.story.markDone);
  assert.ok((await physician.text()).includes(words.story.doneOf(1, 2)));
  await physician.follow(words.econsult.verbs.close);
  await page.check('[name=outcome][value=new-advice]');
  await page.check('[name=referral][value=avoided]');
  await page.check('[name=patientValue][value="5"]');
  await page.check('[name=providerValue][value="4"]');
  await physician.seen('econsult-close');
  await physician.pressButton(words.econsult.verbs.close, page.locator('form.act'));
  assert.ok((await physician.text()).includes(words.econsult.statuses.closed));
}

/** Opens a request from the worklist, where its reference or the patient's name is a link; the first row wins. */
export async function openFromWorklist(walker: Walker, { request }: Asked): Promise<void> {
  await walker.goto('/worklist');
  await walker.press(walker.page.locator(`main a[href^="${request}"]`).first());
}

/** A small real PDF: the medication history. */
export const history = {
  name: 'Medication history.pdf',
  mimeType: 'application/pdf',
  buffer: twoPages(letter),
};
