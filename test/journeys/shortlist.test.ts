import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { indexDirectory } from '../../src/app/directory/import-directory.ts';
import { publishStandardForms } from '../../src/app/forms/standard-forms.ts';
import { runVerb } from '../../src/app/run-verb.ts';
import { launchBrowser } from '../support/browser.ts';
import { addPatient, addService, ask, type TestService } from '../support/cases.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { fits } from '../support/fits.ts';
import { type PostOffice, postOffice } from '../support/post-office.ts';
import { givePassword, type RunningApp, startApp } from '../support/server.ts';
import { addSite, smallWorld } from '../support/world.ts';

const password = 'a long enough passphrase';

let t: TestDatabase;
let app: RunningApp;
let post: PostOffice;
let world: Awaited<ReturnType<typeof smallWorld>>;
let near: TestService;
let declined: { caseKey: string; requestKey: string };
let patientKey: string;
let chromium: Browser;

beforeAll(async () => {
  t = await freshDatabase({ demo: true });
  world = await smallWorld(t);
  const visits = await addService(t, world.clinic.id);
  near = await addService(t, (await addSite(t, 'River Clinic')).id, { name: 'Mood clinic' });
  await addService(t, (await addSite(t, 'Far Clinic')).id, { name: 'Mood programme' });
  await t.operator.as({ kind: 'operator', command: 'test' }, async tx => {
    await publishStandardForms(tx);
    await indexDirectory(tx);
  });
  post = await postOffice();
  app = await startApp(t, { SMTP_URL: post.url });
  await givePassword(t, world.physician, password);
  ({ key: patientKey } = await addPatient(t, world.physician.actor));
  declined = await ask(app.app, world.physician.actor, { service: visits, patientKey });
  const input = { reason: 'no-capacity', suggested: near.key };
  await runVerb(app.app, world.clerk.actor, { caseKey: declined.caseKey, verb: 'decline', input });
  chromium = await launchBrowser();
});
afterAll(async () => {
  await chromium?.close();
  await app?.stop();
  await post?.stop();
  await t?.drop();
});

/** Each in a browser of its own; the language of the page is that of the browser. */
async function pageIn(locale: string): Promise<Page> {
  return (await chromium.newContext({ baseURL: app.url, locale })).newPage();
}

/** The physician comes in; the form of signing in is in English. */
async function signsIn(page: Page): Promise<void> {
  await page.goto('/language/en?back=/sign-in');
  await page.getByLabel('E-mail').fill(world.physician.email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/worklist');
}

/** The physician ticks a second service beside the suggested one and offers both. */
async function offers(page: Page): Promise<void> {
  await signsIn(page);
  await page.goto(`/requests/${declined.requestKey}`);
  await page.getByRole('link', { name: 'Offer the patient a choice' }).click();
  await page.getByLabel('Search the directory').fill('mood');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await page.getByLabel('Mood programme').check();
  await fits(page);
  await page.getByRole('button', { name: 'Offer these to the patient' }).click();
  await page.getByText('Choice offered to the patient').first().waitFor();
  await fits(page);
}

/** The patient opens the link of the message and comes to their page. */
async function opens(page: Page): Promise<void> {
  const mail = () => post.received.findLast(one => `${one.subject}`.includes('Please answer'));
  await expect.poll(() => mail() !== undefined, { timeout: 20_000 }).toBe(true);
  await page.goto(new URL(mail()!.link).pathname);
  await page.locator('input[name=birthDate]').fill('1992-02-03');
  await page.locator('form:has(input[name=birthDate]) button[type=submit]').first().click();
  await page.waitForURL('**/p');
}

it('the physician offers two clinics, and the patient compares them and chooses one with one press', async () => {
  await offers(await pageIn('en-CA'));
  const french = await pageIn('fr-CA');
  await opens(french);
  await french.getByRole('heading', { name: 'Choisissez un lieu' }).waitFor();
  await fits(french);
  await french.getByRole('link', { name: 'Aucun de ces lieux' }).click();
  await fits(french);
  await french.getByRole('link', { name: 'Retour à votre page' }).click();
  await french.getByRole('form', { name: 'Mood clinic' }).getByRole('button').click();
  await french.getByText('Nous avons envoyé votre demande au lieu que vous avez choisi.').waitFor();
  await fits(french);
  const there = await t.owner.query("select state->>'status' as status from cases order by id");
  expect(there.rows).toEqual([{ status: 'redirected' }, { status: 'sent' }]);
});

/** The physician types the problem once in French, and lets the patient choose between two services. */
async function proposes(page: Page): Promise<void> {
  await signsIn(page);
  await page.goto(`/language/fr?back=/ask?patient=${patientKey}`);
  await page
    .getByLabel('Le problème et votre question')
    .fill('Low mood: humeur dépressive. Qui peut la voir?');
  await page.getByRole('button', { name: 'Voir les options' }).click();
  await page.getByRole('button', { name: 'Laisser la personne choisir' }).click();
  await page.waitForURL('**/options');
  await page.getByRole('button', { name: 'Passer au formulaire' }).click();
  await page.getByText('Choisissez de deux à cinq services.').first().waitFor();
  await page.getByLabel('Chercher dans le répertoire').fill('mood');
  await page.getByRole('button', { name: 'Chercher', exact: true }).click();
  await page.getByLabel('Mood clinic').check();
  await page.getByLabel('Mood programme').check();
  await fits(page);
  await page.getByRole('button', { name: 'Passer au formulaire' }).click();
  await page.getByText('La personne choisit parmi ces 2 services.').waitFor();
  await page.getByLabel('Titre').fill('Humeur dépressive');
  await page.locator('input[type=radio][name=a-work]').first().check();
  await page.locator('input[type=radio][name=a-safety-now]').first().check();
  await page.locator('[name=mayContact][value=yes]').check();
  await page.getByLabel('Mots pour la personne').fill('Les deux sont bons.');
  await fits(page);
  await page.getByRole('button', { name: 'Envoyer le choix à la personne' }).click();
  await page.getByText('laisse d’abord la personne choisir parmi 2 services').first().waitFor();
  await fits(page);
}

it('the physician lets the patient choose before anything is sent, and the referral begins where they choose', async () => {
  await proposes(await pageIn('fr-CA'));
  const { rows: before } = await t.owner.query(
    "select count(*)::int as clinics from case_access where side = 'receiver' and status = 'shortlisted' and until_seq is null",
  );
  expect(before).toEqual([{ clinics: 0 }]);
  const english = await pageIn('en-CA');
  await opens(english);
  await english.getByText('Les deux sont bons.').waitFor();
  await english.getByRole('heading', { name: 'Mood programme' }).waitFor();
  await fits(english);
  await english.getByRole('form', { name: 'Mood clinic' }).getByRole('button').click();
  await english.getByText('We sent your request to the place you chose.').waitFor();
  await fits(english);
});
