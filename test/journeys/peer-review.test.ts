import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { drawPeerReviews } from '../../src/app/jobs/draw-reviews.ts';
import { launchBrowser } from '../support/browser.ts';
import { addService } from '../support/cases.ts';
import { adviceOfLastMonth } from '../support/closed-advice.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { fits } from '../support/fits.ts';
import { givePassword, type RunningApp, startApp } from '../support/server.ts';
import { signedInPage } from '../support/signed-in-page.ts';
import { addMember, smallWorld, type TestMember } from '../support/world.ts';

const password = 'a long enough passphrase';

let t: TestDatabase;
let app: RunningApp;
let world: Awaited<ReturnType<typeof smallWorld>>;
let [lead, colleague]: TestMember[] = [];
let reference: string;
let chromium: Browser;

beforeAll(async () => {
  t = await freshDatabase({ demo: true });
  world = await smallWorld(t);
  const group = await addService(t, world.clinic.id, { type: 'econsult', name: 'Haematology advice' });
  lead = await addMember(t, world.clinic.id, { name: 'Lea Lead', roles: ['lead'] });
  colleague = await addMember(t, world.clinic.id, { name: 'Ines Calder', roles: ['clinician'] });
  await t.owner.query(
    'insert into advice_members (service_id, member_id, weekly_cap) select $1, unnest($2::bigint[]), 5',
    [group.id, [world.specialist.member, colleague.member]],
  );
  reference = await adviceOfLastMonth(t, world, group);
  app = await startApp(t, {});
  for (const one of [lead, colleague, world.specialist]) await givePassword(t, one, password);
  chromium = await launchBrowser();
});
afterAll(async () => {
  await chromium?.close();
  await app?.stop();
  await t?.drop();
});

/** The month is over. */
async function draw(): Promise<void> {
  const timer = { kind: 'job', case: null } as const;
  await t.db.as(timer, tx => tx.jobs.add({ kind: 'draw-reviews', payload: {} }));
  const [job] = await t.db.as(timer, tx => tx.jobs.claim(['draw-reviews'], 1));
  await drawPeerReviews.run(job!, app.app);
}

const as = (who: TestMember, locale: 'en-CA' | 'fr-CA', script = true): Promise<Page> =>
  signedInPage(chromium, who, { url: app.url, password, locale, script });

it('the lead asks for reviews, a colleague joins in French without script', async () => {
  const page = await as(lead!, 'en-CA');
  await page.goto('/groups');
  await page.getByRole('link', { name: 'Haematology advice' }).click();
  await page.locator('input[name=perMonth]').fill('99');
  await page.locator('section[aria-labelledby=reviews]').getByRole('button', { name: 'Save' }).click();
  await page.getByText('Give a whole number from 0 to 50.').first().waitFor();
  await fits(page, 'reviews-error');
  await page.locator('input[name=perMonth]').fill('5');
  await page.locator('section[aria-labelledby=reviews]').getByRole('button', { name: 'Save' }).click();
  await page.getByText('Reviewers: 0.').waitFor();
  await page.context().close();
  const other = await as(colleague!, 'fr-CA', false);
  await other.goto('/account');
  await other.getByRole('link', { name: 'L’accueil fait à mes réponses' }).click();
  await other.getByRole('button', { name: 'Relire pour Haematology advice' }).click();
  await other.getByRole('button', { name: 'Ne plus relire pour Haematology advice' }).waitFor();
  await fits(other, 'quality-empty-fr', false);
  await other.context().close();
});

it('the colleague reads without names and says that it is not safe; author and lead each learn their part', async () => {
  await draw();
  const page = await as(colleague!, 'fr-CA');
  await page.getByText('La réponse d’un collègue attend votre relecture.').waitFor();
  await fits(page, 'reviews-wait-fr');
  await page.getByRole('link', { name: 'Lire et évaluer' }).click();
  await page.getByRole('link', { name: 'Lire et évaluer' }).click();
  await page.getByText('Iron sucrose').waitFor();
  expect(await page.locator('main').innerText()).not.toMatch(/Whitcombe|Arden|Okafor|Tremblay/);
  await page.getByRole('button', { name: 'Envoyer l’évaluation' }).click();
  await page.getByText('Choisissez une réponse.').first().waitFor();
  await fits(page, 'review-error-fr');
  for (const item of ['answers', 'evidence', 'clear', 'actionable'])
    await page.locator(`input[name=${item}][value="3"]`).check();
  await page.locator('input[name=safe][value=no]').check();
  await page.locator('textarea[name=comment]').fill('La dose hebdomadaire dépasse la monographie.');
  await page.getByRole('button', { name: 'Envoyer l’évaluation' }).click();
  await page.getByText('Merci. Votre collègue la lira sans votre nom.').waitFor();
  await page.context().close();

  const author = await as(world.specialist, 'en-CA');
  await author.goto('/quality');
  await author.getByText('feels better.').waitFor();
  await author.getByText('La dose hebdomadaire dépasse la monographie.').waitFor();
  expect(await author.locator('main').innerText()).not.toMatch(/Calder|Whitcombe/);
  await fits(author, 'quality');
  await author.context().close();

  const leader = await as(lead!, 'en-CA');
  await leader.getByText('Called not safe').waitFor();
  await fits(leader, 'unsafe-waits');
  await leader.getByRole('link', { name: 'Haematology advice' }).click();
  await leader.getByText(reference).first().waitFor();
  await fits(leader, 'group-unsafe');
  await leader.getByRole('button', { name: `${reference} was dealt with` }).click();
  await leader.getByText('Averages show from five reviews on.').waitFor();
  expect(await leader.locator('main').innerText()).not.toContain(reference);
  await leader.context().close();
});
