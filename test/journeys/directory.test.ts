import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { indexDirectory } from '../../src/app/directory/import-directory.ts';
import { launchBrowser } from '../support/browser.ts';
import { addService } from '../support/cases.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { fits } from '../support/fits.ts';
import { type RunningApp, startApp } from '../support/server.ts';
import { addSite } from '../support/world.ts';

let t: TestDatabase;
let app: RunningApp;
let chromium: Browser;

beforeAll(async () => {
  t = await freshDatabase();
  const towns = { Ottawa: [45.42, -75.7], Windsor: [42.31, -83.03], Kenora: [49.77, -94.49] } as const;
  for (const [town, [latitude, longitude]] of Object.entries(towns)) {
    const { id } = await addSite(t, `${town} Clinic`);
    await addService(t, id, { name: `Mood clinic ${town}` });
    const at = 'update sites set latitude = $1, longitude = $2, city = $3 where id = $4';
    await t.owner.query(at, [latitude, longitude, town, id]);
  }
  await addService(t, (await addSite(t, 'Nowhere')).id, { name: 'Mood clinic by phone' });
  await t.owner.query(`insert into fsa_centres (fsa, latitude, longitude) values ('K1A', 45.42, -75.7)`);
  await t.operator.as({ kind: 'operator', command: 'test' }, tx => indexDirectory(tx));
  app = await startApp(t);
  chromium = await launchBrowser();
});
afterAll(async () => {
  await chromium?.close();
  await app?.stop();
  await t?.drop();
});

/** Counts what is asked of other hosts: nothing may be. */
async function open(path: string, options: BrowserContextOptions = {}) {
  const context = await chromium.newContext({ baseURL: app.url, locale: 'en-CA', ...options });
  const page = await context.newPage();
  const elsewhere: string[] = [];
  page.on('request', request => {
    const url = request.url();
    if (!url.startsWith(app.url) && !url.startsWith('data:')) elsewhere.push(url);
  });
  page.on('console', message => {
    if (message.type() === 'error') elsewhere.push(message.text());
  });
  await page.goto(path);
  return { page, elsewhere };
}

it.each(['en', 'fr'])(
  'the map is walked with the keyboard and the list follows its window (%s)',
  async lang => {
    const { page, elsewhere } = await open('/directory?q=mood', { locale: `${lang}-CA` });
    const pins = page.locator('.map .pin');
    await expect.poll(() => pins.count()).toBe(3);
    await fits(page);

    const ottawa = page.locator('.map .pin[aria-label$="Mood clinic Ottawa, Ottawa"]');
    await ottawa.waitFor();
    await ottawa.focus();
    await page.keyboard.press('Enter');
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    await expect.poll(focused).toBe('Mood clinic Ottawa');

    // Nearer by a step: Kenora is out of the window, and so out of the list, the count and the address.
    const zoomIn = page.locator('.leaflet-control-zoom-in');
    await zoomIn.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**bounds=**');
    await expect.poll(() => page.locator('#found h3').allTextContents()).not.toContain('Mood clinic Kenora');
    const listed = await page.locator('#found h3').count();
    expect(await page.locator('#results').textContent()).toContain(listed === 0 ? '' : String(listed));
    expect(await page.locator('[data-said]').textContent()).toBe(
      await page.locator('#results').textContent(),
    );
    expect(await page.locator('#window input').inputValue()).toBe(
      new URL(page.url()).searchParams.get('bounds'),
    );
    expect(await page.locator('#language').getAttribute('href')).toContain('bounds');

    // Not followed any more: a button says that the list is of another window.
    await page.locator('[data-always]').uncheck();
    const before = page.url();
    await page.locator('.map').focus();
    await page.keyboard.press('ArrowDown');
    const here = page.locator('[data-here]');
    await here.waitFor();
    expect(page.url()).toBe(before);
    await here.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url()).not.toBe(before);
    expect(elsewhere).toEqual([]);
  },
);

it('where distances are counted from is a house on the map, and a line of the list', async () => {
  const { page, elsewhere } = await open('/directory?q=mood&near=K1A');
  const home = page.locator('.map .pin.home');
  await home.waitFor();
  const said = await page.locator('[data-home]').textContent();
  expect(said).toContain('K1A');
  expect(await home.getAttribute('aria-label')).toBe(said);
  expect(await home.getAttribute('tabindex')).toBeNull();
  expect(await page.locator('.map .pin:not(.home)').count()).toBe(3);
  await fits(page);
  expect(elsewhere).toEqual([]);
});

it('without script there is no map, and the list says the same', async () => {
  const { page } = await open('/directory?q=mood', { javaScriptEnabled: false });
  expect(await page.locator('#map').isVisible()).toBe(false);
  expect(await page.locator('#found h3').count()).toBe(4);
  await page.goto('/directory?q=mood&bounds=45,-76,46,-75');
  expect(await page.locator('#found h3').allTextContents()).toEqual(['Mood clinic Ottawa']);
});

it('the page of a service has a map, its address for others, and one for each language', async () => {
  const { page, elsewhere } = await open('/directory?q=mood');
  await page.getByRole('link', { name: 'Mood clinic Ottawa' }).click();
  await page.locator('.map .pin').waitFor();
  await fits(page);
  await page.getByRole('button', { name: 'Copy the link' }).waitFor();
  const french = await page.locator('link[hreflang=fr-CA]').getAttribute('href');
  await page.goto(new URL(french!).pathname + new URL(french!).search);
  expect(await page.locator('html').getAttribute('lang')).toBe('fr-CA');
  await fits(page);
  await page.locator('#language').click();
  expect(await page.locator('html').getAttribute('lang')).toBe('en-CA');
  expect(elsewhere).toEqual([]);
});
