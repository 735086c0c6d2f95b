import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';
import { givePassword, type RunningApp, startApp, type TestBrowser } from '../../support/server.ts';
import { smallWorld } from '../../support/world.ts';

const password = 'a sentence that is easy to keep';
let database: TestDatabase;
let app: RunningApp;
let world: Awaited<ReturnType<typeof smallWorld>>;
let physician: TestBrowser;
let clerk: TestBrowser;

const rosalind = {
  given: 'Rosalind',
  family: 'Achterberg',
  birthDate: '1980-03-11',
  sexAtBirth: 'female',
  cardKind: 'ON',
  cardNumber: '9876 543 217 KT',
  city: 'Waterloo',
  province: 'ON',
  postalCode: 'n2j1n8',
  country: 'CA',
  language: 'en',
  phone: '519 555 0142',
  email: 'r.achterberg@example.org',
  emailConsent: 'yes',
};

async function signedIn(email: string): Promise<TestBrowser> {
  const browser = app.browser();
  expect((await browser.signIn(email, password)).status).toBe(303);
  await browser.get('/account');
  return browser;
}

beforeAll(async () => {
  database = await freshDatabase();
  world = await smallWorld(database);
  for (const member of [world.physician, world.clerk, world.delegate]) {
    await givePassword(database, member, password);
  }
  app = await startApp(database);
  physician = await signedIn(world.physician.email);
  clerk = await signedIn(world.clerk.email);
});
afterAll(async () => {
  await app?.stop();
  await database?.drop();
});

const audits = async (act: string) => {
  const { rows } = await database.owner.query<{ ids: number[]; result: string }>(
    `select ids, result::text from audit where what = 'patient' and act = $1 order by id desc`,
    [act],
  );
  return rows;
};

describe('a physician with a patient', () => {
  let url: string;

  it('adds her, sees her record and leaves a trace of both', async () => {
    expect((await physician.get('/patients/new')).html).toContain('Health card');
    const added = await physician.post('/patients/new', rosalind);
    expect(added.status).toBe(303);
    url = added.headers.get('location')!.split('?')[0]!;
    const page = await physician.get(`${url}?saved=yes`);
    expect(page.html).toContain('Rosalind Achterberg');
    expect(page.html).toContain('9876 543 217 KT');
    expect(page.html).toContain('N2J 1N8');
    expect(page.html).not.toMatch(/<title>[^<]*Rosalind/);
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect((await audits('add'))[0]).toMatchObject({ result: 'o' });
    expect((await audits('open'))[0]).toMatchObject({ result: 'o' });
  });

  it('finds her by POST, so that no name is in an address or a log', async () => {
    const found = await physician.post('/patients', { words: 'ACHTERB' });
    expect(found.html).toContain('Achterberg, Rosalind');
    expect(found.html).toContain('•••• ••• 217 KT');
    expect((await audits('search'))[0]!.ids).toHaveLength(1);
    expect((await physician.get('/patients?words=Achterberg')).status).toBe(400);
    for (const line of app.log) expect(line).not.toMatch(/achterb|9876543217|1980-03-11/i);
  });

  it('chooses her for a request in one step', async () => {
    const key = url.split('/').at(-1);
    const list = await physician.get('/patients?for=ask');
    expect(list.html).toContain(`/ask?patient=${key}`);
    expect(list.html).toContain('/patients/new?for=ask');
  });

  it('is shown who is alike before somebody is added twice', async () => {
    const again = await physician.post('/patients/new', { ...rosalind, given: 'Rosalynd' });
    expect(again.status).toBe(422);
    expect(again.html).toContain('This may be somebody already in your list');
    expect(again.html).toContain('value="Rosalynd"');
    const twin = { ...rosalind, given: 'Rosa', cardKind: 'none', cardReason: 'lost' };
    expect((await physician.post('/patients/new', { ...twin, nobodyElse: 'yes' })).status).toBe(303);
  });

  it('is warned of a wrong check digit, and may keep the number as unverified', async () => {
    const wrong = { ...rosalind, family: 'Doubt', birthDate: '1990-01-01', cardNumber: '1547896351' };
    const warned = await physician.post('/patients/new', wrong);
    expect(warned.status).toBe(422);
    expect(warned.html).toContain('do not add up');
    expect(warned.html).toContain('name="keepUnverified"');
    const kept = await physician.post('/patients/new', { ...wrong, keepUnverified: 'yes' });
    expect(kept.status).toBe(303);
    expect((await physician.get(kept.headers.get('location')!)).html).toContain('kept as unverified');
  });

  it('gets everything back as typed, with what is wrong beside each field, in French too', async () => {
    const bad = {
      ...rosalind,
      given: 'x'.repeat(400),
      family: 'b\u202ead',
      birthDate: '2999-01-01',
      street: '"><script>alert(1)</script>',
      postalCode: 'X',
    };
    const english = await physician.post('/patients/new', bad);
    expect(english.status).toBe(422);
    expect(english.html).toContain('x'.repeat(400));
    expect(english.html).not.toContain('<script>alert');
    for (const field of ['given', 'family', 'birthDate', 'postalCode']) {
      expect(english.html).toContain(`href="#f-${field}"`);
      expect(english.html).toContain(`id="f-${field}-e"`);
    }
    await physician.get('/language/fr?back=/patients');
    const french = await physician.post('/patients/new', bad);
    expect(french.html).toContain('Cette date n’est pas encore arrivée.');
    expect(french.html).not.toContain('This date has not come yet.');
    await physician.get('/language/en?back=/patients');
  });

  it('keeps markup in a name inert wherever it is shown', async () => {
    const name = '<img src=x onerror=alert(1)>';
    const other = {
      ...rosalind,
      family: name,
      birthDate: '1970-07-07',
      cardKind: 'none',
      cardReason: 'lost',
    };
    const added = await physician.post('/patients/new', other);
    const page = await physician.get(added.headers.get('location')!);
    const list = await physician.get('/patients');
    for (const { html } of [page, list]) {
      expect(html).toContain('&lt;img src=x');
      expect(html).not.toContain('<img src=x');
    }
  });

  it('does not overwrite what a colleague saved meanwhile without seeing it', async () => {
    const form = await physician.get(`${url}/edit`);
    const version = /name="version" value="(\d+)"/.exec(form.html)![1]!;
    const save = (city: string, at: string) =>
      physician.post(`${url}/edit`, { ...rosalind, city, version: at, nobodyElse: 'yes' });
    expect((await save('Kitchener', version)).status).toBe(303);
    const stale = await save('Guelph', version);
    expect(stale.status).toBe(409);
    expect(stale.html).toContain('value="Guelph"');
    expect(stale.html).toContain('Kitchener');
    const now = /name="version" value="(\d+)"/.exec(stale.html)![1]!;
    expect((await save('Guelph', now)).status).toBe(303);
  });

  it('is the only one who can: another site gets 404 for every page, audited, and finds nobody', async () => {
    const before = (await audits('open')).length;
    for (const path of [url, `${url}/edit`]) expect((await clerk.get(path)).status).toBe(404);
    expect((await clerk.post(`${url}/edit`, { ...rosalind, version: '1' })).status).toBe(404);
    expect((await audits('open')).length).toBe(before + 1);
    expect((await audits('open'))[0]).toEqual({ ids: [], result: 'm' });
    expect((await clerk.post('/patients', { words: 'Achterberg' })).html).not.toContain('Rosalind');
    expect((await app.browser().get(url)).headers.get('location')).toContain('/sign-in');
    expect((await clerk.get('/patients/not-a-key')).status).toBe(404);
  });

  it('cannot set what the form does not ask', async () => {
    for (const field of ['site_id', 'id', 'unverified', 'constructor']) {
      expect((await physician.post('/patients/new', { ...rosalind, [field]: '1' })).status).toBe(400);
    }
  });
});
