import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shippedData } from '../../../src/app/demo/shipped.ts';
import { firstStart } from '../../../src/app/first-start.ts';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';
import { type RunningApp, startApp } from '../../support/server.ts';

let database: TestDatabase;
let app: RunningApp;
beforeAll(async () => {
  database = await freshDatabase({ demo: true });
  await firstStart(database.operator, shippedData(fileURLToPath(new URL('../../../data', import.meta.url))));
  app = await startApp(database);
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
const ask = async (query: Record<string, string>, language = 'en') => {
  const answer = await app
    .browser({ accept: 'application/json', 'accept-language': language })
    .get(`/directory?${new URLSearchParams(query)}`);
  return { status: answer.status, type: answer.headers.get('content-type'), body: JSON.parse(answer.html) };
};
const page = (query: Record<string, string> = {}, language = 'en') =>
  app
    .browser({ accept: 'text/html', 'accept-language': language })
    .get(`/directory?${new URLSearchParams(query)}`);

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
      ...{ category: 'Hospital', city: 'Ottawa', postalCode: 'K1K 0T2', distanceKm: expect.any(Number) },
      url: `/directory/${montfort.id}`,
    });
    expect(montfort.distanceKm).toBeLessThan(10);
    expect((await app.browser().get(montfort.url)).html).toContain('Hôpital Montfort Hospital');
  });

  it('reads names and kinds in the language it asks for', async () => {
    const french = await ask({ q: 'dépression covid', lang: 'fr', kind: 'referral' });
    expect(french.body.results[0]).toMatchObject({
      name: 'Counselling de groupe virtuel : dépression et COVID-19',
      category: 'Counselling et psychothérapie',
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
    ['a quote and a comment', "'; select pg_sleep(9); --"],
    ['right-to-left and control characters', '\u202Etfel \u0000\u0007 فحص القلب'],
    ['one letter a thousand times', 'é'.repeat(1000)],
  ])('is answered within a second for %s', async (_, q) => {
    const began = Date.now();
    expect((await ask({ q })).status).toBe(200);
    expect(Date.now() - began).toBeLessThan(1000);
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
    ['fr', ['Qui on n’y voit pas', 'À faire d’abord', 'Comment demander', 'Coût pour la personne', 'Accès']],
  ])('reads on the page of a service in %s what it takes and what it wants', async (language, said) => {
    const { rows } = await database.owner.query(
      "select key from services where name_en = 'Depression assessment' and accessibility <> '{}' order by id limit 1",
    );
    const { html } = await app.browser({ 'accept-language': language }).get(`/directory/${rows[0].key}`);
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
      const browser = app.browser({ 'accept-language': language });
      const service = await browser.get(body.results[0].url);
      expect(service.html).toContain(
        language === 'fr' ? 'Counselling de groupe virtuel' : 'Virtual group counselling',
      );
      const [, site] = /href="(\/directory\/[0-9a-z]{26})"/.exec(service.html)!;
      expect((await browser.get(site!)).html).toContain('Grand River');
    }
  });

  it('gets 404 for a key that is nobody’s, and for the programme’s own site', async () => {
    expect((await app.browser().get(`/directory/${'0'.repeat(26)}`)).status).toBe(404);
    const { rows } = await database.owner.query("select key from sites where kind = 'programme'");
    expect((await app.browser().get(`/directory/${rows[0].key}`)).status).toBe(404);
  });
});
