import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addFilesToDraft } from '../../src/app/drafts/drafts.ts';
import { launchBrowser } from '../support/browser.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { twoPages } from '../support/papers.ts';
import { givePassword, type RunningApp, startApp } from '../support/server.ts';
import { smallWorld } from '../support/world.ts';

const password = 'a sentence that is easy to keep';
let database: TestDatabase;
let app: RunningApp;
let world: Awaited<ReturnType<typeof smallWorld>>;
let browser: Browser;
let folder: string;
const complaints: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'eservices-journey-files-'));
  database = await freshDatabase();
  world = await smallWorld(database);
  await givePassword(database, world.physician, password);
  app = await startApp(database, { DATA_DIR: folder });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
  await database?.drop();
  await rm(folder, { recursive: true, force: true });
});

async function signedIn(lang: 'en' | 'fr', javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({ locale: `${lang}-CA`, javaScriptEnabled });
  const page = await context.newPage();
  page.on('console', line => {
    if (line.type() === 'error') complaints.push(line.text());
  });
  page.on('pageerror', error => complaints.push(String(error)));
  await page.goto(`${app.url}/sign-in`);
  await page.fill('[name=email]', world.physician.email);
  await page.fill('[name=password]', password);
  await page.locator('main form[action="/sign-in"] button[type=submit]').click();
  await page.waitForURL(url => !url.pathname.startsWith('/sign-in'));
  await page.goto(`${app.url}/language/${lang}?back=/account`);
  return page;
}

async function expectAccessible(page: Page): Promise<void> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(node => node.html)])).toEqual([]);
}

describe.each(['en', 'fr'] as const)('in %s', lang => {
  const say = (english: string, french: string) => (lang === 'en' ? english : french);

  it('a physician adds a patient, corrects what is doubted, and finds her again', async () => {
    const page = await signedIn(lang);
    await page.goto(`${app.url}/patients`);
    await expectAccessible(page);
    await page.getByRole('link', { name: say('Add a patient', 'Ajouter une personne') }).click();
    await page.fill('[name=given]', 'Rosalind');
    await page.fill('[name=family]', `Achterberg-${lang}`);
    await page.fill('[name=birthDate]', lang === 'en' ? '1980-03-11' : '1981-03-11');
    await page.check('[name=sexAtBirth][value=female]');
    await page.fill('[name=cardNumber]', lang === 'en' ? '1547896351' : '1467870157');
    await page.getByRole('button', { name: say('Save', 'Enregistrer') }).click();
    await page.locator('#errors').waitFor();
    await expectAccessible(page);
    await page.check('[name=keepUnverified]');
    await page.getByRole('button', { name: say('Save', 'Enregistrer') }).click();
    await page.waitForURL(/\/patients\/[0-9a-z]{26}/);
    await expectAccessible(page);
    await page.goto(`${app.url}/patients`);
    await page.fill('[name=words]', `achterberg-${lang}`);
    await page.getByRole('button', { name: say('Find', 'Trouver'), exact: true }).click();
    await page.getByRole('link', { name: `Achterberg-${lang}, Rosalind` }).click();
    await page.waitForURL(/\/patients\/[0-9a-z]{26}/);
    expect(await page.locator('h1').innerText()).toBe(`Rosalind Achterberg-${lang}`);
    await page.context().close();
  });

  it('looks at the pages of a PDF without leaving the site, and saves it without script', async () => {
    const draft = await database.db.as(world.physician.actor, tx => tx.drafts.begin({ kind: 'econsult' }));
    const page = await signedIn(lang);
    const files = [{ name: 'History.pdf', bytes: twoPages() }];
    const [added] = (await addFilesToDraft(app.app, world.physician.actor, { key: draft.key, files }))!;
    if (!added || 'refused' in added) expect.unreachable('the file was refused');
    const url = `${app.url}/attachments/${added.attachment.key}`;
    await page.goto(`${url}/look`);
    await page.getByText(say('Page 1 of 2', 'Page 1 sur 2')).waitFor();
    const inked = () =>
      page.locator('canvas.look').evaluate((canvas: HTMLCanvasElement) => {
        const { data } = canvas.getContext('2d')!.getImageData(10, canvas.height - 10, 1, 1);
        return [data[0], data[3]];
      });
    await expect.poll(inked).toEqual([0, 255]);
    await page.getByRole('button', { name: say('Next page', 'Page suivante') }).click();
    await page.getByText(say('Page 2 of 2', 'Page 2 sur 2')).waitFor();
    await expectAccessible(page);
    await page.context().close();

    const plain = await signedIn(lang, false);
    await plain.goto(`${url}/look`);
    const [download] = await Promise.all([
      plain.waitForEvent('download'),
      plain.getByRole('link', { name: say('Download', 'Télécharger') }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('History.pdf');
    await plain.context().close();
  });

  it('and nothing was blocked or broke on the way', () => {
    expect(complaints.filter(line => !/status of (404|409|422)/.test(line))).toEqual([]);
  });
});
