import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
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
let lead: TestMember;
let chromium: Browser;

beforeAll(async () => {
  t = await freshDatabase({ demo: true });
  const world = await smallWorld(t);
  const group = await addService(t, world.clinic.id, { type: 'econsult', name: 'Haematology advice' });
  lead = await addMember(t, world.clinic.id, { name: 'Lea Lead', roles: ['lead'] });
  for (let n = 0; n < 4; n++) await adviceOfLastMonth(t, world, group);
  // Two, four and six months ago, twice the last time, and nothing in the months between.
  await t.owner.query(
    `update econsult_figures f set answered_at = now() - make_interval(months => 2 * least(n.at, 3)::int, days => 1),
       asked_at = now() - make_interval(months => 2 * least(n.at, 3)::int, days => 1, hours => (5 + n.at * n.at * 20)::int),
       quality = 4, question_type = 'management', referral = (array['avoided', 'still-needed', 'not-needed', 'avoided'])[n.at]
     from (select case_id, row_number() over (order by case_id) as at from econsult_figures) n where n.case_id = f.case_id`,
  );
  app = await startApp(t, {});
  await givePassword(t, lead, password);
  chromium = await launchBrowser();
});
afterAll(async () => {
  await chromium?.close();
  await app?.stop();
  await t?.drop();
});

const as = (locale: 'en-CA' | 'fr-CA', script = true): Promise<Page> =>
  signedInPage(chromium, lead, { url: app.url, password, locale, script });

it('the lead sees how long answers took and what came of them, month by month, and the numbers beside it', async () => {
  const page = await as('en-CA');
  await page.goto('/figures');
  for (const title of [
    'Answered eConsults by month',
    'Days to an answer, by month',
    'What came of it, by month',
  ])
    await page.getByRole('img', { name: title }).waitFor();
  const told = await page
    .getByRole('img', { name: 'Answered eConsults by month' })
    .getAttribute('aria-label');
  expect(told!.split('; ')).toHaveLength(12);
  expect(told!.match(/Answered 0/g)).toHaveLength(9);
  const file = await (await page.request.get('/figures/file')).text();
  expect(file).toMatch(/^\uFEFF?from,until,by,name_en,name_fr,too_few_together,answered_count,/);
  expect(file).toMatch(/\r?\n\d{4}-\d\d-01,\d{4}-\d\d-\d\d,all,,,0,4,0,[\d.]+,[\d.]+,1,/);
  await fits(page, 'figures');
  await page.context().close();
});

it('in French, without script, the same', async () => {
  const page = await as('fr-CA', false);
  await page.goto('/figures');
  await page.getByRole('img', { name: 'Jours avant la réponse, par mois' }).waitFor();
  await page.getByText('Visite encore nécessaire').first().waitFor();
  await fits(page, 'figures-fr', false);
  await page.context().close();
});
