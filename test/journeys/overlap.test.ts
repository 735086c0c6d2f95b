import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { indexDirectory } from '../../src/app/directory/import-directory.ts';
import { publishStandardForms } from '../../src/app/forms/standard-forms.ts';
import { words } from '../../src/words/words.ts';
import { launchBrowser } from '../support/browser.ts';
import { addPatient, addService, ask, type TestService } from '../support/cases.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { fits } from '../support/fits.ts';
import { givePassword, type RunningApp, startApp } from '../support/server.ts';
import { addSite, smallWorld, type TestMember } from '../support/world.ts';

const password = 'a long enough passphrase';

let t: TestDatabase;
let app: RunningApp;
let world: Awaited<ReturnType<typeof smallWorld>>;
let near: TestService;
let far: TestService;
let first: { caseKey: string; requestKey: string };
let chromium: Browser;

beforeAll(async () => {
  t = await freshDatabase({ demo: true });
  world = await smallWorld(t);
  near = await addService(t, world.clinic.id, { name: 'Heart clinic' });
  far = await addService(t, (await addSite(t, 'Far Clinic')).id, { name: 'Heart rhythm clinic' });
  await t.owner.query(`insert into service_categories (code, name_en, name_fr) values ('cardiology', 'Heart', 'Coeur')
    on conflict do nothing`);
  await t.owner.query(`update services set category = 'cardiology'`);
  await t.operator.as({ kind: 'operator', command: 'test' }, async tx => {
    await publishStandardForms(tx);
    await indexDirectory(tx);
  });
  app = await startApp(t);
  for (const who of [world.physician, world.outsider]) await givePassword(t, who, password);
  const { key: patientKey } = await addPatient(t, world.physician.actor);
  await addPatient(t, world.outsider.actor);
  first = await ask(app.app, world.physician.actor, { service: near, patientKey, input: { title: 'Heart' } });
  chromium = await launchBrowser();
});
afterAll(async () => {
  await chromium?.close();
  await app?.stop();
  await t?.drop();
});

async function signedIn(who: TestMember, lang: 'en' | 'fr', script = true): Promise<Page> {
  const context = await chromium.newContext({ baseURL: app.url, locale: lang, javaScriptEnabled: script });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto('/sign-in');
  await page.locator('input[name=email]').fill(who.email);
  await page.locator('input[name=password]').fill(password);
  await page.locator('form:has(input[name=password]) button[type=submit]').first().click();
  await page.goto(`/language/${lang}?back=/ask`);
  return page;
}

/** The form of a referral to `service` about the only patient of the list. */
async function asks(page: Page, service: TestService, problem: string): Promise<void> {
  await page.goto('/ask');
  await page.locator('[name=problem]').fill(problem);
  await page.locator('button[name=pick]').first().click();
  await page.locator(`button[name=service][value="${service.key}"]`).first().click();
  await page.waitForURL('**/drafts/*');
  await page.locator('[name=title]').fill('Palpitations');
  await page.locator('[name=mayContact][value=yes]').check();
}

/** The same draft, sent in a browser with script: without it axe would wait for ever, since its timers never come. */
async function fitsWithScript(page: Page): Promise<void> {
  const storageState = await page.context().storageState();
  const context = await chromium.newContext({ baseURL: app.url, locale: 'fr', storageState });
  const beside = await context.newPage();
  beside.setDefaultTimeout(10_000);
  await beside.goto(page.url());
  await send(beside);
  await beside.getByText(words.fr.drafts.beside.title).waitFor();
  await fits(beside);
  await context.close();
}

const send = (page: Page) => page.locator('button[name=do][value=send]').click();

for (const lang of ['en', 'fr'] as const) {
  const { beside } = words[lang].drafts;
  it(`a second office hears that a similar request is open, says why, and sends beside it (${lang})`, async () => {
    const page = await signedIn(world.outsider, lang, lang === 'en');
    await asks(page, far, 'Heart beats fast at night');
    await send(page);
    await page.getByText(beside.title).waitFor();
    if (lang === 'en') await fits(page);
    else await fitsWithScript(page);
    await send(page);
    await page.locator('a[href="#f-beside"]').waitFor();
    await page.locator('[name=beside]').fill('She asked for a second opinion');
    await send(page);
    await page.waitForURL('**/requests/*');
    await page.getByText(beside.note('She asked for a second opinion')).first().waitFor();
    await page.context().close();
  });
}

it('once one is booked the first office withdraws the other with one click', async () => {
  const { rows } = await t.owner.query(
    `select c.key, s.site_id from cases c join services s on s.id = (c.state#>>'{receiver,service}')::bigint
     where s.id = $1 order by c.id limit 1`,
    [far.id],
  );
  await t.superuser.query(
    `update cases set state = jsonb_set(state, '{status}', '"booked"') where key = $1`,
    [rows[0].key],
  );
  const page = await signedIn(world.physician, 'en');
  await page.goto(`/requests/${first.requestKey}`);
  await page.getByText(words.en.drafts.beside.booked).waitFor();
  await fits(page);
  await page.getByRole('button', { name: words.en.drafts.beside.withdraw }).click();
  await page.waitForURL('**/requests/*done=*');
  const state = await t.owner.query(`select state->>'status' as status from cases where key = $1`, [
    first.caseKey,
  ]);
  expect(state.rows).toEqual([{ status: 'cancelled' }]);
});

it('an emergency is told above everything as it is typed, before there is a patient', async () => {
  const page = await signedIn(world.physician, 'fr');
  await page.locator('[name=problem]').pressSequentially('Douleur thoracique depuis midi');
  await page.getByRole('alert').getByText(words.fr.ask.emergencyTitle).waitFor();
  expect(await page.locator('[name=problem]').inputValue()).toBe('Douleur thoracique depuis midi');
  await fits(page);
});
