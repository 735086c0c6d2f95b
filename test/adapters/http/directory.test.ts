import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { visitor } from '../../../src/app/actor.ts';
import { shippedData } from '../../../src/app/demo/shipped.ts';
import { searchIn } from '../../../src/app/directory/directory.ts';
import { firstStart } from '../../../src/app/first-start.ts';
import type { Found, Hit } from '../../../src/app/ports/directory.ts';
import { type Filters, passes } from '../../../src/domain/directory/filters.ts';
import { distanceKm } from '../../../src/domain/directory/place.ts';
import type { Ranked } from '../../../src/domain/directory/rank.ts';
import { filtersOf } from '../../../src/web/directory/asked.ts';
import { query as schema } from '../../../src/web/directory/query.ts';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';
import { type RunningApp, startApp } from '../../support/server.ts';

let database: TestDatabase;
let app: RunningApp;
beforeAll(async () => {
  database = await freshDatabase({ demo: true });
  await firstStart(database.operator, shippedData(fileURLToPath(new URL('../../../data', import.meta.url))));
  app = await startApp(database, { TRUST_PROXY: 'loopback' });
});
afterAll(async () => {
  await app?.stop();
  await database?.drop();
});

interface Answer {
  total: number;
  results: (Record<'id' | 'name' | 'category' | 'city' | 'postalCode' | 'url', string> & {
    distanceKm: number | null;
  })[];
}
let sources = 0;
/** A browser at an address of its own, since searches from one are counted. */
const somebody = (headers: Record<string, string> = {}) => {
  sources += 1;
  return app.browser({ ...headers, 'x-forwarded-for': `10.0.${sources >> 8}.${sources & 255}` });
};
const ask = async (query: Record<string, string>, language = 'en') => {
  const answer = await somebody({ accept: 'application/json', 'accept-language': language }).get(
    `/directory?${new URLSearchParams(query)}`,
  );
  return { status: answer.status, type: answer.headers.get('content-type'), body: JSON.parse(answer.html) };
};
const page = (query: Record<string, string> = {}, language = 'en') =>
  somebody({ accept: 'text/html', 'accept-language': language }).get(
    `/directory?${new URLSearchParams(query)}`,
  );

describe('a program that asks for JSON', () => {
  it('gets the total and the best entries, each with what a list needs', async () => {
    const { status, type, body } = await ask({ q: 'montfort hospital', near: 'K1K 0T2', limit: '3' });
    expect([status, type]).toEqual([200, 'application/json; charset=utf-8']);
    const { total, results } = body as Answer;
    expect(results).toHaveLength(3);
    expect(total).toBeGreaterThanOrEqual(3);
    const montfort = results.find(one => one.name === 'Hôpital Montfort Hospital')!;
    expect(montfort).toEqual({
      ...{ id: expect.stringMatching(/^[0-9a-hjkmnp-tv-z]{26}$/), name: 'Hôpital Montfort Hospital' },
      ...{
        site: null,
        category: 'Hospital',
        city: 'Ottawa',
        postalCode: 'K1K 0T2',
        distanceKm: expect.any(Number),
      },
      url: `/directory/${montfort.id}`,
      ...{ reason: 'under 1 km', wait: null, tooFew: false, phone: null, accepting: null },
    });
    expect(montfort.distanceKm).toBeLessThan(10);
    expect((await somebody().get(montfort.url)).html).toContain('Hôpital Montfort Hospital');
  });

  it('reads names and kinds in the language it asks for', async () => {
    const french = await ask({ q: 'dépression covid', lang: 'fr', kind: 'referral' });
    expect(french.body.results[0]).toMatchObject({
      name: 'Counselling de groupe virtuel : dépression et COVID-19',
      category: 'Counselling et psychothérapie',
      site: 'Clinique de l’humeur et de l’anxiété Grand River',
    });
    const english = await ask({ q: 'dépression covid', lang: 'en', kind: 'referral' }, 'fr');
    expect(english.body.results[0].name).toBe('Virtual group counselling: depression and COVID-19');
  });

  it('counts to 1,000 and gives at most 100', async () => {
    const { body } = await ask({ limit: '100' });
    expect(body.total).toBe(1000);
    expect(body.results).toHaveLength(100);
  });

  it.each([
    ['N1E', true],
    ['n1e6h5', true],
    ['43.55,-80.23', true],
    ['Z9Z', false],
    ['X9X 9X9', false],
    ['999,0', false],
    ["'; drop table sites", false],
  ])('near %s: understood %s', async (near, understood) => {
    const { status, body } = await ask({ q: 'walk-in clinic', near, kind: 'facility' });
    expect(status).toBe(understood ? 200 : 400);
    if (understood) expect(body.results[0].distanceKm).toBeLessThan(200);
    else
      expect(body).toMatchObject({ error: 'bad-parameter', parameter: 'near', message: expect.any(String) });
  });

  it.each([
    [{ lang: 'tlh' }, 'lang'],
    [{ lang: 'EN' }, 'lang'],
    [{ limit: '0' }, 'limit'],
    [{ limit: '101' }, 'limit'],
    [{ limit: 'ten' }, 'limit'],
    [{ kind: 'people' }, 'kind'],
    [{ page: '99' }, 'page'],
  ])('with %j is told which parameter is wrong', async (query, parameter) => {
    const { status, body } = await ask({ q: 'clinic', ...query } as Record<string, string>);
    expect(status).toBe(400);
    expect(body).toMatchObject({ parameter });
  });

  it.each([
    ['5,000 characters', 'depression '.repeat(455)],
    ['only wildcards', '%_%_%*?%%__'],
    ['the syntax of a full-text query', "a & | !( :* <-> 'b"],
    ['a quote and a comment', "'; select pg_sleep(60); --"],
    ['right-to-left and control characters', '\u202Etfel \u0000\u0007 فحص القلب'],
    ['one letter a thousand times', 'é'.repeat(1000)],
    ['10,000 characters', 'anxiety and sleep '.repeat(555)],
    ['a regular expression that backtracks', `${'(a+)+$ '.repeat(50)}[[:alpha:]]{1,99}\\1`],
  ])('is answered for %s', async (_, q) => {
    expect((await ask({ q })).status).toBe(200);
  });
});

describe('a program that narrows its search', () => {
  const nothingAsked = schema.parse({});
  let all: Ranked<Found>[];
  beforeAll(async () => {
    const search = { text: 'depression', near: 'N1E', limit: 100 };
    const pages = await database.db.as(visitor, async tx => [
      await searchIn(tx, search),
      await searchIn(tx, { ...search, from: 100 }),
    ]);
    expect(pages[0]!.total).toBeLessThan(200);
    all = pages.flatMap(({ results }) => results);
  });

  it.each<[Record<string, string>, Filters]>([
    [{ age: '12' }, { age: 12 }],
    [{ sex: 'male' }, { sex: 'male' }],
    [{ region: 'P' }, { region: 'P' }],
    [{ lang: 'fr' }, { language: 'fr' }],
    [{ within: '50' }, { maxKm: 50 }],
    [{ wait: '6' }, { maxWaitDays: 42 }],
    [
      { virtual: 'yes', accepting: 'yes' },
      { virtual: true, accepting: true },
    ],
    [{ way: 'self-referral' }, { way: 'self-referral' }],
    [{ urgency: 'urgent' }, { urgent: true }],
    [{ bounds: '43.2,-80.6,43.8,-79.9' }, { bounds: { south: 43.2, west: -80.6, north: 43.8, east: -79.9 } }],
  ])('by %j gets exactly those that pass', async (query, filters) => {
    expect(filtersOf({ ...nothingAsked, ...query })).toEqual(filters);
    const found = await database.db.as(visitor, tx =>
      searchIn(tx, { text: 'depression', near: 'N1E', filters, limit: 100 }),
    );
    const passing = all.filter(({ entry, km }) => passes(entry, filters, km)).map(({ entry }) => entry.key);
    expect(found.total).toBe(passing.length);
    expect(passing).toEqual(expect.arrayContaining(found.results.map(({ entry }) => entry.key)));
    expect(passing.length).toBeGreaterThan(0);
    expect(passing.length).toBeLessThan(all.length);
  });

  it('for a whole letter gets what it is about, not only what says its rarest words', async () => {
    const text =
      'Dear colleague, this woman lives alone at home with her family nearby and works in an office. She has had a depression ' +
      'for one year, has tried several antidepressants, sleeps too much, has low energy and eats sweets. Her mother had ' +
      'diabetes and her father heart disease. Blood tests were normal. She would like to talk to somebody in a group.';
    await database.db.as(visitor, async tx => {
      const found = await searchIn(tx, { text, problem: true, kinds: ['referral'], limit: 40 });
      expect(found.results.every(one => Number.isFinite(one.words))).toBe(true);
      expect(found.results.slice(0, 5).every(one => one.about.includes('depression'))).toBe(true);
      expect(found.results.map(one => one.entry.name.en)).toContain('Depression assessment');
      expect(found.read.map(one => one.said)).toContain('depression');
    });
  });

  it('for words that very many say gets those that say them together, near and within its filters', async () => {
    await database.db.as(visitor, async tx => {
      const weigh = (stem: string) => ({ stem, weight: 2 });
      const asked = { stems: ['hamilton', 'home'].map(weigh), limit: 200 };
      const common = { takes: [5, 0], together: [['hamilton'], ["ho'me\\", 'home']] };
      const near = { latitude: 46.49, longitude: -81.01 };
      const says = (one: Hit, stem: string) => Object.values(one.stems).some(stems => stems.has(stem));
      const { found } = await tx.directory.candidates({ ...asked, common });
      expect(found.filter(one => says(one, 'hamilton') && says(one, 'home')).length).toBeGreaterThan(10);
      const homes = { ...asked, stems: [weigh('home')], common: { takes: [3], together: [['home']] }, near };
      const sudbury = await tx.directory.candidates(homes);
      expect(sudbury.found.some(one => one.point && distanceKm(near, one.point) < 60)).toBe(true);
      const filters = { accepting: true };
      const open = await tx.directory.candidates({ ...homes, filters, near: undefined });
      expect(open.found.every(one => one.accepting && says(one, 'home'))).toBe(true);
    });
  });

  it('to a window or a place outside Ontario gets none', async () => {
    expect((await ask({ q: 'depression', bounds: '48,2,49,3' })).body).toMatchObject({
      total: 0,
      results: [],
    });
    const far = await ask({ q: 'depression', kind: 'referral', near: '48.8,2.3', within: '100' });
    expect(far.body.results.every((one: { reason: string }) => one.reason.includes('virtual'))).toBe(true);
  });

  it('to a window that is none is told which rule it breaks', async () => {
    const { status, body } = await ask({ bounds: '43,-81,91,-80' });
    expect([status, body.parameter, body.why]).toEqual([400, 'bounds', 'outside-world']);
  });

  it('reads why each service is there, in its language, and how long people wait', async () => {
    const query = { q: 'depression', kind: 'referral', age: '34', virtual: 'yes', wait: '26', limit: '1' };
    const [english] = (await ask(query)).body.results;
    expect(english.reason).toMatch(/^fits age 34, virtual, about \d+ (days|weeks)$/);
    expect(english.wait).toEqual({
      ...{ medianDays: expect.any(Number), ninetiethDays: expect.any(Number), people: expect.any(String) },
      ...{ medianMore: false, ninetiethMore: false },
    });
    for (const days of [english.wait.medianDays, english.wait.ninetiethDays])
      expect(Number.isInteger(days * (days < 2 ? 10 : 1))).toBe(true);
    expect(english.accepting).toEqual({ now: true, pausedUntil: null });
    const [french] = (await ask({ ...query, lang: 'fr' })).body.results;
    expect(french.reason).toMatch(/^convient à 34 ans, français, virtuel, environ \d+ (jours|semaines)$/);
  });

  it('reads no wait that rests on fewer than six people, nor finds or sorts by it', async () => {
    const [{ id }] = (await ask({ q: 'depression', kind: 'referral', wait: '52', limit: '1' })).body.results;
    await database.owner.query('update services set usual_people = 5 where key = $1', [id]);
    const query = { q: 'depression', kind: 'referral', limit: '100' };
    const one = (await ask(query)).body.results.find((entry: { id: string }) => entry.id === id);
    expect(one).toMatchObject({ wait: null, tooFew: true });
    expect(one.reason ?? '').not.toMatch(/about|more than/);
    const within = (await ask({ ...query, wait: '52' })).body.results;
    expect(within.map((entry: { id: string }) => entry.id)).not.toContain(id);
    const { html } = await page({ q: 'depression', kind: 'referral' });
    expect(html).toContain('too few people to say');
    await database.owner.query('update services set usual_people = 40 where key = $1', [id]);
  });
});

describe('somebody who looks for help in a browser', () => {
  it.each(['en', 'fr'])('gets the list in %s, with markup in the question shown inert', async language => {
    const { status, html } = await page({ q: '<script>alert(1)</script> depression', near: 'N1E' }, language);
    expect(status).toBe(200);
    expect(html).not.toContain('<script>alert');
    expect(html).toContain(language === 'fr' ? 'Évaluation de la dépression' : 'Depression assessment');
    expect(html.match(/<h1[ >]/g)).toHaveLength(1);
    expect(html).not.toMatch(/undefined|\[object|NaN/);
  });

  it('is told beside the field what is wrong with the place, and keeps what was typed', async () => {
    const { status, html } = await page({ q: 'asthma', near: 'Z9Z' });
    expect(status).toBe(400);
    expect(html).toMatch(/value="Z9Z"[^>]*aria-invalid="true"|aria-invalid="true"[^>]*value="Z9Z"/);
    expect(html).toContain('value="asthma"');
  });

  it.each([
    [
      'en',
      ['Will not see', 'Needed first', 'PHQ-9', 'How to ask', 'Referral', 'Cost to the patient', 'Access'],
    ],
    [
      'fr',
      ['Personnes non admissibles', 'À faire d’abord', 'Comment demander', 'Coût pour la personne', 'Accès'],
    ],
  ])('reads on the page of a service in %s what it takes and what it wants', async (language, said) => {
    const { rows } = await database.owner.query(
      "select key from services where name_en = 'Depression assessment' and accessibility <> '{}' order by id limit 1",
    );
    const { html } = await somebody({ 'accept-language': language }).get(`/directory/${rows[0].key}`);
    for (const words of said) expect(html).toContain(words);
    expect(html).not.toMatch(/undefined|\[object|NaN/);
  });

  it('pages through the best and finds each once', async () => {
    const seen = new Set<string>();
    for (const at of ['1', '2', '3']) {
      const { html } = await page({ q: 'family health team', page: at });
      for (const [, key] of html.matchAll(/<h3><a href="\/directory\/([^"]+)"/g)) seen.add(key!);
    }
    expect(seen.size).toBe(60);
    // The fifth page is the last: what is beyond needs another word.
    const { html } = await page({ q: 'family health team', page: '5' });
    expect(html).toContain('These are the 100 that fit best.');
    expect(html).not.toContain('rel="next"');
  });

  it('who chooses a language sees only services that work in it', async () => {
    const { body } = await ask({ q: 'depression', kind: 'referral', lang: 'pa', limit: '100' });
    const { rows } = await database.owner.query(
      'select key from services where key = any ($1) and not languages @> array[$2]',
      [body.results.map((one: { id: string }) => one.id), 'pa'],
    );
    expect(body.results.length).toBeGreaterThan(0);
    expect(rows).toEqual([]);
  });

  it('reads the page of a service and of the place that offers it, in both languages', async () => {
    const { body } = await ask({ q: 'Virtual group counselling: depression and COVID-19', limit: '1' });
    for (const language of ['en', 'fr']) {
      const browser = somebody({ 'accept-language': language });
      const service = await browser.get(body.results[0].url);
      expect(service.html).toContain(
        language === 'fr' ? 'Counselling de groupe virtuel' : 'Virtual group counselling',
      );
      const [, site] = /href="(\/directory\/[0-9a-z]{26})"/.exec(service.html)!;
      expect((await browser.get(site!)).html).toContain('Grand River');
    }
  });

  it('gets 404 for a key that is nobody’s, and for the programme’s own site', async () => {
    expect((await somebody().get(`/directory/${'0'.repeat(26)}`)).status).toBe(404);
    const { rows } = await database.owner.query("select key from sites where kind = 'programme'");
    expect((await somebody().get(`/directory/${rows[0].key}`)).status).toBe(404);
  });
});
