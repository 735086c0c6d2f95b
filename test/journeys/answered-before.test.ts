import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runVerb } from '../../src/app/run-verb.ts';
import { launchBrowser } from '../support/browser.ts';
import { addPatient, addService, appOn, ask } from '../support/cases.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { givePassword, type RunningApp, startApp } from '../support/server.ts';
import { addMember, smallWorld, type TestMember } from '../support/world.ts';

const password = 'a long enough passphrase';

let t: TestDatabase;
let app: RunningApp;
let world: Awaited<ReturnType<typeof smallWorld>>;
let lead: TestMember;
let closed: { caseKey: string; requestKey: string };
let chromium: Browser;

beforeAll(async () => {
  t = await freshDatabase({ demo: true });
  world = await smallWorld(t);
  const group = await addService(t, world.clinic.id, { type: 'econsult', name: 'Haematology advice' });
  lead = await addMember(t, world.clinic.id, { name: 'Lea Lead', roles: ['lead'] });
  closed = await aClosedQuestion(group);
  app = await startApp(t, {});
  for (const one of [lead, world.physician, world.specialist]) await givePassword(t, one, password);
  chromium = await launchBrowser();
});
afterAll(async () => {
  await chromium?.close();
  await app?.stop();
  await t?.drop();
});

async function aClosedQuestion(service: Parameters<typeof ask>[2]['service']) {
  const acts = appOn(t);
  const { physician, clerk, specialist } = world;
  const { key: patientKey } = await addPatient(t, physician.actor);
  const question =
    'Mrs. Oyelaran, 416-555-0100: ferritin 8 after three months of oral iron. Intravenous iron?';
  const asked = await ask(acts, physician.actor, { service, patientKey, input: { title: 'Iron', question } });
  const { rows } = await t.owner.query('select key from members where id = $1', [specialist.member]);
  const { caseKey } = asked;
  const does = async (who: TestMember, verb: string, input: object) =>
    expect(await runVerb(acts, who.actor, { caseKey, verb, input })).toMatchObject({ ok: true });
  await does(clerk, 'assign', { member: rows[0].key, why: 'other' });
  await does(specialist, 'answer', { kind: 'advice', minutes: '12', text: 'Iron sucrose 200 mg weekly.' });
  const ratings = { patientValue: '5', providerValue: '4' };
  await does(physician, 'close', { outcome: 'new-advice', referral: 'still-needed', ...ratings });
  return asked;
}

/** Nothing that axe finds, and nothing wider than the window, in both widths. */
async function fits(page: Page, name: string, script = true): Promise<void> {
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 });
    if (process.env.SHOTS)
      await page.screenshot({ path: `${process.env.SHOTS}/${name}-${width}.png`, fullPage: true });
    // The checker is a script itself.
    const { violations } = script ? await new AxeBuilder({ page }).analyze() : { violations: [] };
    expect(violations.map(({ id, nodes }) => [name, id, nodes.map(node => node.html)])).toEqual([]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wide, name).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}

async function as(who: TestMember, locale: string, script = true): Promise<Page> {
  const context = await chromium.newContext({ baseURL: app.url, locale, javaScriptEnabled: script });
  const page = await context.newPage();
  page.setDefaultTimeout(8_000);
  await page.goto('/sign-in');
  await page.locator('input[name=email]').fill(who.email);
  await page.locator('input[name=password]').fill(password);
  await page.locator('form:has(input[name=password]) button[type=submit]').first().click();
  await page.waitForURL(url => !url.pathname.startsWith('/sign-in'));
  await page.goto(`/language/${locale.startsWith('fr') ? 'fr' : 'en'}?back=/worklist`);
  return page;
}

it('a lead says how the questions of a group are given out, in French', async () => {
  const page = await as(lead, 'fr-CA');
  await page.goto('/groups');
  await fits(page, 'groups');
  await page.getByRole('link', { name: 'Haematology advice' }).click();
  await page.locator('input[name=automatic]').check();
  await page.locator('textarea[name=subSpecialties]').fill('Fer: ferritine, iron');
  await page.getByRole('button', { name: 'Enregistrer' }).first().click();
  await page.getByText('Enregistré.').waitFor();
  await page.locator('details > summary').first().click();
  await page.locator('input[name=weeklyCap]').first().fill('beaucoup');
  await page.locator('details[open]').getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByText('Inscrivez un nombre de 0 à 100').first().waitFor();
  await fits(page, 'group-error');
  await page.locator('input[name=weeklyCap]').first().fill('5');
  await page.locator('details[open]').getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByText(/sur 5 cette semaine/).waitFor();
  await page.locator('details > summary').first().click();
  await page.locator('input[name=from]').first().fill('2099-01-04');
  await page.locator('input[name=until]').first().fill('2099-01-15');
  await page.getByRole('button', { name: 'Ajouter des jours' }).first().click();
  await page.locator('details > summary').first().click();
  await page.getByRole('button', { name: /Retirer l’absence/ }).waitFor();
  await fits(page, 'group');
  await page.context().close();
});

it('an answer is proposed, confirmed, approved, found and credited', async () => {
  const page = await as(world.physician, 'en-CA');
  await page.goto(`/requests/${closed.requestKey}`);
  await page.getByRole('link', { name: 'Propose it for others' }).click();
  await page.getByText('416-555-0100').waitFor();
  expect(await page.locator('textarea[name=question]').inputValue()).toContain('[name], [phone]: ferritin 8');
  await page.getByRole('button', { name: 'Propose it to the group' }).click();
  await page.getByText('Read the text and confirm.').first().waitFor();
  await fits(page, 'propose');
  await page.locator('input[name=confirmed]').check();
  await page.getByRole('button', { name: 'Propose it to the group' }).click();
  await page.getByText('The group reads it before anybody else does.').waitFor();
  await page.getByText('No answer speaks of this.').waitFor();

  const group = await as(lead, 'fr-CA');
  await group.goto('/library/waiting');
  await fits(group, 'waiting');
  await group.getByRole('button', { name: 'La publier' }).click();
  await group.getByText('C’est fait.').waitFor();

  await page.goto('/library?q=iron+ferritin');
  await fits(page, 'library');
  await page.getByRole('link', { name: 'Iron' }).click();
  await page.getByRole('button', { name: 'This settles it' }).click();
  await page.getByText('Settled 1 question').waitFor();
  await fits(page, 'entry');
  await page.context().close();
  await group.context().close();
});

it('the author sees what the answer did, and the lead that an eConsult was saved', async () => {
  const author = await as(world.specialist, 'fr-CA');
  await author.goto('/library');
  await author.getByRole('link', { name: 'Ce qu’ont fait mes réponses' }).click();
  await author.getByText('1 consultation électronique épargnée par 1 réponse').waitFor();
  await fits(author, 'credits-fr');
  await author.getByRole('link', { name: 'Iron' }).click();
  await author.getByText('Vous avez écrit cette réponse').waitFor();
  await fits(author, 'entry-own-fr', false);
  await author.context().close();
  const page = await as(lead, 'en-CA', false);
  await page.goto('/library/mine');
  await page.getByText('No answer of yours is in the library yet.').waitFor();
  await page.goto('/figures');
  await page.getByRole('heading', { name: 'Saved eConsults' }).waitFor();
  await fits(page, 'figures', false);
  const file = await page.request.get('/figures/saved');
  expect(await file.text()).toMatch(/,all,,,1,1\r?\n/);
  await page.context().close();
});

it('who asked keeps what they learnt, without the name they typed, and takes it along as a document', async () => {
  const page = await as(world.physician, 'en-CA');
  await page.goto('/account');
  await page.getByRole('link', { name: 'My learning record' }).click();
  await page.getByText('Nothing is kept yet.').waitFor();
  await fits(page, 'learning-empty');
  await page.goto(`/requests/${closed.requestKey}`);
  await page.getByRole('link', { name: 'Keep what you learnt' }).first().click();
  await fits(page, 'learning-new');
  await page.locator('textarea[name=asked]').fill('Mrs. Oyelaran fails oral iron: what next?');
  await page.getByRole('button', { name: 'Keep it' }).click();
  await page.getByText('Write at least a sentence.').first().waitFor();
  await page.locator('textarea[name=learnt]').fill('Intravenous iron after three months without a rise.');
  await page.locator('input[name=minutes]').fill('75');
  await fits(page, 'learning-marked');
  await page.getByRole('button', { name: 'Replace it' }).click();
  expect(await page.locator('textarea[name=asked]').inputValue()).toBe('[name] fails oral iron: what next?');
  await page.getByRole('button', { name: 'Keep it' }).click();
  await page.getByText('Kept. Only you read it.').waitFor();
  await page.getByText('1 entry, 1 hour 15 min').waitFor();
  await fits(page, 'learning');
  await page.goto('/learning/file?from=yesterday&until=2020-01-01');
  await fits(page, 'learning-range');
  await page.goto('/learning');
  await page.locator('main ul.rows a').first().click();
  await fits(page, 'learning-edit');
  await page.goto('/learning');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'As a document (PDF)' }).click();
  expect((await download).suggestedFilename()).toMatch(/^learning-\d{4}-01-01-\d{4}-12-31\.pdf$/);
  if (process.env.SHOTS) await (await download).saveAs(`${process.env.SHOTS}/learning.pdf`);
  await page.context().close();
});

it('who answered keeps it in French without script, corrects it, exports it as a table and deletes it', async () => {
  const page = await as(world.specialist, 'fr-CA', false);
  await page.goto(`/requests/${closed.requestKey}`);
  await page.getByRole('link', { name: 'Garder ce que vous avez appris' }).first().click();
  expect(await page.locator('input[name=minutes]').inputValue()).toBe('12');
  await page.locator('textarea[name=learnt]').fill('=Le fer intraveineux est mieux toléré.');
  await page.getByRole('button', { name: 'Garder la note' }).click();
  await page.getByText('1 note, 12 min').waitFor();
  await page.locator('main ul.rows a').first().click();
  await page.locator('input[name=minutes]').fill('20');
  await fits(page, 'learning-fr', false);
  await page.getByRole('button', { name: 'Garder la note' }).click();
  await page.getByText('1 note, 20 min').waitFor();
  const year = new Date().getFullYear();
  const file = await page.request.get(`/learning/file?from=${year - 1}-01-01&until=${year}-12-31&as=csv`);
  expect(await file.text()).toMatch(/"?'=Le fer intraveineux est mieux toléré\."?,/);
  await page.goto('/learning/file?from=hier&until=2020-01-01&as=csv');
  await fits(page, 'learning-range-fr', false);
  await page.goto('/learning');
  await page.locator('main ul.rows a').first().click();
  await page.locator('summary').filter({ hasText: 'Supprimer' }).click();
  await page.getByRole('button', { name: 'Supprimer cette note' }).click();
  await page.getByText('La note est supprimée.').waitFor();
  await fits(page, 'learning-empty-fr', false);
  await page.context().close();
});
