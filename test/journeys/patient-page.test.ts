import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runVerb } from '../../src/app/run-verb.ts';
import { words } from '../../src/words/words.ts';
import { launchBrowser } from '../support/browser.ts';
import { addPatient, addService, ask, type TestService } from '../support/cases.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { fits } from '../support/fits.ts';
import { type RunningApp, startApp } from '../support/server.ts';
import { smallWorld } from '../support/world.ts';

let t: TestDatabase;
let app: RunningApp;
let world: Awaited<ReturnType<typeof smallWorld>>;
let visits: TestService;
let chromium: Browser;

beforeAll(async () => {
  t = await freshDatabase({ demo: true });
  world = await smallWorld(t);
  visits = await addService(t, world.clinic.id, { name: 'Mood clinic' });
  app = await startApp(t);
  chromium = await launchBrowser();
});
afterAll(async () => {
  await chromium?.close();
  await app?.stop();
  await t?.drop();
});

/** A referral that was booked, and the patient's link to it. */
async function booked() {
  const { key: patientKey } = await addPatient(t, world.physician.actor);
  await ask(app.app, world.physician.actor, { service: visits, patientKey });
  const sent = await ask(app.app, world.physician.actor, { service: visits, patientKey });
  const start = new Date(Date.now() + 20 * 86_400_000).toISOString();
  const does = (verb: string, input: Record<string, unknown>) =>
    runVerb(app.app, world.clerk.actor, { caseKey: sent.caseKey, verb, input });
  await does('accept', {});
  await does('book', { label: 'initial-visit', start, medium: 'in-person', place: 'Room 4' });
  return sent.reference;
}

describe.each(['en', 'fr'] as const)('a patient in %s, on a phone', lang => {
  it('opens the page, lets a friend in and takes it back, chooses messages, and sees all after a code', async () => {
    const said = words[lang];
    const reference = await booked();
    const context = await chromium.newContext({
      locale: `${lang}-CA`,
      viewport: { width: 390, height: 844 },
    });
    const page = await context.newPage();
    const at = (path: string) => page.goto(new URL(path, app.url).href);
    await at(`/language/${lang}?back=/demo/mailbox`);
    const link = page.locator('article', { hasText: reference }).locator('a[href^="/p/"]').first();
    const found = async () => {
      await page.reload();
      return link.count();
    };
    await expect.poll(found, { timeout: 15_000 }).toBe(1);
    await link.click();
    await page.getByLabel(said.portal.open.birthDate).fill('1992-02-03');
    await page.getByRole('button', { name: said.portal.open.submit }).click();
    await page.getByText(said.portal.canYouCome).waitFor();
    await look(page);

    await page.getByRole('link', { name: said.patientPage.people.link }).click();
    await page.getByLabel(said.patientPage.people.name).fill('Sam Okoye');
    await page.getByLabel(said.patientPage.people.email).fill('sam@example.test');
    await page.getByRole('button', { name: said.patientPage.people.submit, exact: true }).click();
    await page.getByText(said.patientPage.people.done.given).waitFor();
    await look(page);
    await page.getByRole('button', { name: said.patientPage.people.takeBack('Sam Okoye') }).click();
    await page.getByText(said.patientPage.people.done.taken).waitFor();

    await at('/p/notices');
    await page.getByLabel(said.choices.quiet).check();
    await page.getByRole('button', { name: said.choices.submit }).click();
    await page.getByText(said.choices.saved).waitFor();
    await look(page);

    await at('/p/attach');
    await look(page);

    await at('/p/all');
    await page.getByRole('button', { name: said.patientPage.all.send }).click();
    await look(page);
    const code = await codeIn(page);
    await page.getByLabel(said.patientPage.all.code, { exact: true }).fill(code);
    await page.getByRole('button', { name: said.patientPage.all.submit }).click();
    await page.getByText(reference).first().waitFor();
    expect(await page.locator('section.card').count()).toBeGreaterThanOrEqual(2);
    await look(page);
    await context.close();
  });
});

/** The newest code that the demonstration's mailbox shows. */
async function codeIn(page: Page): Promise<string> {
  const other = await page.context().newPage();
  let found: string | undefined;
  await expect
    .poll(
      async () => {
        await other.goto(new URL('/demo/mailbox', app.url).href);
        found = /(?:code is|code est le)\s+(\d{6})/.exec(await other.locator('main').innerText())?.[1];
        return found;
      },
      { timeout: 15_000 },
    )
    .toBeDefined();
  await other.close();
  return found!;
}

/** Nothing runs over the edge of a phone, and axe has nothing to say. */
async function look(page: Page): Promise<void> {
  await fits(page);
  await page.setViewportSize({ width: 390, height: 844 });
}
