import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { indexDirectory } from '../../src/app/directory/import-directory.ts';
import { launchBrowser } from '../support/browser.ts';
import { addPatient, addService, ask } from '../support/cases.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { fits } from '../support/fits.ts';
import { givePassword, type RunningApp, startApp } from '../support/server.ts';
import { addSite, smallWorld } from '../support/world.ts';

const password = 'a long enough passphrase';

let t: TestDatabase;
let app: RunningApp;
let world: Awaited<ReturnType<typeof smallWorld>>;
let chromium: Browser;

beforeAll(async () => {
  t = await freshDatabase();
  world = await smallWorld(t);
  const visits = await addService(t, world.clinic.id, { name: 'Mood clinic' });
  await addService(t, (await addSite(t, 'River Clinic')).id, { name: 'Mood programme' });
  await t.owner.query(`insert into fsa_centres (fsa, latitude, longitude) values ('N1E', 43.55, -80.24)`);
  await t.operator.as({ kind: 'operator', command: 'test' }, tx => indexDirectory(tx));
  app = await startApp(t);
  await givePassword(t, world.physician, password);
  const { key: patientKey } = await addPatient(t, world.physician.actor);
  for (let n = 0; n < 2; n++) await ask(app.app, world.physician.actor, { service: visits, patientKey });
  chromium = await launchBrowser();
});
afterAll(async () => {
  await chromium?.close();
  await app?.stop();
  await t?.drop();
});

const said = {
  en: {
    ...{ save: 'Save this search', name: 'Its name', keep: 'Save', kept: 'Saved as “Mood, French”.' },
    ...{ rename: 'Change the name', renamed: 'Save the name', remove: 'Remove', none: 'You keep no' },
    ...{
      star: 'Add to my favourites',
      unstar: 'Remove from my favourites',
      sent: '(2 requests from your site',
    },
  },
  fr: {
    ...{
      save: 'Enregistrer cette recherche',
      name: 'Son nom',
      keep: 'Enregistrer',
      none: 'Vous n’avez aucune',
    },
    ...{ rename: 'Changer le nom', renamed: 'Enregistrer le nom', remove: 'Supprimer' },
    ...{ star: 'Ajouter à mes favoris', unstar: 'Retirer de mes favoris', sent: '(2 demandes de votre site' },
    kept: /Enregistrée sous «\sMood, French\s»/,
  },
};

async function signIn(page: Page): Promise<void> {
  await page.goto('/sign-in');
  await page.locator('input[name=email]').fill(world.physician.email);
  await page.locator('input[name=password]').fill(password);
  await page.locator('form:has(input[name=password]) button[type=submit]').first().click();
  await page.waitForURL('**/worklist**');
}

it.each(['en', 'fr'] as const)(
  'a physician keeps a service from the list and a search, sees where the site sent before, and lets them go (%s)',
  async lang => {
    const w = said[lang];
    const context = await chromium.newContext({ baseURL: app.url, locale: `${lang}-CA` });
    const page = await context.newPage();
    const starOf = (label: string) =>
      page.getByRole('article').filter({ hasText: 'Mood programme' }).getByRole('button', { name: label });
    await signIn(page);
    await page.goto(`/language/${lang}?back=/directory`);
    await page.goto('/directory?q=mood&near=N1E+6H5');

    await starOf(w.star).click();
    await starOf(w.unstar).waitFor();
    expect(new URL(page.url()).searchParams.get('q')).toBe('mood');
    await page.getByText(w.save, { exact: true }).click();
    await page.getByLabel(w.name).fill('Mood, French');
    await page.getByRole('button', { name: w.keep, exact: true }).click();
    await page.getByText(w.kept).waitFor();
    expect(new URL(page.url()).searchParams.get('near')).toBe('N1E');
    await page.locator('details.card > summary').click();
    await page.getByText(w.sent).waitFor();
    await fits(page);

    await page.goto('/directory/searches');
    await page.getByText(w.rename).first().click();
    await fits(page);
    await page.getByLabel(w.name).fill('Mood');
    await page.getByRole('button', { name: w.renamed }).click();
    await page.getByRole('link', { name: 'Mood', exact: true }).click();
    await page.waitForURL('**/directory?q=mood&near=N1E');
    await page.goto('/directory/searches');
    await page.getByRole('button', { name: w.remove }).click();
    await page.getByText(w.none).waitFor();
    await page.goto('/directory?q=mood');
    await starOf(w.unstar).click();
    await starOf(w.star).waitFor();
    await context.close();
  },
);

it('without script a service and a search are kept with plain forms', async () => {
  const context = await chromium.newContext({ baseURL: app.url, locale: 'en-CA', javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page);
  await page.goto('/language/en?back=/directory');
  await page.goto('/directory?q=programme');
  await page.getByRole('button', { name: said.en.star }).first().click();
  await page.getByRole('button', { name: said.en.unstar }).first().click();
  await page.getByText(said.en.save, { exact: true }).click();
  await page.getByRole('button', { name: said.en.keep, exact: true }).click();
  await page.getByText('Saved as “programme”.').waitFor();
  await context.close();
});
