import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { uploadFaxes } from '../../src/app/outside/faxes-in.ts';
import { guestCode, guestToken } from '../../src/app/tokens.ts';
import { words } from '../../src/words/words.ts';
import { launchBrowser } from '../support/browser.ts';
import { addPatient, addService, ask } from '../support/cases.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { printedLetter } from '../support/faxed.ts';
import { fits } from '../support/fits.ts';
import { twoPages } from '../support/papers.ts';
import { givePassword, type RunningApp, startApp } from '../support/server.ts';
import { syntheticFaxes } from '../support/synthetic-faxes.ts';
import { addSite, smallWorld, type TestMember } from '../support/world.ts';

const password = 'a long enough passphrase';
let t: TestDatabase;
let app: RunningApp;
let world: Awaited<ReturnType<typeof smallWorld>>;
let chromium: Browser;
let patientKey: string;

beforeAll(async () => {
  t = await freshDatabase({ demo: true });
  world = await smallWorld(t);
  app = await startApp(t);
  for (const who of [world.physician, world.clerk, world.outsider]) await givePassword(t, who, password);
  patientKey = (await addPatient(t, world.physician.actor)).key;
  chromium = await launchBrowser();
});
afterAll(async () => {
  await chromium?.close();
  await app?.stop();
  await t?.drop();
});

async function pageIn(lang: 'en' | 'fr', script = true): Promise<Page> {
  const context = await chromium.newContext({
    baseURL: app.url,
    locale: `${lang}-CA`,
    javaScriptEnabled: script,
  });
  context.setDefaultTimeout(20_000);
  return context.newPage();
}

async function signedIn(who: TestMember, lang: 'en' | 'fr'): Promise<Page> {
  const page = await pageIn(lang);
  await page.goto('/sign-in');
  await page.locator('input[name=email]').fill(who.email);
  await page.locator('input[name=password]').fill(password);
  await page.locator('form:has(input[name=password]) button[type=submit]').first().click();
  await page.goto(`/language/${lang}?back=/worklist`);
  return page;
}

const shot = (page: Page, name: string) =>
  process.env.SHOTS
    ? page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true })
    : undefined;

it.each(['en', 'fr'] as const)(
  'a clinic off the network answers without an account, and without script, in %s',
  async lang => {
    const w = words[lang];
    const away = await addSite(t, `Away Surgery ${lang}`, { onNetwork: false });
    const service = await addService(t, away.id, { name: 'Hand surgery' });
    const { caseKey } = await ask(app.app, world.physician.actor, { service, patientKey });
    const office = await signedIn(world.physician, lang);
    await office.goto(`/referrals/${caseKey}/invite`);
    await office.locator('[name=channel][value=mail]').check();
    await office.locator('[name=email]').fill('desk@away.example');
    await shot(office, `invite-${lang}`);
    await office.getByRole('button', { name: w.outside.send, exact: true }).click();
    await office.getByText(w.outside.notOpened).waitFor();
    await fits(office);
    await shot(office, `invited-${lang}`);
    const sql = `select id, nonce from links where kind = 'guest' order by id desc limit 1`;
    const { id, nonce } = (await t.superuser.query(sql)).rows[0];
    const guest = await pageIn(lang, false);
    await guest.goto(`/w/${guestToken('k'.repeat(40), nonce)}`);
    await guest.getByRole('button', { name: w.workspace.open.ask }).click();
    const code = (await t.superuser.query('select nonce from guest_codes where link_id = $1', [id])).rows[0]
      .nonce;
    await guest.locator('[name=code]').fill(guestCode('k'.repeat(40), code));
    await guest.locator('[name=holder]').fill('Dr. Away');
    await shot(guest, `door-${lang}`);
    await guest.getByRole('button', { name: w.workspace.open.submit }).click();
    await guest.getByText('Dr. Away').first().waitFor();
    await shot(guest, `workspace-${lang}`);
    await guest.getByRole('link', { name: w.referral.verbs.accept, exact: true }).click();
    await guest.getByRole('button', { name: w.referral.verbs.accept, exact: true }).click();
    await guest.getByText(w.workspace.done).waitFor();
    await office.goto(`/referrals/${caseKey}/invite`);
    expect(await office.content()).toContain('Dr. Away');
    await office.context().close();
    await guest.context().close();
  },
);

it.each(['en', 'fr'] as const)('a clerk writes a fax in beside its image, in %s', async lang => {
  const w = words[lang].faxes;
  await addService(t, world.clinic.id, { name: `Knees ${lang}` });
  await addPatient(t, world.clerk.actor, { family: `Fax${lang}` });
  await uploadFaxes(app.app, world.clerk.actor, [{ name: `fax-${lang}.pdf`, bytes: twoPages() }]);
  const clerk = await signedIn(world.clerk, lang);
  await clerk.goto('/faxes');
  await fits(clerk);
  await shot(clerk, `faxes-${lang}`);
  await clerk.getByRole('link', { name: `fax-${lang}.pdf` }).click();
  await clerk.locator('[name=words]').fill(`Fax${lang}`);
  await clerk.getByRole('button', { name: w.findSubmit }).click();
  await clerk.getByRole('link', { name: w.choose }).first().click();
  await clerk.locator('[name=outsideName]').fill('Dr. Paper');
  await clerk.locator('[name=receivedOn]').fill('2026-01-05');
  await clerk.locator('select[name=service]').selectOption({ label: `Knees ${lang}` });
  await clerk.locator('[name=title]').fill('Knee pain');
  await fits(clerk);
  await shot(clerk, `fax-${lang}`);
  await clerk.getByRole('button', { name: w.submit }).click();
  await clerk.getByRole('heading', { name: 'Knee pain' }).waitFor();
  await declinedAndTold(clerk, lang);
  await clerk.context().close();
});

/** Who sent a paper is not here: the clinic that declined it rings, and writes down what they mean to do. */
async function declinedAndTold(clerk: Page, lang: 'en' | 'fr'): Promise<void> {
  const { heard, referral, case: said } = words[lang];
  const request = clerk.url();
  await clerk.locator('a[href$="/decline"]').first().click();
  await clerk.locator('[name=reason][value=duplicate]').check();
  await clerk.getByRole('button', { name: referral.verbs.decline, exact: true }).click();
  await clerk.waitForURL(/requests|worklist/);
  await clerk.goto(request);
  await clerk.getByText(said.nextSteps['chase-by-phone']).first().waitFor();
  await clerk.getByRole('link', { name: said.verbs.record }).first().click();
  await clerk.getByRole('button', { name: heard.said.close }).click();
  await clerk.locator('[name=text]').fill('They ask elsewhere.');
  await clerk.locator('[name=saidBy]').fill('Ms. Desk');
  await clerk.locator('[name=how][value=phone]').check();
  await clerk.getByRole('button', { name: heard.submit }).click();
  await clerk.waitForURL(/requests|worklist/);
  await clerk.goto(request);
  await clerk.getByText(referral.statuses.closed).first().waitFor();
  expect(await clerk.content()).toContain('Ms. Desk');
}

it.each(['en', 'fr'] as const)(
  'a machine reads a fax, and the clerk compares before it is kept, in %s',
  async lang => {
    const w = words[lang].faxes;
    await addService(t, world.clinic.id, { name: `Hips ${lang}` });
    const { text, truth } = syntheticFaxes(3)[lang === 'en' ? 1 : 2]!;
    const name = `read-${lang}.pdf`;
    await uploadFaxes(app.app, world.clerk.actor, [{ name, bytes: await printedLetter(text) }]);
    await expect
      .poll(
        async () => (await t.superuser.query('select from faxes_in where reading is not null')).rows.length,
        {
          timeout: 60_000,
        },
      )
      .toBe(1);
    const clerk = await signedIn(world.clerk, lang);
    await clerk.goto('/faxes');
    await clerk.getByRole('link', { name }).click();
    await clerk.getByText(w.read.title).waitFor();
    await fits(clerk);
    await shot(clerk, `fax-read-${lang}`);
    await clerk.getByRole('link', { name: w.newPatient }).click();
    expect(await clerk.locator('[name=cardNumber]').inputValue()).toBe(truth.card);
    expect(await clerk.locator('[name=birthDate]').inputValue()).toBe(truth.birthDate);
    await fits(clerk);
    await shot(clerk, `fax-new-${lang}`);
    const add = clerk.getByRole('button', { name: w.addPatient });
    // A browser asks for the tick itself; without its help the product does.
    await clerk.locator('form:has([name=cardNumber])').evaluate(form => form.setAttribute('novalidate', ''));
    await add.click();
    await clerk.getByText(w.read.notCompared).first().waitFor();
    await clerk.locator('[name=compared]').check();
    await add.click();
    await clerk.locator('[name=outsideName]').waitFor();
    expect(await clerk.locator('[name=outsideName]').inputValue()).toContain(truth.sender);
    await fits(clerk);
    await shot(clerk, `fax-proposed-${lang}`);
    await clerk.locator('select[name=service]').selectOption({ label: `Hips ${lang}` });
    await clerk.locator('[name=title]').fill('Hip pain');
    await clerk.locator('[name=compared]').check();
    await clerk.getByRole('button', { name: w.submit }).click();
    await clerk.getByRole('heading', { name: 'Hip pain' }).waitFor();
    await clerk.context().close();
  },
);

it.each(['en', 'fr'] as const)('a printed requisition is claimed by another clinic, in %s', async lang => {
  const w = words[lang].outside;
  const service = await addService(t, world.clinic.id, { name: 'Backs' });
  const { caseKey } = await ask(app.app, world.physician.actor, { service, patientKey });
  const office = await signedIn(world.physician, lang);
  await office.goto(`/referrals/${caseKey}/requisition`);
  await office.getByRole('button', { name: w.requisition.make }).click();
  await office.getByRole('link', { name: w.paper.pdf }).waitFor();
  await fits(office);
  await shot(office, `requisition-${lang}`);
  const sql = `select nonce from links where kind = 'guest' and channel = 'paper' order by id desc limit 1`;
  const { nonce } = (await t.superuser.query(sql)).rows[0];
  const other = await signedIn(world.outsider, lang);
  await other.goto('/claim');
  await fits(other);
  await other.locator('[name=code]').fill(guestToken('k'.repeat(40), nonce));
  await other.locator('[name=birthDate]').fill('1992-02-03');
  await other.getByRole('button', { name: w.claim.submit }).click();
  await other.getByRole('heading', { name: 'Low mood' }).waitFor();
  await office.context().close();
  await other.context().close();
});
