import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { indexDirectory } from '../../src/app/directory/import-directory.ts';
import { runVerb } from '../../src/app/run-verb.ts';
import type { Lang } from '../../src/words/lang.ts';
import { words as allWords } from '../../src/words/words.ts';
import { launchBrowser } from '../support/browser.ts';
import { addPatient, addService, ask, type TestService } from '../support/cases.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { fits } from '../support/fits.ts';
import { givePassword, type RunningApp, startApp } from '../support/server.ts';
import { smallWorld, type TestMember } from '../support/world.ts';

const password = 'a long enough passphrase';
const question = 'A rash came with sertraline. Does it fit the drug?';
const advice = 'It fits. Change to another class; no need to see the skin.';
const ratings = { outcome: 'new-advice', referral: 'avoided', patientValue: '5', providerValue: '4' };

let t: TestDatabase;
let app: RunningApp;
let world: Awaited<ReturnType<typeof smallWorld>>;
let group: TestService;
let skin: TestService;
let patientKey: string;
let chromium: Browser;

beforeAll(async () => {
  t = await freshDatabase({ demo: true });
  world = await smallWorld(t);
  group = await addService(t, world.clinic.id, { type: 'econsult', name: 'Psychiatry advice' });
  skin = await addService(t, world.stranger.id, { type: 'econsult', name: 'Dermatology advice' });
  const agreed = { weeklyCap: 5, subSpecialties: [], languages: ['en'], regions: [], conflicts: [] };
  const { outsider } = world;
  await t.db.as(outsider.actor, async tx =>
    tx.adviceGroups.saveMember(skin.key, await keyOf(outsider), agreed),
  );
  await t.operator.as({ kind: 'operator', command: 'test' }, indexDirectory);
  app = await startApp(t, {});
  for (const one of [world.physician, world.specialist, outsider]) await givePassword(t, one, password);
  ({ key: patientKey } = await addPatient(t, world.physician.actor));
  chromium = await launchBrowser();
});
afterAll(async () => {
  await chromium?.close();
  await app?.stop();
  await t?.drop();
});

async function keyOf({ member }: TestMember): Promise<string> {
  const { rows } = await t.owner.query<{ key: string }>('select key from members where id = $1', [member]);
  return rows[0]!.key;
}

/** The family physician's question, in the hands of the specialist. */
async function askedAndAssigned() {
  const asked = await ask(app.app, world.physician.actor, { service: group, patientKey });
  const input = { member: await keyOf(world.specialist), why: 'next-in-turn' };
  const { caseKey } = asked;
  const done = await runVerb(app.app, world.clerk.actor, { caseKey, verb: 'assign', input });
  expect(done).toMatchObject({ ok: true });
  return asked;
}

interface As {
  lang: Lang;
  script: boolean;
}

async function pageOf(who: TestMember, { lang, script }: As): Promise<Page> {
  const options = { baseURL: app.url, locale: `${lang}-CA`, javaScriptEnabled: script };
  const page = await (await chromium.newContext(options)).newPage();
  page.setDefaultTimeout(10_000);
  await page.goto('/sign-in');
  await page.locator('input[name=email]').fill(who.email);
  await page.locator('input[name=password]').fill(password);
  await page.locator('form:has(input[name=password]) button[type=submit]').first().click();
  await page.waitForURL(url => !url.pathname.startsWith('/sign-in'));
  await page.goto(`/language/${lang}?back=/worklist`);
  return page;
}

describe.each<As>([
  { lang: 'en', script: true },
  { lang: 'fr', script: false },
])('a specialist asks another, in $lang, script $script', how => {
  const w = allWords[how.lang];
  const people: Record<'physician' | 'specialist' | 'colleague', Page> = {} as never;
  const contexts: BrowserContext[] = [];
  let asked: Awaited<ReturnType<typeof askedAndAssigned>>;
  let linked = '';

  beforeAll(async () => {
    asked = await askedAndAssigned();
    people.physician = await pageOf(world.physician, how);
    people.specialist = await pageOf(world.specialist, how);
    people.colleague = await pageOf(world.outsider, how);
    contexts.push(...Object.values(people).map(page => page.context()));
  });
  afterAll(() => Promise.all(contexts.map(one => one.close())));

  const opens = (page: Page, path = '') => page.goto(`/requests/${asked.requestKey}${path}`);
  const sends = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click();
  // The same pages; axe is itself a script.
  const looks = async (page: Page, name: string) => {
    if (how.script) await fits(page, `${name}-${how.lang}`);
  };
  const reads = async (page: Page, ...said: string[]) => {
    const text = (await page.locator('main').innerText()).replace(/\s+/g, ' ');
    for (const one of said) expect(text).toContain(one);
  };

  it('the specialist asks a dermatologist by name, from the page of the answer', async () => {
    const page = people.specialist;
    await opens(page);
    await page.goto(`/econsults/${asked.caseKey}/answer`);
    await page.getByRole('link', { name: w.econsult.verbs['ask-colleague'] }).click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await looks(page, 'colleague-empty');
    await page.locator('textarea[name=question]').fill(question);
    await page.locator('input[name=title]').fill('A rash on sertraline?');
    await sends(page, w.colleague.send);
    await page.locator('main [id$=errors], main .errors, main a[href="#service"]').first().waitFor();
    await looks(page, 'colleague-error');
    await page.locator('input[name=look]').fill('Dermatology');
    await sends(page, w.referralActs.services.search);
    await page.getByLabel('Dermatology advice').check();
    await sends(page, w.colleague.showWhom);
    await page.locator('select[name=specialist]').selectOption(await keyOf(world.outsider));
    expect(await page.locator('textarea[name=question]').inputValue()).toBe(question);
    await looks(page, 'colleague-whom');
    await sends(page, w.colleague.send);
    await page.waitForURL(/done=ask-colleague/);
    await reads(page, 'Dermatology advice', w.colleague.helps(1), question);
    await looks(page, 'story-of-asker');
  });

  it('the family physician reads along, and may do nothing with it', async () => {
    const page = people.physician;
    await page.goto('/worklist/copy-econsult-assigned');
    await reads(page, 'A rash on sertraline?', 'Whitcombe');
    expect(await page.locator('body').innerText()).toContain(w.worklist.groups.copy.econsult);
    await looks(page, 'list-of-copies');
    await opens(page);
    await reads(page, question, w.colleague.youRead, 'Dermatology advice');
    linked = (await page.locator('a[href*="#case-"]').first().getAttribute('href'))!.split('#case-')[1]!;
    expect(await page.locator(`a[href^="/econsults/${linked}/"]`).count()).toBeLessThanOrEqual(1);
    expect((await page.goto(`/econsults/${linked}/close`))?.status()).toBe(409);
    await opens(page);
    await looks(page, 'story-of-copy');
  });

  it('the dermatologist sees the first question, and answers', async () => {
    const page = people.colleague;
    await page.goto('/worklist');
    await reads(page, 'A rash on sertraline?');
    await opens(page);
    await reads(page, 'Switch or add?', question, w.colleague.helpsHere);
    await looks(page, 'story-of-colleague');
    await page.goto(`/econsults/${linked}/answer`);
    await page.locator('textarea[name=text]').fill(advice);
    await page.locator('input[name=minutes]').fill('9');
    await sends(page, w.acts.sendAnswer);
    await page.waitForURL(/requests/);
  });

  it('the specialist quotes the answer in their own', async () => {
    const page = people.specialist;
    await page.goto('/worklist');
    await reads(page, 'A rash on sertraline?');
    await page.goto(`/econsults/${asked.caseKey}/answer`);
    await reads(page, advice, w.colleague.besideTitle('Dermatology advice'));
    await page.locator('textarea[name=text]').fill('Please stop it.');
    await sends(page, w.colleague.quote('Olive Other'));
    await page.locator('textarea[name=text]').waitFor();
    const written = await page.locator('textarea[name=text]').inputValue();
    expect(written.startsWith('Please stop it.\n\n')).toBe(true);
    expect(written).toContain(advice);
    await looks(page, 'answer-with-quote');
    await page.locator('input[name=minutes]').fill('12');
    await sends(page, w.acts.sendAnswer);
    await page.waitForURL(/requests/);
    await page.goto(`/econsults/${linked}/close`);
    await closes(page);
  });

  it('the family physician has both answers, and closes', async () => {
    const page = people.physician;
    await opens(page);
    await reads(page, advice, 'Please stop it.');
    await looks(page, 'story-at-the-end');
    await page.goto(`/econsults/${asked.caseKey}/close`);
    await closes(page);
    await opens(page);
    await reads(page, w.econsult.statuses.closed);
  });

  async function closes(page: Page): Promise<void> {
    const { patientValue, providerValue, ...choices } = ratings;
    for (const [name, value] of Object.entries(choices))
      await page.locator(`[name=${name}][value=${value}]`).check();
    for (const [name, value] of Object.entries({ patientValue, providerValue }))
      await page.locator(`[name=${name}][value="${value}"]`).check();
    await sends(page, w.econsult.verbs.close);
    await page.waitForURL(/requests/);
  }
});
