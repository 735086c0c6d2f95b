import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { indexDirectory } from '../../src/app/directory/import-directory.ts';
import { launchBrowser } from '../support/browser.ts';
import { addService, type TestService } from '../support/cases.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { fits } from '../support/fits.ts';
import { type PostOffice, postOffice } from '../support/post-office.ts';
import { givePassword, type RunningApp, startApp } from '../support/server.ts';
import { addMember, addSite, smallWorld, type TestMember } from '../support/world.ts';

const password = 'a long enough passphrase';

let t: TestDatabase;
let app: RunningApp;
let post: PostOffice;
let service: TestService;
let lead: TestMember;
let steward: TestMember;
let facility: { id: number; key: string };
let chromium: Browser;

beforeAll(async () => {
  t = await freshDatabase({ demo: true });
  const world = await smallWorld(t);
  service = await addService(t, world.clinic.id);
  await t.owner.query(`update services set ways = '{referral}', verified_on = current_date - 500`);
  lead = await addMember(t, world.clinic.id, { name: 'Lea Lead', roles: ['lead'] });
  const programme = await addSite(t, 'The Programme', { kind: 'programme' });
  steward = await addMember(t, programme.id, { name: 'Prue Gramme', roles: ['steward'] });
  facility = await addSite(t, 'Riverbend Hospital', { kind: 'facility' });
  await t.owner.query('update sites set on_network = false where id = $1', [facility.id]);
  await t.operator.as({ kind: 'operator', command: 'test' }, tx => indexDirectory(tx));
  post = await postOffice();
  app = await startApp(t, { SMTP_URL: post.url });
  for (const one of [lead, steward]) await givePassword(t, one, password);
  chromium = await launchBrowser();
});
afterAll(async () => {
  await chromium?.close();
  await app?.stop();
  await post?.stop();
  await t?.drop();
});

/** Somebody signed in, in a browser of their own; the language of the pages is that of the browser. */
async function as(who: TestMember, locale: string, javaScriptEnabled = true): Promise<Page> {
  const page = await (await chromium.newContext({ baseURL: app.url, locale, javaScriptEnabled })).newPage();
  page.setDefaultTimeout(8_000);
  await page.goto('/sign-in');
  await page.locator('input[name=email]').fill(who.email);
  await page.locator('input[name=password]').fill(password);
  await page.locator('form:has(input[name=password]) button[type=submit]').first().click();
  await page.waitForURL(url => !url.pathname.startsWith('/sign-in'));
  const language = locale.startsWith('fr') ? 'fr' : 'en';
  await page.goto(`/language/${language}?back=/listings`);
  return page;
}

it('a lead changes a listing, is told what is wrong beside the field, and the search finds its new name', async () => {
  const page = await as(lead, 'en-CA');
  await fits(page);
  await page.getByRole('link', { name: 'Depression assessment' }).click();
  await page.getByText('That is more than a year ago').waitFor();
  await fits(page);
  await page.getByRole('button', { name: 'Yes, all of it is still right' }).click();
  await page.getByText('checked today').waitFor();
  await page.getByRole('link', { name: 'Listing information' }).click();
  await page.getByLabel('Name in English').fill('Kingfisher clinic');
  await page.getByLabel('Website').fill('http://plain.example');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('starts with https://').first().waitFor();
  expect(await page.getByLabel('Name in English').inputValue()).toBe('Kingfisher clinic');
  await fits(page);
  await page.getByLabel('Website').fill('https://kingfisher.example');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('The directory says so from now on').waitFor();
  for (const part of ['offer', 'places', 'people', 'enablement', 'history']) {
    await page.goto(`/listings/${service.key}/${part}`);
    await fits(page);
  }
  await page.goto('/directory?q=kingfisher');
  await page.getByRole('link', { name: 'Kingfisher clinic' }).first().waitFor();
});

it('hours are kept without script, in French', async () => {
  const page = await as(lead, 'fr-CA', false);
  await page.goto(`/listings/${service.key}/places`);
  await page.getByLabel('Ville').first().fill('Ottawa');
  await page.getByLabel('Lundi').first().fill('8 h 30 à 12 h, 11 h à 16 h');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByText('Deux de ces périodes se chevauchent').first().waitFor();
  await page.getByLabel('Lundi').first().fill('8 h 30 à 12 h, 13 h à 16 h');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByText('Le répertoire le dit dès maintenant').waitFor();
  await page.goto(`/listings/${service.key}/history`);
  await page.getByText('Lundi 8:30-12:00, 13:00-16:00').first().waitFor();
});

it('a site asks for a facility, the programme validates it, and mail says so', async () => {
  const page = await as(lead, 'fr-CA');
  await page.goto(`/directory/${facility.key}`);
  await page.getByRole('link', { name: 'C’est votre établissement?' }).click();
  await fits(page);
  await page.getByLabel('Pourquoi elle vous revient').fill('Nous dirigeons cet hôpital.');
  await page.getByLabel('Téléphone').fill('613-555-0142');
  await page.getByLabel('Courriel pour la réponse').fill('lea@clinique.example');
  await page.getByRole('button', { name: 'Envoyer au programme' }).click();
  await page.getByText('Le programme l’examine').waitFor();
  const programme = await as(steward, 'en-CA');
  await programme.goto('/programme/claims');
  await fits(programme);
  await programme.getByRole('link', { name: 'Answer for Riverbend Hospital' }).click();
  await fits(programme);
  await programme.getByLabel('Validated: the site keeps it').check();
  await programme.getByRole('button', { name: 'Send the answer' }).click();
  await programme.getByText('An e-mail is on its way').waitFor();
  await expect.poll(() => post.received.at(-1)?.subject, { timeout: 20_000 }).toMatch(/Fiche[ _]validée/);
  await page.goto('/listings');
  await page.getByRole('link', { name: 'Riverbend Hospital' }).first().click();
  await page.getByLabel('Nom en français').fill('Hôpital Riverbend');
  await page.getByLabel('Adresse').fill('12, rue du Moulin');
  await page.getByLabel('Code postal').fill('X');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByText('code postal canadien').first().waitFor();
  await fits(page);
  await page.getByLabel('Code postal').fill('n1h 1a1');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByText('Le répertoire le dit dès maintenant').waitFor();
  await page.getByText('12, rue du Moulin').first().waitFor();
  await fits(page);
});

it('the programme is told which circle a move would close', async () => {
  await t.owner.query(`insert into service_categories (code, name_en, name_fr, parent)
    values ('mood', 'Mood', 'Humeur', 'psychiatry')`);
  const page = await as(steward, 'en-CA');
  await page.goto('/programme/categories');
  await fits(page);
  await page.getByRole('link', { name: 'Psychiatry' }).click();
  await page.getByLabel('Under').selectOption('mood');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Psychiatry under Mood under Psychiatry').first().waitFor();
  await fits(page);
});
