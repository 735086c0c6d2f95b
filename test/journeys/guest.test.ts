import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { guestCode, guestToken } from '../../src/app/tokens.ts';
import { type Words, words } from '../../src/words/words.ts';
import { launchBrowser } from '../support/browser.ts';
import { addPatient, addService, ask } from '../support/cases.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { fits } from '../support/fits.ts';
import { givePassword, type RunningApp, startApp } from '../support/server.ts';
import { addSite, smallWorld } from '../support/world.ts';

const password = 'a long enough passphrase';
const secretKey = 'k'.repeat(40);
let t: TestDatabase;
let app: RunningApp;
let world: Awaited<ReturnType<typeof smallWorld>>;
let chromium: Browser;
let patientKey: string;

beforeAll(async () => {
  t = await freshDatabase({ demo: true });
  world = await smallWorld(t);
  app = await startApp(t);
  await givePassword(t, world.physician, password);
  patientKey = (await addPatient(t, world.physician.actor)).key;
  chromium = await launchBrowser();
});
afterAll(async () => {
  await chromium?.close();
  await app?.stop();
  await t?.drop();
});

async function pageIn(lang: 'en' | 'fr'): Promise<Page> {
  const context = await chromium.newContext({ baseURL: app.url, locale: `${lang}-CA` });
  context.setDefaultTimeout(20_000);
  return context.newPage();
}

/** What axe says, and what is wider than a phone; pictures of both widths where SHOTS names a folder. */
async function looksRight(page: Page, name: string): Promise<void> {
  await fits(page);
  for (const width of process.env.SHOTS ? [1280, 390] : []) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: `${process.env.SHOTS}/${name}-${width}.png`, fullPage: true });
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}

/** The office sends a link by mail: its last guest link, inside id and code. */
async function sentByMail(lang: 'en' | 'fr', caseKey: string): Promise<{ id: number; token: string }> {
  const w = words[lang];
  const office = await pageIn(lang);
  await office.goto('/sign-in');
  await office.locator('input[name=email]').fill(world.physician.email);
  await office.locator('input[name=password]').fill(password);
  await office.locator('form:has(input[name=password]) button[type=submit]').first().click();
  await office.goto(`/language/${lang}?back=/referrals/${caseKey}/invite`);
  await office.locator('[name=channel][value=mail]').check();
  await office.locator('[name=email]').fill('desk@away.example');
  await looksRight(office, `invite-${lang}`);
  await office.getByRole('button', { name: w.outside.send, exact: true }).click();
  await office.getByText(w.outside.notOpened).waitFor();
  await looksRight(office, `invited-${lang}`);
  await office.context().close();
  const { rows } = await t.superuser.query(
    `select id, nonce from links where kind = 'guest' order by id desc limit 1`,
  );
  return { id: rows[0].id, token: guestToken(secretKey, rows[0].nonce) };
}

async function throughTheDoor(guest: Page, w: Words, link: { id: number; token: string }, lang: string) {
  await guest.goto('/w/open');
  await looksRight(guest, `code-${lang}`);
  await guest.goto(`/w/${link.token}`);
  await looksRight(guest, `door-${lang}`);
  await guest.getByRole('button', { name: w.workspace.open.ask }).click();
  const codes = await t.superuser.query('select nonce from guest_codes where link_id = $1', [link.id]);
  await guest.locator('[name=code]').fill('000000');
  await guest.locator('[name=holder]').fill('Dr. Away');
  await guest.getByRole('button', { name: w.workspace.open.submit }).click();
  await guest.getByText(w.workspace.open.wrong(4)).first().waitFor();
  await looksRight(guest, `wrong-${lang}`);
  await guest.locator('[name=code]').fill(guestCode(secretKey, codes.rows[0].nonce));
  await guest.getByRole('button', { name: w.workspace.open.submit }).click();
  await guest.getByText('Dr. Away').first().waitFor();
}

/** Every form that the workspace offers now and did not before. */
async function seeActs(guest: Page, lang: string, seen: readonly string[]): Promise<string[]> {
  const found = await guest
    .locator('a[href^="/w/act/"]')
    .evaluateAll(all => all.map(a => a.getAttribute('href')!));
  const fresh = found.filter(act => !seen.includes(act));
  for (const act of fresh) {
    await guest.goto(act);
    await looksRight(guest, `${act.split('/').at(-1)}-${lang}`);
  }
  return fresh;
}

it.each(['en', 'fr'] as const)('every page of a clinic without an account looks right, in %s', async lang => {
  const w = words[lang];
  const away = await addSite(t, `Away Surgery ${lang}`, { onNetwork: false });
  const service = await addService(t, away.id, { name: 'Hand surgery' });
  const { caseKey } = await ask(app.app, world.physician.actor, { service, patientKey });
  const link = await sentByMail(lang, caseKey);
  const guest = await pageIn(lang);
  await throughTheDoor(guest, w, link, lang);
  await looksRight(guest, `workspace-${lang}`);
  const before = await seeActs(guest, lang, []);
  await guest.goto('/w/act/accept');
  await guest.locator('[name=comment]').fill('Bring the x-ray.');
  await guest.getByRole('button', { name: w.referral.verbs.accept, exact: true }).click();
  await guest.getByText(w.workspace.done).waitFor();
  const after = await seeActs(guest, lang, before);
  expect(after).toEqual(expect.arrayContaining(['/w/act/book', '/w/act/complete']));
  await guest.goto('/w/act/book');
  await guest.locator('[name=day]').fill('2020-01-01');
  await guest.locator('[name=time]').fill('10:00');
  await guest.locator('form:has([name=day]) button[type=submit]').click();
  await guest.locator('[name=day][aria-invalid=true]').waitFor();
  await looksRight(guest, `book-refused-${lang}`);
  const soon = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  await guest.locator('[name=day]').fill(soon);
  await guest.locator('[name=place]').fill('2 Surgery Lane');
  await guest.locator('form:has([name=day]) button[type=submit]').click();
  await guest.getByText(w.workspace.done).waitFor();
  await looksRight(guest, `booked-${lang}`);
  await guest.getByRole('button', { name: w.workspace.leave }).click();
  await guest.goto('/w/0000000000000000');
  await looksRight(guest, `dead-${lang}`);
  await guest.context().close();
});
