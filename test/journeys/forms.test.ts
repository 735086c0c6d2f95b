import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { indexDirectory } from '../../src/app/directory/import-directory.ts';
import { publishStandardForms } from '../../src/app/forms/standard-forms.ts';
import { words } from '../../src/words/words.ts';
import { launchBrowser } from '../support/browser.ts';
import { addPatient, addService, type TestService } from '../support/cases.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { givePassword, type RunningApp, startApp } from '../support/server.ts';
import { addMember, smallWorld, type TestMember } from '../support/world.ts';

const password = 'a long enough passphrase';

let t: TestDatabase;
let app: RunningApp;
let world: Awaited<ReturnType<typeof smallWorld>>;
let service: TestService;
let lead: TestMember;
let chromium: Browser;

beforeAll(async () => {
  t = await freshDatabase({ demo: true });
  world = await smallWorld(t);
  service = await addService(t, world.clinic.id, { name: 'Heart clinic' });
  lead = await addMember(t, world.clinic.id, { name: 'Lea Lead', roles: ['lead'] });
  await t.operator.as({ kind: 'operator', command: 'test' }, async tx => {
    await publishStandardForms(tx);
    await indexDirectory(tx);
  });
  app = await startApp(t);
  for (const who of [world.physician, world.clerk, lead]) await givePassword(t, who, password);
  await addPatient(t, world.physician.actor);
  chromium = await launchBrowser();
});
afterAll(async () => {
  await chromium?.close();
  await app?.stop();
  await t?.drop();
});

/** Nothing that axe finds, and nothing wider than the window, in both widths. */
async function fits(page: Page): Promise<void> {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(node => node.html)])).toEqual([]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wide, page.url()).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}

async function signedIn(who: TestMember, lang: 'en' | 'fr', script: boolean): Promise<Page> {
  const context = await chromium.newContext({ baseURL: app.url, locale: lang, javaScriptEnabled: script });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto('/sign-in');
  await page.locator('input[name=email]').fill(who.email);
  await page.locator('input[name=password]').fill(password);
  await page.locator('form:has(input[name=password]) button[type=submit]').first().click();
  await page.goto(`/language/${lang}?back=/worklist`);
  return page;
}

const press = (page: Page, value: string) => page.locator(`button[name=do][value="${value}"]`).click();

/** Adds an item of a kind, says what it is, and comes back to the questions. */
async function add(page: Page, type: string, text: string, more: Record<string, string> = {}): Promise<void> {
  await page.locator('form[aria-labelledby=add] [name=type]').selectOption(type);
  await press(page, 'add');
  await page.waitForURL('**/items/*');
  await page.locator('[name=en]').fill(text);
  await page.locator('[name=fr]').fill(`${text} (fr)`);
  for (const [name, value] of Object.entries(more)) {
    const field = page.locator(`[name=${name}]`);
    const tag = await field.evaluate(one => one.tagName);
    if (value === 'on') await field.check();
    else if (tag === 'SELECT') await field.selectOption(value);
    else await field.fill(value);
  }
  await page.locator('main form button.main').click();
  await page.waitForURL('**/edit');
}

/** The address of a form with a section, a list with points, their sum, a formula and a question on a condition. */
async function builds(page: Page, lang: 'en' | 'fr'): Promise<string> {
  await page.goto('/forms/new');
  await page.locator('[name=titleEn]').fill(`Heart form ${lang}`);
  await page.locator('[name=titleFr]').fill(`Formulaire du coeur ${lang}`);
  await page.locator('main form button.main').click();
  await page.waitForURL('**/edit');
  await add(page, 'group', 'Attacks');
  const answers = {
    oe1: 'Weekly',
    of1: 'Chaque semaine',
    op1: '1',
    oe2: 'Daily',
    of2: 'Chaque jour',
    op2: '3',
  };
  await add(page, 'choice', 'How often', { ...answers, required: 'on' });
  await add(page, 'integer', 'Points', { score: 'sum:section' });
  const formula = `iif(%resource.repeat(item).where(linkId='question').answer.value.code = 'daily', 365, 52)`;
  await add(page, 'integer', 'In a year', { score: 'formula', formula });
  const daily = lang === 'fr' ? 'Chaque jour' : 'Daily';
  await add(page, 'text', 'What was done', { required: 'on', cq1: 'question', cv1: daily });
  return page.url().replace('/edit', '');
}

async function publishes(page: Page, at: string): Promise<void> {
  await page.goto(at);
  await page.locator('form[action$="/publish"] button').click();
  await page.waitForURL('**done=published');
}

for (const lang of ['en', 'fr'] as const) {
  const script = lang === 'en';
  const said = (text: string) => (lang === 'fr' ? `${text} (fr)` : text);

  it(`a lead builds a form, a physician answers what follows, and the clerk reads it with its score (${lang})`, async () => {
    const steward = await signedIn(lead, lang, script);
    const at = await builds(steward, lang);
    await steward.goto(`${at}/try`);
    await steward.locator('[name=a-question][value=daily]').check();
    if (!script) await press(steward, 'update');
    await steward.getByText('365').waitFor();
    if (script)
      for (const path of ['', '/edit', '/items/question', '/try', '/burden']) {
        await steward.goto(`${at}${path}`);
        await fits(steward);
      }
    await publishes(steward, at);
    const { rows } = await t.owner.query(`select slug from form_library where key = $1`, [
      at.split('/').at(-1),
    ]);
    await t.owner.query('update services set form = $1 where id = $2', [rows[0].slug, service.id]);

    const physician = await signedIn(world.physician, lang, script);
    await physician.goto('/ask');
    await physician.locator('[name=problem]').fill('Heart beats fast');
    await physician.locator('button[name=pick]').first().click();
    await physician.locator(`button[name=service][value="${service.key}"]`).first().click();
    await physician.waitForURL('**/drafts/*');
    await physician.locator('[name=title]').fill(`Palpitations ${lang}`);
    await physician.locator('[name=question]').fill('What should be done?');
    await physician.locator('[name=mayContact][value=yes]').check();
    await physician.locator('[name=a-question][value=daily]').check();
    if (!script) await press(physician, 'update');
    await physician.locator('[name=a-question-4]').fill('Rest and water');
    if (!script) await press(physician, 'update');
    await physician.getByText('365').waitFor();
    await press(physician, 'send');
    await physician.locator('[name=beside]').or(physician.locator('h1')).first().waitFor();
    if (await physician.locator('[name=beside]').count()) {
      await physician.locator('[name=beside]').fill('Another question');
      await press(physician, 'send');
    }
    await physician.waitForURL('**/requests/*');

    const clerk = await signedIn(world.clerk, lang, script);
    await clerk.goto(new URL(physician.url()).pathname);
    const story = (await clerk.locator('main').textContent())!;
    for (const text of [said('How often'), 'Rest and water', said('In a year')])
      expect(story).toContain(text);
    expect(story).toContain('365');
    for (const page of [steward, physician, clerk]) await page.context().close();
  });
}

it('a Questionnaire comes in from elsewhere, says what was left out, and goes out as FHIR', async () => {
  const page = await signedIn(lead, 'en', true);
  await page.goto('/forms/import');
  const item = [
    { linkId: '1.0', text: 'Pain?', type: 'boolean' },
    { linkId: '2', text: 'Scan', type: 'attachment' },
  ];
  await page
    .locator('[name=json]')
    .fill(JSON.stringify({ resourceType: 'Questionnaire', title: 'Theirs', item }));
  await page.locator('main form button.main').click();
  await page.getByText(words.en.library.notes['kind-not-known']!('attachment')).waitFor();
  await fits(page);
  await page.getByRole('link', { name: words.en.library.edit }).click();
  const at = page.url().replace('/edit', '');
  await page.goto(at);
  await page.getByText(words.en.library.faultsTitle).waitFor();
  const exported = await page.request.get(`${at}/questionnaire`);
  expect(await exported.json()).toMatchObject({ resourceType: 'Questionnaire', item: [{ text: 'Pain?' }] });
  await page.context().close();
});
