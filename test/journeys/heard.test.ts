import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { words } from '../../src/words/words.ts';
import { launchBrowser } from '../support/browser.ts';
import { addPatient, addService, ask } from '../support/cases.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { fits } from '../support/fits.ts';
import { twoPages } from '../support/papers.ts';
import { givePassword, type RunningApp, startApp } from '../support/server.ts';
import { addSite, smallWorld, type TestMember } from '../support/world.ts';

const password = 'a long enough passphrase';
let t: TestDatabase;
let app: RunningApp;
let world: Awaited<ReturnType<typeof smallWorld>>;
let chromium: Browser;
let patientKey: string;

beforeAll(async () => {
  t = await freshDatabase({ demo: true });
  world = await smallWorld(t);
  app = await startApp(t);
  for (const who of [world.physician, world.clerk, world.outsider]) await givePassword(t, who, password);
  patientKey = (await addPatient(t, world.physician.actor)).key;
  chromium = await launchBrowser();
});
afterAll(async () => {
  await chromium?.close();
  await app?.stop();
  await t?.drop();
});

async function pageIn(lang: 'en' | 'fr', script = true): Promise<Page> {
  const context = await chromium.newContext({
    baseURL: app.url,
    locale: `${lang}-CA`,
    javaScriptEnabled: script,
  });
  context.setDefaultTimeout(20_000);
  return context.newPage();
}

async function signedIn(who: TestMember, lang: 'en' | 'fr', script = true): Promise<Page> {
  const page = await pageIn(lang, script);
  await page.goto('/sign-in');
  await page.locator('input[name=email]').fill(who.email);
  await page.locator('input[name=password]').fill(password);
  await page.locator('form:has(input[name=password]) button[type=submit]').first().click();
  await page.goto(`/language/${lang}?back=/worklist`);
  return page;
}

const shot = (page: Page, name: string) =>
  process.env.SHOTS
    ? page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true })
    : undefined;

it.each([
  ['en', 'script'],
  ['en', 'no script'],
  ['fr', 'script'],
  ['fr', 'no script'],
] as const)(
  'an office writes down what a clinic off the network said by phone, in %s with %s',
  async (lang, script) => {
    const { heard, referral, referralActs } = words[lang];
    const away = await addSite(t, `Phone Surgery ${lang} ${script}`, { onNetwork: false });
    const service = await addService(t, away.id, { name: 'Wrist surgery' });
    const { caseKey, requestKey } = await ask(app.app, world.physician.actor, { service, patientKey });
    const office = await signedIn(world.physician, lang, script === 'script');
    const looksRight = () => (script === 'script' ? fits(office) : undefined);
    const write = async (what: keyof typeof heard.said) => {
      await office.goto(`/requests/${requestKey}`);
      await office.locator('a[href$="/record"]').first().waitFor({ state: 'attached' });
      await office.goto(`/referrals/${caseKey}/record`);
      await looksRight();
      await office.getByRole('button', { name: heard.said[what], exact: true }).click();
      await office.locator('[name=saidBy]').fill('Ms. Roy, reception');
      await office.locator('[name=how][value=phone]').check();
    };
    const done = () => office.getByRole('button', { name: heard.submit }).click();
    await write('accept');
    await office.locator('[name=text]').fill('In six weeks or so.');
    await shot(office, `heard-accept-${lang}`);
    await done();
    await office.getByText(referral.statuses.accepted).first().waitFor();
    await write('book');
    await office.locator('[name=day]').fill('2020-01-01');
    await office.locator('[name=time]').fill('09:30');
    await done();
    await office.getByText(referralActs.moment.past).first().waitFor();
    await looksRight();
    await shot(office, `heard-wrong-${lang}`);
    expect(await office.locator('[name=saidBy]').inputValue()).toBe('Ms. Roy, reception');
    const soon = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    await office.locator('[name=day]').fill(soon);
    await done();
    await office.getByText(referral.statuses.booked).first().waitFor();
    await write('complete');
    await office.locator('[name=outcome][value=treated]').check();
    await office.locator('input[type=file]').setInputFiles({
      ...{ name: 'note.pdf', mimeType: 'application/pdf', buffer: Buffer.from(twoPages()) },
    });
    await done();
    await office.getByText('note.pdf').first().waitFor();
    await looksRight();
    await shot(office, `heard-story-${lang}`);
    await office.context().close();
  },
);
