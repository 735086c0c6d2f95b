import assert from 'node:assert/strict';
import { tidy, type Walker } from '../walker.ts';
import type { Asked } from './advice.ts';
import { history } from './advice.ts';
import type { Script } from './cast.ts';

const answered = {
  often: 'LA6570-1',
  daily: 'LA6571-9',
  some: 'LA6569-3',
  never: 'LA6568-5',
} as const;

/** The nine questions: a low mood for weeks. The ninth above zero only when `risk`. */
export async function fillPhq9({ page }: Walker, risk: boolean): Promise<void> {
  const { often, daily, some, never } = answered;
  const codes = [often, often, daily, daily, often, often, some, some, risk ? some : never];
  for (const [index, code] of codes.entries())
    await page.check(`[name="a-phq9-${index + 1}"][value="${code}"]`);
}

/** The physician types the problem once, sees every route, and chooses the provincial group. */
export async function askAdvice(physician: Walker, script: Script): Promise<Asked> {
  const { page, words } = physician;
  await physician.goto('/patients');
  await page.fill('[name=words]', script.family);
  await physician.pressButton(words.patients.search.submit);
  await physician.follow(new RegExp(script.family));
  const patient = new URL(page.url()).pathname.split('/').at(-1)!;
  await physician.goto('/ask');
  await physician.seen('ask-empty');
  await physician.goto(`/ask?patient=${patient}`);
  await page.fill('[name=problem]', script.question);
  await physician.pressButton(words.ask.show);
  await physician.seen('ask-routes');
  const group = page.getByRole('region', { name: words.ask.advice }).locator('article').first();
  const name = tidy(await group.innerText());
  assert.match(name, /Provincial psychiatry|provincial.*psychiatrie/i);
  assert.ok(name.includes(words.ask.usualAnswer), 'with its usual answer time');
  await physician.press(group.getByRole('button', { name: new RegExp(`^${words.ask.askGroup}`) }));
  return sendQuestion(physician, script);
}

/** The form of the group: nothing goes out before the safety question is answered. */
async function sendQuestion(physician: Walker, script: Script): Promise<Asked> {
  const { page, words } = physician;
  await physician.seen('draft-econsult');
  assert.equal(await page.inputValue('[name="a-reason"]'), script.question, 'nobody types twice');
  await page.fill('[name=title]', script.title);
  await page.check('[name=adviceConsent][value=yes]');
  await fillPhq9(physician, true);
  await physician.pressButton(words.drafts.send.econsult);
  await physician.seen('draft-econsult-errors');
  const errors = await physician.text();
  assert.match(errors, /17/, 'the server adds up the score');
  assert.match(errors, /9-?8-?8/, 'the emergency route is shown');
  await page.fill('[name="a-safety-done"]', script.gate);
  await page.setInputFiles('[name=file]', history);
  await physician.pressButton(words.files.upload);
  assert.ok((await physician.text()).includes(history.name));
  await physician.pressButton(words.drafts.send.econsult);
  await physician.seen('econsult-sent');
  return sentRequest(physician);
}

/** The request that the page shows, with its reference number. */
export async function sentRequest(walker: Walker): Promise<Asked> {
  const request = new URL(walker.page.url()).pathname;
  assert.match(request, /^\/requests\/[0-9a-z]{26}$/);
  const reference = /ES-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]/.exec(await walker.text())?.[0];
  assert.ok(reference, 'the reference number is shown');
  return { request, reference };
}

/** From the closed eConsult: the problem is there already, and what was added finds the right service first. */
export async function needsVisit(physician: Walker, asked: Asked, script: Script): Promise<void> {
  const { page, words } = physician;
  await physician.goto(asked.request);
  await physician.follow(words.econsult.verbs.convert);
  const problem = page.locator('[name=problem]');
  assert.ok((await problem.inputValue()).includes(script.title.slice(0, 10)), 'the problem is filled in');
  await problem.fill(`${await problem.inputValue()}\n${script.worse}`);
  await physician.pressButton(words.ask.again);
  await physician.seen('visit-routes');
  const first = page.getByRole('region', { name: words.ask.visit }).locator('article').first();
  assert.match(tidy(await first.innerText()), new RegExp(script.group), 'found first');
  await physician.press(first.locator('button[name=service]'));
  await physician.seen('draft-referral');
  assert.ok(await page.locator('[name="a-phq9-1"][value="LA6570-1"]').isChecked(), 'the answers moved along');
  await sendReferral(physician, script.title);
  await physician.seen('referral-sent');
}

/** A referral from the beginning: the problem typed on Ask, then the service with this name. */
export async function refer(
  physician: Walker,
  script: Script,
  given: { problem: string; service: string },
): Promise<Asked> {
  const { page, words } = physician;
  await physician.goto('/patients');
  await page.fill('[name=words]', script.family);
  await physician.pressButton(words.patients.search.submit);
  await physician.follow(new RegExp(script.family));
  await physician.goto(`/ask?patient=${new URL(page.url()).pathname.split('/').at(-1)}`);
  await page.fill('[name=problem]', given.problem);
  await physician.pressButton(words.ask.show);
  const card = page.getByRole('article', { name: given.service }).first();
  await physician.press(card.locator('button[name=service]'));
  await fillPhq9(physician, false);
  await sendReferral(physician, given.problem);
  return sentRequest(physician);
}

/** What the form of a mental health service still needs, then it is sent. */
async function sendReferral(physician: Walker, title: string): Promise<void> {
  const { page, words } = physician;
  await page.fill('[name=title]', title);
  await page.check('[name="a-work"][value=reduced]');
  await page.check('[name="a-safety-now"][value=no-concern]');
  await page.check('[name=mayContact][value=yes]');
  await physician.pressButton(words.drafts.send.referral);
  assert.match(page.url(), /\/requests\//, await physician.text());
}
