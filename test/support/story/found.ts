import assert from 'node:assert/strict';
import type { Walker } from '../walker.ts';
import type { Aged } from './aged-directory.ts';
import { birthDate, cast } from './cast.ts';
import type { Chapter } from './chapters.ts';
import { readPatientPage } from './other-way.ts';
import type { Scene } from './scene.ts';

/** Somebody on the lists of two places. */
const shared = { card: '6345129875', mail: 'on.two.lists@example.org', family: 'Lindqvist' };
const said = {
  en: {
    problem: 'Heart failure with a murmur. Who can assess her?',
    service: 'General cardiology',
    danger: 'Chest pain since noon',
    reason: 'She asked for a second opinion',
    saved: 'Mood, by video',
  },
  fr: {
    problem: 'Insuffisance cardiaque et souffle au cœur. Qui peut l’évaluer?',
    service: 'Cardiologie générale',
    danger: 'Douleur thoracique depuis midi',
    reason: 'Elle a demandé un deuxième avis',
    saved: 'Humeur, par vidéo',
  },
};

/** Every state of the pages on which services are found, compared and chosen. */
export const found = (aged: Aged): readonly Chapter[] => [
  { title: 'looks for what is not there, and at services in every state', play: scene => looks(scene, aged) },
  { title: 'keeps services and a search at hand', play: scene => keeps(scene, aged) },
  { title: 'asks in an emergency, and lets the patient choose', play: letsChoose },
  { title: 'a second office asks for the same patient', play: asksToo },
];

async function looks(scene: Scene, aged: Aged): Promise<void> {
  const visitor = await scene.visitor();
  const { page } = visitor;
  const pages = {
    'directory-start': '/directory',
    'directory-nothing': '/directory?q=zzqx+unheard',
    'directory-wrong': '/directory?q=depression&near=99999',
    'directory-narrowed': '/directory?q=depression&near=N1E&within=50&virtual=yes&wait=12',
    'directory-nowhere-near': '/directory?q=dermatology&near=P0V&within=10',
    'directory-window': '/directory?q=depression&bounds=43,-81,44,-79',
    'service-measured': `/directory/${aged.measured}`,
    'service-paused': `/directory/${aged.paused}`,
    'service-unverified': `/directory/${aged.old}`,
    'service-too-few': `/directory/${aged.few}`,
    'waits-method': '/waits/method',
  };
  for (const [name, path] of Object.entries(pages)) {
    await visitor.goto(path);
    // The map comes when its script has read the shores.
    if ((await page.locator('[data-map]').count()) > 0)
      await page.locator('.leaflet-pane').first().waitFor({ state: 'attached' });
    await visitor.seen(name);
  }
  await visitor.goto('/directory?kind=facility&q=hospital');
  await visitor.press(page.locator('#found h3 a').first());
  await visitor.seen('facility');
}

async function keeps(scene: Scene, aged: Aged): Promise<void> {
  const physician = await scene.as(cast.physician);
  const { page, words } = physician;
  await physician.goto('/directory/searches');
  await physician.seen('searches-empty');
  await physician.goto(`/directory/${aged.measured}`);
  await physician.pressButton(words.atHand.keep);
  await physician.seen('service-kept');
  await physician.goto(`/directory/${aged.paused}`);
  await physician.pressButton(words.atHand.open.wish);
  await physician.seen('service-wished');
  await physician.goto('/directory?q=depression&virtual=yes');
  await page.getByText(words.atHand.saved.save, { exact: true }).click();
  await physician.seen('search-to-save');
  await page.getByLabel(words.atHand.saved.name).fill(said[scene.stage.lang].saved);
  await physician.pressButton(words.atHand.saved.keep);
  await physician.seen('search-saved');
  await physician.goto('/directory/searches');
  await physician.seen('searches');
  await physician.goto('/directory');
  await physician.seen('directory-at-hand');
  await physician.goto('/account');
  await physician.seen('account-openings');
}

/** Writes her into the list of a place; her key. */
async function addShared(member: Walker): Promise<string> {
  const { page, words, stage } = member;
  await member.goto('/patients/new');
  await page.fill('[name=given]', 'Rosalie');
  await page.fill('[name=family]', shared.family);
  await page.fill('[name=birthDate]', birthDate);
  await page.check('[name=sexAtBirth][value=female]');
  await page.fill('[name=cardNumber]', shared.card);
  await page.check(`[name=language][value=${stage.lang}]`);
  await page.fill('[name=postalCode]', 'N1E 6H5');
  await page.fill('[name=email]', shared.mail);
  await page.check('[name=emailConsent][value=yes]');
  await member.pressButton(words.patients.save);
  return new URL(page.url()).pathname.split('/').at(-1)!;
}

async function describe(member: Walker, patient: string, problem: string): Promise<void> {
  await member.goto(`/ask?patient=${patient}`);
  await member.page.fill('[name=problem]', problem);
  await member.pressButton(member.words.ask.show);
}

/** Fills in what a referral of this kind wants before it is sent. */
async function fill({ page }: Walker, title: string): Promise<void> {
  await page.fill('[name=title]', title);
  for (const group of ['mayContact', 'a-work', 'a-safety-now'])
    if ((await page.locator(`[name="${group}"]`).count()) > 0)
      await page.locator(`[name="${group}"]`).first().check();
}

async function letsChoose(scene: Scene): Promise<void> {
  const physician = await scene.as(cast.physician);
  const { page, words } = physician;
  const { problem, danger, service } = said[scene.stage.lang];
  const patient = await addShared(physician);
  await describe(physician, patient, danger);
  await physician.seen('ask-emergency');
  await describe(physician, patient, problem);
  await physician.seen('ask-for-patient');
  await physician.pressButton(words.drafts.choice.title);
  await physician.seen('options');
  for (const box of await page.locator('[name=services]:checked').all()) await box.uncheck();
  await physician.pressButton(words.drafts.choice.toForm);
  await physician.seen('options-too-few');
  for (const box of (await page.getByLabel(service).all()).slice(0, 3)) await box.check();
  await physician.pressButton(words.drafts.choice.toForm);
  await physician.seen('draft-options');
  await fill(physician, scene.script.third);
  await page.locator('button[name=do][value=send]').click();
  await page.waitForURL('**/requests/*');
  await physician.seen('shortlist-sent');
  await patientChooses(scene);
}

async function patientChooses(scene: Scene): Promise<void> {
  const { link } = await (await scene.mailbox()).latest(shared.mail);
  const patient = await scene.patient();
  await readPatientPage(patient, link);
  await patient.seen('patient-choice');
  await patient.press(patient.page.locator('a[href*="none"], a[href*="choose"]').first());
  await patient.seen('patient-none-of-these');
  await patient.goto('/p');
  await patient.press(patient.page.locator('form[action="/p/choose"] button[type=submit]').first());
  await patient.seen('patient-chose');
}

async function asksToo(scene: Scene): Promise<void> {
  const other = await scene.as(cast.nurse);
  const { page, words } = other;
  const { problem, reason, service } = said[scene.stage.lang];
  await describe(other, await addShared(other), problem);
  const visits = page.getByRole('region', { name: words.ask.visit }).locator('article');
  await other.press(visits.filter({ hasText: service }).nth(1).locator('button[name=service]'));
  await fill(other, scene.script.third);
  const send = page.locator('button[name=do][value=send]');
  await send.click();
  await page.getByText(words.drafts.beside.title).waitFor();
  await other.seen('overlap');
  await send.click();
  await page.locator('a[href="#f-beside"]').waitFor();
  await other.seen('overlap-no-reason');
  await page.fill('[name=beside]', reason);
  await send.click();
  await page.waitForURL('**/requests/*');
  await other.seen('overlap-sent');
  assert.ok((await other.text()).includes(reason));
}
