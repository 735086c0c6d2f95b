import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { text } from '../../../src/http/form.ts';
import { file, json, missing, redirect } from '../../../src/http/reply.ts';
import { type Route, route } from '../../../src/http/route.ts';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';
import {
  givePassword,
  type RunningApp,
  serveRoutes,
  startApp,
  type TestBrowser,
} from '../../support/server.ts';
import { smallWorld } from '../../support/world.ts';

const password = 'a sentence that is easy to keep';
const person: Pick<Route, 'enter' | 'phi'> = { enter: ['person'], phi: false };

const routes: Route[] = [
  route({
    ...person,
    method: 'GET',
    url: '/stewards',
    roles: ['steward'],
    handle: async () => json({ ok: true }),
  }),
  route({
    method: 'GET',
    url: '/patients-only',
    enter: ['patient'],
    phi: true,
    handle: async () => missing(),
  }),
  route({ ...person, method: 'GET', url: '/play', demoOnly: true, handle: async () => json({ ok: true }) }),
  route({
    ...person,
    method: 'GET',
    url: '/fault',
    handle: async () => {
      throw new Error('Zebedee has a fault');
    },
  }),
  route({
    ...person,
    method: 'GET',
    url: '/file',
    handle: async () =>
      file({ bytes: Buffer.from('x'), type: 'text/plain', name: 'résumé "1"\r\n.txt', inline: true }),
  }),
  route({
    ...person,
    method: 'POST',
    url: '/files',
    multipart: true,
    body: z.strictObject({ note: text(50) }),
    handle: async ({ files, body, receipt }) =>
      json({ note: body.note, receipt, files: files.map(one => [one.field, one.name, one.bytes.length]) }),
  }),
  route({ ...person, method: 'GET', url: '/out', handle: async () => redirect('//evil.example') }),
];

let database: TestDatabase;
let app: RunningApp;
let own: Awaited<ReturnType<typeof serveRoutes>>;
let clerk: TestBrowser;

beforeAll(async () => {
  database = await freshDatabase();
  const world = await smallWorld(database);
  await givePassword(database, world.clerk, password);
  app = await startApp(database);
  own = await serveRoutes(app, routes);
  const first = app.browser();
  await first.signIn(world.clerk.email, password);
  await first.get('/account');
  clerk = own.browser();
  clerk.csrf = first.csrf;
  for (const [name, value] of first.cookies) clerk.cookies.set(name, value);
});
afterAll(async () => {
  await own?.stop();
  await app?.stop();
  await database?.drop();
});

describe('a server', () => {
  it('does not start with a route that forgets who may enter', async () => {
    const careless = {
      method: 'GET',
      url: '/open',
      phi: false,
      handle: async () => missing(),
    } as unknown as Route;
    await expect(serveRoutes(app, [careless])).rejects.toThrow('GET /open does not say who may enter');
  });

  it('that holds no demo has none of its routes', async () => {
    expect((await clerk.get('/play')).status).toBe(404);
  });

  it('hides what is not for this kind of actor or role, and leaves a row for each', async () => {
    expect((await clerk.get('/stewards')).status).toBe(404);
    expect((await clerk.get('/patients-only')).status).toBe(404);
    const { rows } = await database.owner.query(
      "select why, result from audit where act = 'enter' order by id",
    );
    expect(rows).toEqual([
      { why: 'GET /stewards', result: 'd' },
      { why: 'GET /patients-only', result: 'd' },
    ]);
  });

  it('says of its own fault nothing but a number', async () => {
    const page = await clerk.get('/fault');
    expect(page.status).toBe(500);
    expect(page.html).toContain('Something went wrong on our side');
    expect(page.html).not.toContain('Zebedee');
  });

  it('never leads to another site', async () => {
    expect((await clerk.get('/out')).status).toBe(500);
  });

  it('sends a file with a safe name and no right to run', async () => {
    const page = await clerk.get('/file');
    const disposition = page.headers.get('content-disposition');
    expect(disposition).toBe(
      `inline; filename="r_sum_ _1___.txt"; filename*=UTF-8''r%C3%A9sum%C3%A9%20%221%22%0D%0A.txt`,
    );
    expect(page.headers.get('content-security-policy')).toContain('sandbox');
    expect(page.headers.get('cache-control')).toBe('no-store');
  });
});

const ofSize = (name: string, bytes: number) => new File([new Uint8Array(bytes)], name);

describe('a form with files', () => {
  it('brings its fields and files, and no file for an empty input', async () => {
    const page = await clerk.postFiles('/files', [
      ['receipt', 'receipt-0001'],
      ['note', ' history '],
      ['paper', ofSize('a.pdf', 1_000)],
      ['paper', ofSize('b.pdf', 10 * 1024 * 1024)],
      ['more', new File([], '')],
    ]);
    expect(page.status).toBe(200);
    expect(JSON.parse(page.html)).toEqual({
      note: 'history',
      receipt: 'receipt-0001',
      files: [
        ['paper', 'a.pdf', 1_000],
        ['paper', 'b.pdf', 10 * 1024 * 1024],
      ],
    });
  });

  it('is refused when one file or all together are too large, or too many', async () => {
    const large = await clerk.postFiles('/files', [['paper', ofSize('a.pdf', 10 * 1024 * 1024 + 1)]]);
    expect(large.status).toBe(413);
    expect(large.html).toContain('That is too large');
    const six = Array.from({ length: 6 }, (_, i) => ['paper', ofSize(`${i}.pdf`, 10)] as const);
    expect((await clerk.postFiles('/files', six)).status).toBe(413);
  });

  it('of 60 MB is refused from its announced length, before it is sent', async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const cookie = `session=${clerk.cookies.get('session')}`;
      const headers = {
        cookie,
        'content-type': 'multipart/form-data; boundary=b',
        'content-length': '62914560',
      };
      const post = request(`${own.url}/files`, { method: 'POST', headers });
      post.on('response', response => {
        resolve(response.statusCode);
        post.destroy();
      });
      post.on('error', reject);
      post.write('--b\r\n');
    });
    expect(status).toBe(413);
  });

  it('whose token does not come before its files is refused', async () => {
    expect((await clerk.postFiles('/files', [['paper', ofSize('a.pdf', 10)]], true)).status).toBe(403);
  });

  it('that is no form, or ends too early, is refused as such', async () => {
    const cookie = `session=${clerk.cookies.get('session')}`;
    for (const [type, body] of [
      ['multipart/form-data; boundary=b', '=&=&'],
      ['multipart/form-data', '--b--'],
      ['multipart/form-data; boundary=b', '--b\r\ncontent-disposition: form-data; name="csrf"\r\n\r\nabc'],
      ['multipart/form-data; boundary=b', ''],
    ]) {
      const headers = { 'content-type': type!, cookie };
      const answer = await fetch(`${own.url}/files`, { method: 'POST', body, headers });
      expect([400, 403]).toContain(answer.status);
    }
  });

  it('with a field it does not have is refused', async () => {
    expect((await clerk.postFiles('/files', [['status', 'accepted']])).status).toBe(400);
    expect((await clerk.postFiles('/files', [['__proto__', 'x']])).status).toBe(400);
  });

  it('is not read for a visitor', async () => {
    const visitor = own.browser();
    const page = await visitor.postFiles('/files', [['paper', ofSize('a.pdf', 10)]]);
    expect(page.headers.get('location')).toBe('/sign-in');
  });
});
