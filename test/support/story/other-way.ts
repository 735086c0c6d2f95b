import assert from 'node:assert/strict';
import type { Walker } from '../walker.ts';
import { type Asked, openFromWorklist } from './advice.ts';
import { birthDate, type Script } from './cast.ts';

/** The clerk cannot take it, says why, and names a place that can. */
export async function decline(clerk: Walker, asked: Asked, script: Script): Promise<void> {
  const { page, words } = clerk;
  await openFromWorklist(clerk, asked);
  await clerk.press(
    page.getByRole('link', { name: words.referral.verbs.decline, exact: true, includeHidden: true }).first(),
  );
  await page.check('[name=reason][value=no-capacity]');
  await page.fill('[name=look]', script.suggested);
  await clerk.pressButton(words.referralActs.services.search);
  await page.getByLabel(script.suggested).first().check();
  await page.fill('[name=comment]', script.full);
  await clerk.seen('referral-decline');
  await clerk.pressButton(words.referral.verbs.decline, page.locator('form.act'));
  assert.ok((await clerk.text()).includes(words.referral.statusesToReceiver.declined));
}

/** The physician sends it to the place that was named, with one press and nothing typed. */
export async function sendOn(physician: Walker, asked: Asked, script: Script): Promise<void> {
  const { words } = physician;
  await openFromWorklist(physician, asked);
  const read = await physician.text();
  assert.ok(read.includes(script.full) && read.includes(script.suggested));
  await physician.seen('referral-declined');
  await physician.pressButton(words.referralActs.sendOn.button);
  await physician.seen('referral-sent-on');
  const told = await physician.text();
  assert.ok(told.includes(words.referral.statuses.redirected) && told.includes(words.referral.statuses.sent));
}

/** The patient opens the page of a request by its link: what it says. */
export async function readPatientPage(patient: Walker, link: string): Promise<string> {
  await patient.goto(link);
  await patient.page.fill('[name=birthDate]', birthDate);
  await patient.pressButton(patient.words.portal.open.submit);
  return patient.text();
}

/** Moves the clock of the demonstration by so many days. */
export async function moveClock(visitor: Walker, days: number): Promise<void> {
  const { page, words } = visitor;
  await visitor.goto('/demo/clock');
  await page.fill('[name=amount]', String(days));
  await page.selectOption('[name=unit]', 'days');
  await visitor.pressButton(words.demo.go);
  assert.match(page.url(), /moved=1/);
}

/** The day that many days after the clock of cases, YYYY-MM-DD. */
export async function dayAfter(visitor: Walker, days: number): Promise<string> {
  await visitor.goto('/demo/clock');
  const now = (await visitor.page.locator('main time').last().getAttribute('datetime'))!;
  return new Date(Date.parse(now) + days * 24 * 3600_000).toISOString().slice(0, 10);
}
