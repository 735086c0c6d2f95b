import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { givePassword, type RunningApp, startApp } from '../support/server.ts';
import { addMember, addSite, type TestMember } from '../support/world.ts';

const password = 'a long enough passphrase';

let t: TestDatabase;
let app: RunningApp;
let una: TestMember;
let chromium: Browser;

beforeAll(async () => {
  t = await freshDatabase();
  const programme = await addSite(t, 'The programme', { kind: 'programme' });
  una = await addMember(t, programme.id, { name: 'Una Programme', roles: ['steward'] });
  await givePassword(t, una, password);
  app = await startApp(t);
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
    expect(violations.map(one => [one.id, one.nodes.map(node => node.html)])).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}

const organization = {
  ...{ id: 'o1', name: 'Cedar Community Centre', description: 'For everybody' },
  locations: [
    {
      ...{ id: 'l1', location_type: 'physical', latitude: 90, longitude: -81 },
      addresses: [
        {
          id: 'a1',
          address_1: '12 Cedar Street',
          city: 'Sudbury',
          state_province: 'ON',
          postal_code: 'P3E 1A1',
          country: 'CA',
          address_type: 'physical',
        },
      ],
    },
  ],
};
const service = (id: string, name: string, more = {}) => ({
  ...{ id, name, description: 'Support in a group', status: 'active', organization, ...more },
});
const list = JSON.stringify({
  services: [
    service('s1', 'Grief group'),
    service('s2', 'Meals on Wheels', { minimum_age: 90, maximum_age: 10 }),
    service('s3', ''),
    service('s4', 'Old programme', { status: 'defunct' }),
  ],
});

it.each([
  ['en', true],
  ['fr', true],
  ['fr', false],
] as const)(
  'a steward tries a list, takes it in and takes it back (%s, script %s)',
  async (lang, javaScriptEnabled) => {
    const page = await (await chromium.newContext({ javaScriptEnabled })).newPage();
    await page.goto(`${app.url}/sign-in`);
    await page.fill('[name=email]', una.email);
    await page.fill('[name=password]', password);
    await page.click('main button[type=submit]');
    await page.goto(`${app.url}/language/${lang}?back=/programme`);
    await page.click('a[href="/programme/imports"]');
    const send = async (what: string) => {
      await page.fill('[name=source]', `211 ${lang} ${javaScriptEnabled}`);
      await page.setInputFiles('[name=file]', {
        name: 'services-2026-11.json',
        mimeType: 'application/json',
        buffer: Buffer.from(list),
      });
      await page.click(`button[value=${what}]`);
    };
    await page.click('button[value=try]');
    expect(await page.locator('a[href="#f-source"], a[href="#f-file"]').count()).toBe(2);
    await send('try');
    expect(await page.locator('tbody tr').first().innerText()).toContain('services[3]');
    if (javaScriptEnabled) await fits(page);
    await send('take');
    await page.click('a[href$="/undo"]');
    if (javaScriptEnabled) await fits(page);
    await page.click('main form button[type=submit]');
    if (javaScriptEnabled) await fits(page);
    const undone = lang === 'en' ? 'Undone: 3 taken out again' : ': 3 retirés';
    expect(await page.locator('main').innerText()).toContain(undone);
  },
);
