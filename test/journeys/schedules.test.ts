import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runVerb } from '../../src/app/run-verb.ts';
import { localDay } from '../../src/domain/case/deadline.ts';
import { launchBrowser } from '../support/browser.ts';
import { addPatient, addService, ask } from '../support/cases.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { fits } from '../support/fits.ts';
import { type PostOffice, postOffice } from '../support/post-office.ts';
import { givePassword, type RunningApp, startApp } from '../support/server.ts';
import { smallWorld } from '../support/world.ts';

const password = 'a long enough passphrase';

let t: TestDatabase;
let app: RunningApp;
let post: PostOffice;
let world: Awaited<ReturnType<typeof smallWorld>>;
let caseKey: string;
let chromium: Browser;

beforeAll(async () => {
  t = await freshDatabase({ demo: true });
  world = await smallWorld(t);
  const service = await addService(t, world.clinic.id);
  post = await postOffice();
  app = await startApp(t, { SMTP_URL: post.url });
  await givePassword(t, world.clerk, password);
  const { key: patientKey } = await addPatient(t, world.physician.actor);
  ({ caseKey } = await ask(app.app, world.physician.actor, { service, patientKey }));
  await runVerb(app.app, world.clerk.actor, { caseKey, verb: 'accept', input: {} });
  chromium = await launchBrowser();
});
afterAll(async () => {
  await chromium?.close();
  await app?.stop();
  await post?.stop();
  await t?.drop();
});

/** Each in a browser of its own; the language of the page is that of the browser. */
async function pageIn(locale: string): Promise<Page> {
  const context = await chromium.newContext({ baseURL: app.url, locale });
  context.setDefaultTimeout(20_000);
  return context.newPage();
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** The clerk makes a schedule that patients may choose from: one kind of visit, every day from eight to eight. */
async function makesSchedule(page: Page): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(world.clerk.email);
  await page.getByLabel('Password').fill(password);
  await press(page, 'Sign in');
  await page.goto('/schedules');
  await fits(page);
  await page.getByRole('link', { name: 'New schedule' }).click();
  await press(page, 'Save');
  await page.getByText('Fill this in.').first().waitFor();
  await page.getByLabel('Name in English').fill('Mornings');
  await page.getByLabel('Name in French').fill('Matinées');
  await page.getByLabel('Patients may choose a time themselves').check();
  await page.getByLabel('Closed on statutory holidays').uncheck();
  await fits(page);
  await press(page, 'Save');
  await page.getByLabel('Name in English').fill('First visit');
  await page.getByLabel('Name in French').fill('Première visite');
  await press(page, 'Save');
  for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'])
    await page.getByLabel(day).check();
  await page.getByLabel('Hours', { exact: false }).first().fill('8:00-20:00');
  await press(page, 'Save');
  await page.getByText('every week, from').waitFor();
  await fits(page);
}

/** The clerk books the first free time, and sees the patient in the week. */
async function books(page: Page): Promise<void> {
  await page.goto(`/referrals/${caseKey}/book`);
  await page.locator('input[name=slot]').first().check();
  await fits(page);
  await press(page, 'Book a visit');
  await page.waitForURL('**/requests/**');
  expect(await appointment()).toMatchObject({ label: 'initial-visit', length: 30 });
}

/** The visit is dragged to a later time of its day: nothing is sent before the clerk has looked. */
async function drags(page: Page): Promise<void> {
  const { start } = await appointment();
  await page.goto('/schedules');
  await page.getByRole('link', { name: 'Mornings' }).click();
  await page.goto(`${page.url()}?day=${localDay(start, 'America/Toronto')}`);
  await page.getByText('drag it to a free time').waitFor();
  await fits(page);
  const day = page.locator('.day', { has: page.locator('[data-move]') });
  // A browser without a window starts no drag by its mouse: these are the events that one is made of.
  const dataTransfer = await page.evaluateHandle(() => new DataTransfer());
  await day.locator('[data-move]').dispatchEvent('dragstart', { dataTransfer });
  for (const event of ['dragover', 'drop'])
    await day.locator('[data-free]').last().dispatchEvent(event, { dataTransfer });
  await page.waitForURL(/rebook\?slot=/);
  expect((await appointment()).start).toBe(start);
  expect(await page.locator('input[name=slot]:checked').inputValue()).not.toBe('');
  await press(page, 'Change the visit');
  await page.waitForURL('**/requests/**');
  expect((await appointment()).start > start).toBe(true);
}

async function appointment() {
  const { rows } = await t.superuser.query(
    `select state->'appointment' as visit from cases where key = '${caseKey}'`,
  );
  return rows[0].visit;
}

/** The patient comes from the message and takes another time, in French. */
async function takesAnother(page: Page): Promise<void> {
  const mail = () => post.received.findLast(one => `${one.subject}`.includes('Please answer'));
  await expect.poll(() => mail() !== undefined, { timeout: 20_000 }).toBe(true);
  await page.goto(new URL(mail()!.link).pathname);
  await page.locator('input[name=birthDate]').fill('1992-02-03');
  await page.locator('form:has(input[name=birthDate]) button[type=submit]').first().click();
  await page.waitForURL('**/p');
  await fits(page);
  await page.getByRole('link', { name: 'Choisir un autre moment' }).click();
  await page.locator('input[name=slot]').last().check();
  await fits(page);
  await press(page, 'Je prends ce moment');
  await page.getByText('Ce moment est à vous.').waitFor();
  await press(page, 'Oui, je peux venir bientôt');
  await page.getByText('Vous êtes sur la liste.').first().waitFor();
}

/** The day is cancelled: the patient is told, and stands on the list of those to book again. */
async function cancelsDay(page: Page, start: string): Promise<void> {
  await page.goto('/schedules');
  await page.getByRole('link', { name: 'Mornings' }).click();
  await fits(page);
  await page.goto(`${page.url()}?view=day&day=${localDay(start, 'America/Toronto')}`);
  await page.getByRole('link', { name: 'Whitcombe, Arden', exact: true }).waitFor();
  await fits(page);
  await page.getByRole('link', { name: 'Cancel this day' }).click();
  await page.getByLabel('Why').fill('The clinician is ill');
  await fits(page);
  await press(page, 'Cancel the day and tell the patients');
  await page.getByText('The day is cancelled, and the patient is told.').waitFor();
  await page.getByRole('link', { name: 'Whitcombe, Arden', exact: true }).waitFor();
  await fits(page);
  await page.getByRole('link', { name: 'Book Whitcombe, Arden' }).waitFor();
}

it('a clerk makes a schedule, books from it and drags the visit, the patient picks another time, and a cancelled day loses nobody', async () => {
  const clerk = await pageIn('en-CA');
  await makesSchedule(clerk);
  await books(clerk);
  await drags(clerk);
  const before = await appointment();
  await takesAnother(await pageIn('fr-CA'));
  const { start } = await appointment();
  expect(start).not.toBe(before.start);
  await cancelsDay(clerk, start);
  expect(await appointment()).toBeNull();
});
