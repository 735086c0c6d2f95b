import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../../src/routes.ts';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';
import { givePassword, type Page, type RunningApp, startApp } from '../../support/server.ts';
import { smallWorld, type TestMember } from '../../support/world.ts';

const password = 'a sentence that is easy to keep';
let database: TestDatabase;
let app: RunningApp;
let clerk: TestMember;

beforeAll(async () => {
  database = await freshDatabase();
  ({ clerk } = await smallWorld(database));
  await givePassword(database, clerk, password);
  app = await startApp(database);
});
afterAll(async () => {
  await app?.stop();
  await database?.drop();
});

async function signedIn() {
  const browser = app.browser();
  await browser.signIn(clerk.email, password);
  await browser.get('/account');
  return browser;
}

const anyPath = (url: string) => url.replaceAll(/:[a-z]+/gi, 'x'.repeat(26)).replace('*', 'x');

describe('every answer', () => {
  const expectSafe = (page: Page, where: string) => {
    const csp = page.headers.get('content-security-policy') ?? '';
    expect(csp, where).toContain("default-src 'none'");
    expect(csp, where).toContain("frame-ancestors 'none'");
    expect(csp, where).not.toMatch(/unsafe-|\*|https?:/);
    expect(page.headers.get('x-content-type-options'), where).toBe('nosniff');
    expect(page.headers.get('referrer-policy'), where).toBe('no-referrer');
    expect(page.headers.get('x-request-id'), where).toMatch(/^[0-9a-z]{10}$/);
    expect(page.html, where).not.toMatch(/\sstyle=|\son[a-z]+="|<style|<script(?![^>]*\ssrc=)/);
  };

  it('of every route has a strict policy, without inline script or style, and a person’s is never kept', async () => {
    const visitor = app.insider();
    const person = app.insider();
    const { cookies, csrf } = await signedIn();
    for (const [name, value] of cookies) person.cookies.set(name, value);
    person.csrf = csrf;
    // What search engines read is the same for everybody.
    const forEngines = ['/robots.txt', '/sitemap.xml'];
    for (const { method, url } of routes.filter(route => !route.url.startsWith('/sign-out'))) {
      const where = `${method} ${url}`;
      for (const browser of [visitor, person]) {
        const page = method === 'GET' ? await browser.get(anyPath(url)) : await browser.post(anyPath(url));
        expectSafe(page, where);
        expect(page.status, where).toBeLessThan(500);
        if (browser === person && method === 'GET' && !forEngines.includes(url))
          expect(page.headers.get('cache-control'), where).toBe('no-store');
      }
    }
  });

  it('beside the pages has one too', async () => {
    const besides = [
      '/health/live',
      '/health/ready',
      '/metrics',
      '/nothing',
      '/assets/nothing.js',
      '/%',
      '/%00',
    ];
    const visitor = app.browser();
    for (const path of besides) expectSafe(await visitor.get(path), path);
  });

  it('that says no is in the language of the browser, with the number that is in the log', async () => {
    const page = await app.browser({ 'accept-language': 'fr' }).get('/nothing');
    expect(page.status).toBe(404);
    expect(page.html).toContain('Il n’y a rien ici pour vous');
    expect(page.html).toContain(page.headers.get('x-request-id')!);
    expect(app.log.join('')).toContain(page.headers.get('x-request-id')!);
  });

  it('to a program that wants data is data', async () => {
    const page = await app.browser().get('/nothing', { accept: 'application/json' });
    expect(JSON.parse(page.html)).toMatchObject({ error: 'missing' });
  });

  it('holds a file of ours for a year under its own name', async () => {
    const { html } = await app.browser().get('/sign-in');
    const style = /href="(\/assets\/style-[^"]+\.css)"/.exec(html)?.[1];
    const page = await app.browser().get(style!);
    expect(page.status).toBe(200);
    expect(page.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect((await app.browser().get('/assets/..%2fmanifest.json')).status).toBeGreaterThanOrEqual(400);
    expect((await app.browser().get('/assets/')).status).toBeGreaterThanOrEqual(400);
  });
});

describe('cookies', () => {
  it('over https are bound to this host, out of reach of script and of other sites', async () => {
    const secure = await startApp(database, { BASE_URL: 'https://eservices.example' });
    try {
      const browser = secure.browser({ origin: 'https://eservices.example' });
      const page = await browser.get('/sign-in');
      const answer = await browser.post('/sign-in', { email: clerk.email, password, next: '' });
      expect(answer.status).toBe(303);
      const lines = [...page.setCookies, ...answer.setCookies];
      expect(lines.some(line => line.startsWith('__Host-session='))).toBe(true);
      for (const line of lines) {
        expect(line).toMatch(/^__Host-/);
        expect(line).toMatch(/; Path=\/(;|$)/);
        expect(line).toContain('HttpOnly');
        expect(line).toContain('Secure');
        expect(line).toContain('SameSite=Lax');
        expect(line).not.toContain('Domain');
      }
      expect(page.headers.get('strict-transport-security')).toMatch(/max-age=\d{8}/);
    } finally {
      await secure.stop();
    }
  });
});

describe('a post', () => {
  it('from another site is refused, though it has the token', async () => {
    const browser = await signedIn();
    const page = await browser.post('/sign-out/everywhere', {}, { 'sec-fetch-site': 'cross-site' });
    expect(page.status).toBe(403);
    const origin = await browser.post('/sign-out/everywhere', {}, { origin: 'https://evil.example' });
    expect(origin.status).toBe(403);
    expect((await browser.get('/account')).status).toBe(200);
  });

  it('without the token, or with that of another session, is refused', async () => {
    const browser = await signedIn();
    const other = await signedIn();
    expect((await browser.post('/sign-out/everywhere', { csrf: '' })).status).toBe(403);
    expect((await browser.post('/sign-out/everywhere', { csrf: other.csrf })).status).toBe(403);
    expect((await app.browser().post('/sign-in', { email: 'a@b', password: 'x' })).status).toBe(403);
  });

  it('of a kind that forms of other sites can send unasked, or of JSON, is refused', async () => {
    const { cookies } = await signedIn();
    for (const type of [
      'text/plain',
      'application/json',
      'application/xml',
      'multipart/form-data; boundary=x',
    ]) {
      const response = await fetch(`${app.url}/sign-out/everywhere`, {
        method: 'POST',
        body: '{"csrf":"x"}',
        headers: { 'content-type': type, cookie: `session=${cookies.get('session')}` },
      });
      expect([400, 403, 415]).toContain(response.status);
    }
  });

  it('with fields the form does not have is refused by name, and nothing happens', async () => {
    const browser = await signedIn();
    for (const field of [
      'status',
      'orgId',
      'role',
      'roles',
      'createdAt',
      'person_id',
      'constructor',
      '__proto__',
    ]) {
      const page = await browser.post('/account/password', {
        oldPassword: password,
        newPassword: 'another sentence to keep',
        [field]: 'steward',
      });
      expect(page.status, field).toBe(400);
      expect(page.html, field).toContain(`Not understood: ${field}`);
    }
    expect((await app.browser().signIn(clerk.email, password)).status).toBe(303);
  });

  it('that is too large is refused before it is read', async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const post = request(`${app.url}/sign-in`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', 'content-length': '60000000' },
      });
      post.on('response', response => resolve(response.statusCode));
      post.on('error', reject);
      post.write('csrf=x');
    });
    expect(status).toBe(413);
  });
});

describe('what is looked for', () => {
  it('is answered with 404 for the wrong kind of actor, and leaves a row', async () => {
    const browser = await signedIn();
    const page = await browser.post('/demo/sign-in', { as: '0123456789abcdefghjkmnpqrs', next: '' });
    expect(page.status).toBe(404);
  });

  it('with a query the page does not know is a 400 that says nothing back', async () => {
    const page = await app.browser().get('/sign-in?canary=Zebedee&%3Cscript%3E=1');
    expect(page.status).toBe(400);
    expect(page.html).toContain('canary, (unnamed)');
    expect(page.html).not.toContain('Zebedee');
  });

  it('never stands in the log: no query, no form, no name', async () => {
    const browser = app.browser();
    await browser.get('/sign-in?next=%2FZebedeeQuery');
    await browser.post('/sign-in', {
      email: 'zebedee.form@example.test',
      password: 'Zebedee-Secret',
      next: '',
    });
    await browser.get('/ZebedeePath');
    await browser.get('/language/Zebedee');
    expect(app.log.length).toBeGreaterThan(4);
    expect(app.log.join('')).not.toMatch(/zebedee/i);
    expect(app.log.join('')).not.toMatch(/Maya|Singh/);
    const metrics = await app.browser().get('/metrics');
    expect(metrics.html).toContain('route="/sign-in"');
    expect(metrics.html).not.toMatch(/zebedee/i);
  });
});

describe('the numbers of the process', () => {
  it('are for this machine alone', async () => {
    expect((await app.browser().get('/metrics')).status).toBe(200);
    const proxied = await app.browser().get('/metrics', { 'x-forwarded-for': '203.0.113.1' });
    expect(proxied.status).toBe(404);
  });
});
