import assert from 'node:assert/strict';
import type { Walker } from '../walker.ts';
import { type Asked, openFromWorklist } from './advice.ts';
import { birthDate, type Script } from './cast.ts';

/** The intake clerk finds it on top of the list, and notes who should look at it. */
export async function triage(clerk: Walker, asked: Asked, script: Script): Promise<void> {
  const { page, words } = clerk;
  await clerk.goto('/worklist');
  await clerk.seen('worklist-clerk');
  const first = page.locator('table.list tbody tr a').first();
  assert.ok((await first.getAttribute('href'))?.startsWith(asked.request), 'it is on top of the worklist');
  await clerk.press(first);
  await clerk.seen('referral-new');
  await clerk.follow(words.referral.verbs.triage);
  await clerk.seen('referral-triage');
  await page.fill('[name=comment]', script.triage);
  await clerk.pressButton(words.referral.verbs.triage, page.locator('form.act'));
  assert.ok((await clerk.text()).includes(script.triage));
}

/** The clerk accepts and says when a visit is likely. */
export async function accept(clerk: Walker, asked: Asked, script: Script): Promise<void> {
  const { page, words } = clerk;
  await openFromWorklist(clerk, asked);
  await clerk.follow(words.referral.verbs.accept);
  await page.fill('[name=weeks]', '3');
  await page.fill('[name=comment]', script.comment);
  await clerk.seen('referral-accept');
  await clerk.pressButton(words.referral.verbs.accept, page.locator('form.act'));
  assert.ok((await clerk.text()).includes(words.referral.statusesToReceiver.accepted));
}

/** The clerk books a video visit. `day` as YYYY-MM-DD at 14:30. */
export async function book(
  clerk: Walker,
  asked: Asked,
  given: { day: string; script: Script; form?: string },
): Promise<void> {
  const { page, words } = clerk;
  await openFromWorklist(clerk, asked);
  await clerk.follow(words.referral.verbs.book);
  await page.selectOption('[name=label]', 'initial-visit');
  await page.fill('[name=day]', given.day);
  await page.fill('[name=time]', '14:30');
  await page.fill('[name=length]', '60');
  await page.check('[name=medium][value=video]');
  await page.fill('[name=link]', 'https://video.example.org/room/4711');
  await page.fill('[name=instructions]', given.script.bring);
  if (given.form !== undefined) await page.selectOption('[name=form]', given.form);
  await clerk.seen('referral-book');
  await clerk.pressButton(words.referral.verbs.book, page.locator('form.act'));
  assert.ok((await clerk.text()).includes(words.referral.statusesToReceiver.booked));
}

/** The patient opens the link of a message, gives the birth date, sees where things stand, and says yes. */
export async function confirmByPatient(patient: Walker, link: string, script: Script): Promise<void> {
  const { page, words } = patient;
  await patient.goto(link);
  await patient.seen('patient-door');
  await page.fill('[name=birthDate]', '1979-04-24');
  await patient.pressButton(words.portal.open.submit);
  assert.match(await patient.text(), /4/);
  await patient.seen('patient-wrong-date');
  await page.fill('[name=birthDate]', birthDate);
  await patient.pressButton(words.portal.open.submit);
  assert.match(page.url(), /\/p$/);
  const told = await patient.text();
  assert.ok(told.includes(script.bring), 'what to bring');
  assert.ok(!told.includes(script.triage), 'not what the clinic noted for itself');
  await patient.seen('patient-booked');
  await patient.pressButton(words.portal.confirm);
  await patient.seen('patient-confirmed');
}

/** After the visit the clinic says so, and completes with a consult note. */
export async function finish(clinician: Walker, asked: Asked, script: Script): Promise<void> {
  const { page, words } = clinician;
  await openFromWorklist(clinician, asked);
  await clinician.follow(words.referral.verbs.visited);
  await clinician.seen('referral-visited');
  await clinician.pressButton(words.referral.verbs.visited, page.locator('form.act'));
  await clinician.follow(words.referral.verbs.complete);
  await page.check('[name=outcome][value=discharged]');
  await page.fill('[name=note]', script.note);
  await clinician.seen('referral-complete');
  await clinician.pressButton(words.referral.verbs.complete, page.locator('form.act'));
  assert.ok((await clinician.text()).includes(words.referral.statusesToReceiver.completed));
}

/** The physician reads the note, acknowledges, and has the whole story on one page. */
export async function acknowledge(physician: Walker, asked: Asked, script: Script): Promise<void> {
  const { words } = physician;
  await openFromWorklist(physician, asked);
  assert.ok((await physician.text()).includes(script.note));
  await physician.seen('referral-note');
  await physician.pressButton(words.referral.verbs.acknowledge);
  const whole = await physician.text();
  for (const said of [script.backAsked, script.supplied, script.answer, script.comment, script.note])
    assert.ok(whole.includes(said), said);
  await physician.seen('story-whole');
}
