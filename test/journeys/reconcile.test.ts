import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { addService } from '../support/cases.ts';
import { adviceOfLastMonth } from '../support/closed-advice.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { fits } from '../support/fits.ts';
import { givePassword, type RunningApp, startApp } from '../support/server.ts';
import { signedInPage } from '../support/signed-in-page.ts';
import { addMember, smallWorld, type TestMember } from '../support/world.ts';

const password = 'a long enough passphrase';

let t: TestDatabase;
let app: RunningApp;
let world: Awaited<ReturnType<typeof smallWorld>>;
let lead: TestMember;
let month: string;
let chromium: Browser;

beforeAll(async () => {
  t = await freshDatabase({ demo: true });
  world = await smallWorld(t);
  const group = await addService(t, world.clinic.id, { type: 'econsult', name: 'Haematology advice' });
  lead = await addMember(t, world.clinic.id, { name: 'Lea Lead', roles: ['lead'] });
  await t.owner.query("update members set licence = 'CPSO 54321' where id = $1", [world.specialist.member]);
  await adviceOfLastMonth(t, world, group);
  const { rows } = await t.owner.query<{ month: string }>(
    "select to_char(answered_at at time zone 'America/Toronto', 'YYYY-MM') as month from econsult_figures",
  );
  month = rows[0]!.month;
  app = await startApp(t, {});
  for (const one of [lead, world.specialist]) await givePassword(t, one, password);
  chromium = await launchBrowser();
});
afterAll(async () => {
  await chromium?.close();
  await app?.stop();
  await t?.drop();
});

const as = (who: TestMember, locale: 'en-CA' | 'fr-CA', script = true): Promise<Page> =>
  signedInPage(chromium, who, { url: app.url, password, locale, script });

/** The only claim reference of the month. */
async function claimOf(page: Page): Promise<string> {
  const file = await page.request.get(`/pay/outstanding?month=${month}`);
  return /\n"?([^",;\r\n]+)/.exec(await file.text())![1]!;
}

const csv = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

it('the lead closes the month, reads the payer’s refusal before taking it, and claims again', async () => {
  const page = await as(lead, 'en-CA');
  await page.goto(`/pay?month=${month}`);
  await page.getByRole('button', { name: 'Close the month' }).click();
  await page.getByText('The month is closed.').first().waitFor();
  await fits(page, 'pay-closed');
  await page.getByRole('link', { name: 'Hold the payer’s answer against this month' }).click();
  await page.getByRole('button', { name: 'Show what it comes to' }).click();
  await page.getByText('Choose a file.').first().waitFor();
  await fits(page, 'reconcile-error');
  const claim = await claimOf(page);
  const refusal = `Claim;Paid;Code;Reason\r\n${claim};0,00;VH4;Number not known\r\nnonsense;1;;\r\n`;
  await page.setInputFiles('input[name=file]', csv('october.csv', refusal));
  await page.getByRole('button', { name: 'Show what it comes to' }).click();
  await page.getByText('Nothing has been taken yet.').waitFor();
  await page.getByText('The claim reference is missing or is not one of ours.').waitFor();
  await fits(page, 'answer-preview');
  await page.getByRole('button', { name: 'Take the answer' }).click();
  await page.getByText('The answer is taken.').first().waitFor();
  await fits(page, 'answer-taken');
  await page.goto('/pay');
  await page.getByRole('link', { name: `Settle ${claim}` }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Choose what to do.').first().waitFor();
  await fits(page, 'claim-error');
  await page.getByLabel('Correct it and claim it again').check();
  await page.locator('[name=why]').fill('Number corrected');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('The claim is outstanding again.').first().waitFor();
  await page.context().close();
});

it('in French without script the answer is paid in full and the month closed for good; the specialist has a statement', async () => {
  const page = await as(lead, 'fr-CA', false);
  await page.goto(`/pay/reconcile?month=${month}`);
  const example = await (await page.request.get(`/pay/answer-example?month=${month}`)).text();
  await page.setInputFiles('input[name=file]', csv('novembre.csv', example));
  await page.locator('form[enctype] button[type=submit]:visible').first().click();
  await page.waitForURL(/\/pay\/answers\//);
  await fits(page, 'answer-preview-fr', false);
  await page.getByRole('button', { name: 'Retenir la réponse' }).click();
  await page.waitForURL(/came=done/);
  await page.goto(`/pay/reconcile?month=${month}`);
  await fits(page, 'reconcile-fr', false);
  await page.getByRole('button', { name: 'Clore définitivement' }).click();
  await page.waitForURL(/came=settled/);
  await page.context().close();
  const own = await as(world.specialist, 'fr-CA');
  await own.goto(`/pay?month=${month}`);
  await fits(own, 'pay-own-fr');
  const statement = await own.request.get(`/pay/statement.pdf?month=${month}`);
  expect([statement.status(), (await statement.body()).subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
  await own.context().close();
});
