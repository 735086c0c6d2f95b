import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addService } from '../../support/cases.ts';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';
import { type RunningApp, startApp } from '../../support/server.ts';
import { addSite } from '../../support/world.ts';

let t: TestDatabase;
let app: RunningApp;
let key: string;
let site: string;
const tiles = { MAP_TILES_URL: 'https://tiles.example.ca/{z}/{x}/{y}.png', MAP_TILES_CREDIT: 'Tiles & Sons' };

beforeAll(async () => {
  t = await freshDatabase();
  const river = await addSite(t, 'River Clinic');
  site = river.key;
  await addService(t, river.id, { name: 'Mood clinic' });
  const { rows } = await t.owner.query('select key from services');
  key = rows[0].key;
  app = await startApp(t, { BASE_URL: 'https://e.example.ca', ...tiles });
});
afterAll(async () => {
  await app?.stop();
  await t?.drop();
});

describe('what search engines find', () => {
  it('is the directory, service by service in both languages', async () => {
    const somebody = app.browser();
    const robots = await somebody.get('/robots.txt');
    expect(robots.headers.get('content-type')).toContain('text/plain');
    expect(robots.html).toContain('Disallow: /\n');
    expect(robots.html).toContain('Allow: /directory\n');
    expect(robots.html).toContain('Sitemap: https://e.example.ca/sitemap.xml');
    expect((await somebody.get('/sitemap.xml')).html).toContain(
      '<loc>https://e.example.ca/sitemap.xml?after=</loc>',
    );
    const { html: list, headers } = await somebody.get('/sitemap.xml?after=');
    expect(headers.get('cache-control')).toBe('public, max-age=3600');
    for (const page of [key, site])
      for (const lang of ['en', 'fr'])
        expect(list).toContain(`<loc>https://e.example.ca/directory/${page}?in=${lang}</loc>`);
    expect((await somebody.get(`/sitemap.xml?after=${'z'.repeat(26)}`)).status).toBe(404);
  });

  it('is listed in parts that follow each other by key, each page once', async () => {
    const starts = await t.db.as({ kind: 'visitor' }, tx => tx.directory.pageStarts(1));
    const parts = await Promise.all(
      starts.map(after => t.db.as({ kind: 'visitor' }, tx => tx.directory.pageKeys({ after, most: 1 }))),
    );
    expect(parts.flat()).toEqual([key, site].sort());
  });

  it('has a title, a description and an address for each language, whatever the browser prefers', async () => {
    const english = app.browser({ 'accept-language': 'en' });
    const { html, headers } = await english.get(`/directory/${key}?in=fr`);
    expect(headers.get('content-language')).toBe('fr-CA');
    expect(html).toMatch(/<title>Mood clinic, River Clinic/);
    expect(html).toMatch(/<meta name="description" content="[^"]*River Clinic/);
    const at = `https://e.example.ca/directory/${key}`;
    expect(html).toContain(`<link rel="canonical" href="${at}?in=fr"`);
    for (const lang of ['en', 'fr']) expect(html).toContain(`hreflang="${lang}-CA" href="${at}?in=${lang}"`);
    expect(html).not.toContain('in%3Dfr');
    expect((await english.get(`/directory/${key}?in=de`)).status).toBe(400);
  });

  it('may load pictures of the map from the one server that is set', async () => {
    const { html, headers } = await app.browser().get('/directory?bounds=43,-80,45,-78');
    const policy = headers.get('content-security-policy')!;
    expect(/img-src ([^;]*)/.exec(policy)![1]).toBe("'self' data: blob: https://tiles.example.ca");
    expect(policy.match(/tiles\.example/g)).toHaveLength(1);
    expect(html).toContain('data-credit="Tiles &amp; Sons"');
  });
});
