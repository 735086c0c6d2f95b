import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { indexDirectory } from '../../src/app/directory/import-directory.ts';
import { keepListSettings } from '../../src/app/worklist/my-lists.ts';
import { words } from '../../src/words/words.ts';
import { launchBrowser } from '../support/browser.ts';
import { busyClinic, passes } from '../support/busy-clinic.ts';
import { addService } from '../support/cases.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { givePassword, type RunningApp, startApp } from '../support/server.ts';
import { addMember, addSite, type TestMember } from '../support/world.ts';

const password = 'a long enough passphrase';

let t: TestDatabase;
let app: RunningApp;
let w: Awaited<ReturnType<typeof busyClinic>>;
let colleague: TestMember;
let lead: TestMember;
let chromium: Browser;

beforeAll(async () => {
  t = await freshDatabase({ demo: true });
  w = await busyClinic(t);
  await passes(t, 26);
  colleague = await addMember(t, w.clinic.id, { name: 'Noor Hassan', roles: ['clerk'] });
  lead = await addMember(t, w.clinic.id, { name: 'Beatrix Lund', roles: ['lead', 'clinician'] });
  const elsewhere = await addSite(t, 'Rideau Mood Clinic');
  await addService(t, elsewhere.id, { name: 'Mood disorders clinic' });
  await t.operator.as({ kind: 'operator', command: 'test' }, indexDirectory);
  app = await startApp(t);
  for (const who of [w.clerk, colleague, lead]) await givePassword(t, who, password);
  chromium = await launchBrowser();
});
afterAll(async () => {
  await chromium?.close();
  await app?.stop();
  await t?.drop();
});

/** Nothing that axe finds, and nothing wider than the window, in both widths. */
async function fits(page: Page, name: string): Promise<void> {
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 });
    if (process.env.SHOTS)
      await page.screenshot({ path: `${process.env.SHOTS}/${name}-${width}.png`, fullPage: true });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect([name, violations.map(({ id, nodes }) => [id, nodes.map(node => node.html)])]).toEqual([name, []]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect([name, wide <= 0]).toEqual([name, true]);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}

/** Counts what a person presses, and signs in. */
async function signedIn(who: TestMember, lang: 'en' | 'fr', script = true) {
  const context = await chromium.newContext({ baseURL: app.url, locale: lang, javaScriptEnabled: script });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto('/sign-in');
  await page.locator('input[name=email]').fill(who.email);
  await page.locator('input[name=password]').fill(password);
  await page.locator('form:has(input[name=password]) button[type=submit]').first().click();
  await page.goto(`/language/${lang}?back=/worklist`);
  return page;
}

const rows = (page: Page) => page.locator('table.list a.name');

for (const lang of ['en', 'fr'] as const) {
  const { worklist: wl, story, referral } = words[lang];

  it(`a lead keeps the lists of the triage form, and the clerk and clinician use them (${lang})`, async () => {
    const page = await signedIn(lead, lang);
    await page.goto('/worklist/triage');
    const cells = page.locator('form:has(input[value=priority]) input.in');
    await cells.nth(0).fill('Within a week');
    await cells.nth(1).fill('Sous 7 jours');
    await page.locator('form:has(input[value=priority]) button[type=submit]').click();
    await page.getByText(wl.triageLists.kept).waitFor();
    await page.locator('form:has(input[value=protocol]) input.in').nth(0).fill('Perinatal');
    await page.locator('form:has(input[value=protocol]) input.in').nth(1).fill('Périnatal');
    await page.locator('form:has(input[value=protocol]) button[type=submit]').click();
    await page.getByText(wl.triageLists.kept).waitFor();
    await fits(page, `triage-lists-${lang}`);

    await page.goto('/worklist/received-referral-sent');
    await rows(page).first().click();
    await page.getByRole('link', { name: referral.verbs.triage, exact: true }).first().click();
    await page.locator('select[name=priority]').selectOption('Within a week');
    await page.locator('select[name=protocol]').selectOption('Perinatal');
    await fits(page, `triage-${lang}`);
    await page.locator('form.act button[type=submit]').first().click();
    await page
      .getByText(lang === 'en' ? /Within a week, Perinatal/ : /Sous 7 jours, Périnatal/)
      .first()
      .waitFor();
    await page.context().close();
  });

  it(`a clerk filters, keeps the view, and chooses columns (${lang})`, async () => {
    const page = await signedIn(w.clerk, lang);
    await page.goto('/worklist/settings');
    for (const column of ['priority', 'protocol', 'language'])
      await page.locator(`input[name=columns][value=${column}]`).check();
    await page.locator('input[name=opensNext]').check();
    await page.locator('main form button[type=submit]').first().click();
    await page.getByText(wl.mine.kept).waitFor();
    await fits(page, `my-lists-${lang}`);
    await page.goto('/worklist');
    await page.getByText(wl.filters.more).click();
    await page.locator('select[name=priority]').selectOption('Within a week');
    await page.getByRole('button', { name: wl.filters.submit }).click();
    await page.waitForURL('**/worklist/needs-me?priority=*');
    expect(await rows(page).count()).toBeGreaterThan(0);
    await page.locator('input[name=name]').fill(`Pressing ${lang}`);
    await page.getByRole('button', { name: wl.mine.keepView }).click();
    await page.getByRole('link', { name: `Pressing ${lang}` }).waitFor();
    await fits(page, `filtered-${lang}`);
    await page.context().close();
  });

  it(`says for two patients at once when they are seen, and prints them (${lang})`, async () => {
    const page = await signedIn(w.clerk, lang);
    await page.goto('/worklist/received-referral-accepted');
    await page.locator('input[name=pick]').nth(0).check();
    await page.locator('input[name=pick]').nth(1).check();
    await page.locator('input[name=weeks]').fill(lang === 'en' ? '6' : '8');
    await fits(page, `bulk-${lang}`);
    await page.getByRole('button', { name: wl.bulk.sayWhen }).click();
    await page.locator('.note').first().waitFor();
    await fits(page, `said-when-${lang}`);
    await page.goto('/worklist');
    await page.locator('input[name=pick]').nth(0).check();
    await page.locator('input[name=pick]').nth(1).check();
    await page.getByRole('button', { name: wl.bulk.print }).click();
    expect(await page.locator('article.sheet').count()).toBe(2);
    await fits(page, `print-${lang}`);
    await page.context().close();
  });

  it(`sees that a colleague has it open, accepts, and the next one opens (${lang})`, async () => {
    await keepListSettings(app.app, w.clerk.actor, { columns: ['party', 'assigned'], opensNext: true });
    const other = await signedIn(colleague, lang, false);
    await other.goto('/worklist/received-referral-sent');
    await rows(other).first().click();
    await other.waitForURL('**/requests/*');
    const page = await signedIn(w.clerk, lang);
    await page.goto('/worklist/received-referral-sent');
    await page.locator('.looking', { hasText: 'Noor Hassan' }).waitFor();
    await rows(page).first().click();
    await page.locator('.looks', { hasText: 'Noor Hassan' }).waitFor();
    await page.getByRole('heading', { name: story.contacts }).waitFor();
    await fits(page, `story-${lang}`);
    await page.getByRole('link', { name: referral.verbs.accept, exact: true }).first().click();
    await page.locator('.looks', { hasText: 'Noor Hassan' }).waitFor();
    await page.locator('form.act button[type=submit]').first().click();
    await page.getByText(story.openedNext).waitFor();
    await fits(page, `next-${lang}`);
    await page.getByRole('link', { name: story.openedBefore }).click();
    await page.waitForURL('**/requests/*done=*');
    await page.getByText(referral.statusesToReceiver.accepted).first().waitFor();
    await page.context().close();
    await other.context().close();
  });
}

it('on a phone the way to other pages opens from a button, by keyboard and without script', async () => {
  for (const script of [true, false]) {
    const page = await signedIn(w.clerk, 'en', script);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto('/worklist');
    const directory = page.locator('.bar nav a[href="/directory"]');
    expect(await directory.isVisible()).toBe(false);
    await page.locator('.bar > .menu').focus();
    await page.keyboard.press('Enter');
    await directory.waitFor();
    await page.keyboard.press('Escape');
    expect(await directory.isVisible()).toBe(false);
    await page.locator('.bar > .menu').click();
    await directory.click();
    await page.waitForURL('**/directory');
    await page.context().close();
  }
});
