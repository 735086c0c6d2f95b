import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publishStandardForms } from '../../src/app/forms/standard-forms.ts';
import { runVerb } from '../../src/app/run-verb.ts';
import { words } from '../../src/words/words.ts';
import { launchBrowser } from '../support/browser.ts';
import { addPatient, addService, ask, type TestService } from '../support/cases.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { fits } from '../support/fits.ts';
import { givePassword, type RunningApp, startApp } from '../support/server.ts';
import { smallWorld, type TestMember } from '../support/world.ts';

const password = 'a long enough passphrase';
const sleep = 'To sleep through the night, and to know whether the tablets can stop';
const tooLong = 'I use a walker. '.repeat(130).trim();

let t: TestDatabase;
let app: RunningApp;
let world: Awaited<ReturnType<typeof smallWorld>>;
let visits: TestService;
let chromium: Browser;

beforeAll(async () => {
  t = await freshDatabase({ demo: true });
  world = await smallWorld(t);
  await t.operator.as({ kind: 'operator', command: 'test' }, publishStandardForms);
  visits = await addService(t, world.clinic.id, { name: 'Mood clinic' });
  app = await startApp(t);
  for (const one of [world.clerk, world.physician]) await givePassword(t, one, password);
  chromium = await launchBrowser();
});
afterAll(async () => {
  await chromium?.close();
  await app?.stop();
  await t?.drop();
});

/** A visit with questions before it, of a patient of its own. */
async function booked() {
  const { key: patientKey } = await addPatient(t, world.physician.actor);
  const sent = await ask(app.app, world.physician.actor, { service: visits, patientKey });
  const start = new Date(Date.now() + 20 * 86_400_000).toISOString();
  const visit = { label: 'initial-visit', start, medium: 'phone', form: 'before-a-visit' };
  for (const [verb, input] of [
    ['accept', {}],
    ['book', visit],
  ] as const) {
    const outcome = await runVerb(app.app, world.clerk.actor, { caseKey: sent.caseKey, verb, input });
    expect(outcome).toMatchObject({ ok: true });
  }
  return sent;
}

/** Nothing is wider than the window, in both widths. */
async function keepsIn(page: Page): Promise<void> {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
  }
}

interface Reader {
  lang: 'en' | 'fr';
  script: boolean;
}

async function open({ lang, script }: Reader, width: number): Promise<Page> {
  const viewport = { width, height: 900 };
  const context = await chromium.newContext({
    ...{ baseURL: app.url, locale: `${lang}-CA`, javaScriptEnabled: script, viewport },
  });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(`/language/${lang}?back=/sign-in`);
  return page;
}

/** The patient with the page of the request open. */
async function patientOf(reference: string, reader: Reader): Promise<Page> {
  const page = await open(reader, 390);
  const said = words[reader.lang].portal;
  await page.goto('/demo/mailbox');
  const link = page.locator('article', { hasText: reference }).locator('a[href^="/p/"]').first();
  await expect.poll(async () => page.reload().then(() => link.count()), { timeout: 15_000 }).toBe(1);
  await link.click();
  await page.getByLabel(said.open.birthDate).fill('1992-02-03');
  await page.getByRole('button', { name: said.open.submit }).click();
  await page.waitForURL(/\/p$/);
  return page;
}

async function staff(who: TestMember, reader: Reader): Promise<Page> {
  const page = await open(reader, 1280);
  await page.locator('input[name=email]').fill(who.email);
  await page.locator('input[name=password]').fill(password);
  await page.locator('form:has(input[name=password]) button[type=submit]').first().click();
  await page.waitForURL(url => !url.pathname.startsWith('/sign-in'));
  await page.goto(`/language/${reader.lang}?back=/worklist`);
  return page;
}

const matters = (page: Page) => page.locator('[name=a-matters-most]');
const choose = (page: Page, question: string, value: string) =>
  page.locator(`[name=a-${question}][value=${value}]`).check();

/** Says that there are medicines, and what they are: the field comes by itself, or by the button without script. */
async function nameMedicines(page: Page, { lang, script }: Reader): Promise<void> {
  await choose(page, 'takes-medicines', 'true');
  const which = page.locator('[name=a-medicines-taken]');
  if (!script) await page.getByRole('button', { name: words[lang].forms.update }).click();
  await which.waitFor();
  await which.fill('Sertraline 50 mg');
}

/** Stops half-way: what is typed is kept by itself, or by the button without script; and is there when they come back. */
async function stopHalfWay(page: Page, { lang, script }: Reader): Promise<void> {
  const said = words[lang].beforeVisit;
  const keeping = page.waitForResponse(one => one.request().method() === 'POST');
  await matters(page).fill(sleep);
  await matters(page).blur();
  if (!script) await page.getByRole('button', { name: said.keep }).click();
  expect((await keeping).status()).toBe(200);
  if (!script) await page.getByText(said.kept).waitFor();
  await page.goto('/p');
  await page.getByRole('link', { name: said.link }).click();
  expect(await matters(page).inputValue()).toBe(sleep);
}

/** Sends too early: what is missing or too long is said beside its question, and nothing that was typed is lost. */
async function sendTooEarly(page: Page, send: string): Promise<void> {
  const more = page.locator('[name=a-help-more]');
  await more.fill(tooLong);
  await page.getByRole('button', { name: send }).click();
  await page.locator('section[aria-labelledby=errors]').waitFor();
  for (const question of ['since-asked', 'takes-medicines', 'has-allergies', 'help-more'])
    await page.locator(`.field.bad:has([name=a-${question}]) .err`).first().waitFor();
  expect(await page.locator('.field.bad:has([name=a-matters-most])').count()).toBe(0);
  expect(await matters(page).inputValue()).toBe(sleep);
  expect(await more.inputValue()).toBe(tooLong);
  await more.fill('I use a walker');
}

async function answerTheRest(page: Page, reader: Reader): Promise<void> {
  await choose(page, 'since-asked', 'worse');
  await nameMedicines(page, reader);
  await choose(page, 'has-allergies', 'false');
}

const readers: readonly Reader[] = [
  { lang: 'en', script: true },
  { lang: 'fr', script: false },
];

describe.each(readers)('in $lang, with script: $script', reader => {
  const { lang, script } = reader;
  const said = words[lang];
  // Without script axe cannot look; in French it would find the same.
  const look = (page: Page, name: string) =>
    script && lang === 'en' ? fits(page, `${name}-${lang}`) : keepsIn(page);

  it('a patient answers before a visit in two sittings, and both sides read it', async () => {
    const { reference, requestKey } = await booked();
    const page = await patientOf(reference, reader);
    await look(page, 'patient-asked');
    await page.getByRole('link', { name: said.beforeVisit.link }).click();
    await stopHalfWay(page, reader);
    await sendTooEarly(page, said.beforeVisit.send);
    await look(page, 'patient-missing');
    await answerTheRest(page, reader);
    await page.getByRole('button', { name: said.beforeVisit.send }).click();
    await page.getByText(said.beforeVisit.done).waitFor();
    await page.getByText(said.beforeVisit.answered).waitFor();
    await look(page, 'patient-answered');
    await page.goto('/p/before-visit');
    await page.getByText(said.beforeVisit.over).waitFor();

    for (const who of [world.clerk, world.physician]) {
      const story = await staff(who, reader);
      await story.goto(`/requests/${requestKey}`);
      await story.getByText(said.referral.events['form-answered']({})).first().waitFor();
      await story.locator('details', { hasText: sleep }).locator('summary').click();
      for (const text of [sleep, 'Sertraline 50 mg']) await story.getByText(text).first().waitFor();
      if (who === world.clerk) await look(story, 'story-answers');
      await story.context().close();
    }
    await page.context().close();
  });

  it('a clerk types for a patient who calls, and the patient reads who typed', async () => {
    const { reference, requestKey } = await booked();
    const page = await staff(world.clerk, reader);
    const { staff: own } = said.beforeVisit;
    await page.goto(`/requests/${requestKey}`);
    await look(page, 'story-unanswered');
    await page.getByRole('link', { name: own.link }).click();
    await look(page, 'clerk-asks');
    await matters(page).fill(sleep);
    await sendTooEarly(page, own.send);
    await look(page, 'clerk-missing');
    await answerTheRest(page, reader);
    await page.getByRole('button', { name: own.send }).click();
    await page.waitForURL(/\/requests\//);
    await page
      .getByText(said.referral.events['form-answered']({ through: true }))
      .first()
      .waitFor();
    expect(await page.getByRole('link', { name: own.link }).count()).toBe(0);
    await look(page, 'story-typed');
    await page.context().close();

    const patient = await patientOf(reference, reader);
    await patient
      .getByText(/Maya Singh/)
      .first()
      .waitFor();
    expect(await patient.getByRole('link', { name: said.beforeVisit.link }).count()).toBe(0);
    await look(patient, 'patient-typed-for');
    await patient.context().close();
  });
});
