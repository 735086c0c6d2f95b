import { Agent, type IncomingMessage, request } from 'node:http';
import { resolve } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import type { FastifyInstance } from 'fastify';
import type { App } from '../../src/app/app.ts';
import { hashPassword } from '../../src/app/people/password.ts';
import { readConfig } from '../../src/config.ts';
import { readAssets } from '../../src/http/assets.ts';
import { makeLogger } from '../../src/http/log.ts';
import type { Route } from '../../src/http/route.ts';
import { buildServer } from '../../src/http/server.ts';
import { wireOn } from '../../src/wire.ts';
import { buildForBrowser } from './built.ts';
import type { TestDatabase } from './database.ts';
import type { TestMember } from './world.ts';

/** The whole product on a random loopback port. */
export interface RunningApp {
  /** Where it listens. */
  url: string;
  /** Lines of its log. */
  log: string[];
  app: App;
  /** A new browser, without cookies. */
  browser(headers?: Record<string, string>): TestBrowser;
  /** The same, whose requests do not go through a socket. */
  insider(headers?: Record<string, string>): TestBrowser;
  stop(): Promise<void>;
}

/** Starts the product on a test's database, with settings as in an environment. */
export async function startApp(
  database: TestDatabase,
  env: Record<string, string> = {},
): Promise<RunningApp> {
  await buildForBrowser();
  const log: string[] = [];
  const logger = makeLogger('info', { write: line => void log.push(line) });
  const config = readConfig({ PORT: '0', SECRET_KEY: 'k'.repeat(40), ...env });
  const { app, owner } = database.addresses;
  const place = { app, owner, created: false, leave: async () => {} };
  const wired = await wireOn(place, config, logger);
  const { port } = await wired.listen();
  const url = `http://127.0.0.1:${port}`;
  const [socket, direct] = [throughSocket(url), handedOver(wired.server)];
  return {
    ...{ url, log, app: wired.app, stop: wired.stop },
    browser: headers => new TestBrowser(socket, headers),
    insider: headers => new TestBrowser(direct, headers),
  };
}

/** Serves routes of a test's own beside a running app, on its database and with its sessions. */
export async function serveRoutes(
  { app }: RunningApp,
  routes: readonly Route[],
): Promise<{ url: string; browser(): TestBrowser; stop(): Promise<void> }> {
  const server = await buildServer({
    ...{ app, routes, demo: false, trustProxy: false, browserDir: resolve('dist/browser') },
    asset: readAssets('dist/browser'),
    logger: makeLogger('silent'),
  });
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  return {
    url,
    browser: () => new TestBrowser(throughSocket(url)),
    stop: async () => void (await server.close()),
  };
}

/** A page as a browser got it. */
export interface Page {
  status: number;
  headers: Headers;
  /** Raw Set-Cookie lines. */
  setCookies: string[];
  html: string;
}

/** Keeps cookies, carries the csrf field of the last page, follows nothing by itself. */
export class TestBrowser {
  readonly cookies = new Map<string, string>();
  csrf = '';
  readonly #way: Way;
  readonly #headers: Record<string, string>;
  constructor(way: Way, headers: Record<string, string> = {}) {
    this.#way = way;
    this.#headers = headers;
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Page> {
    return this.#fetch(path, { headers });
  }

  /** Posts a form as the page would: with the csrf field unless `fields` has its own. A list is one field many times. */
  post(
    path: string,
    fields: Record<string, string | readonly string[]> = {},
    headers: Record<string, string> = {},
  ): Promise<Page> {
    const body = new URLSearchParams();
    for (const [name, values] of Object.entries({ csrf: this.csrf, ...fields }))
      for (const value of [values].flat()) body.append(name, value);
    return this.#fetch(path, {
      method: 'POST',
      body,
      headers: { 'sec-fetch-site': 'same-origin', ...headers },
    });
  }

  /** Posts a form with files. `parts` in order; the csrf field goes first unless `late`. */
  postFiles(path: string, parts: readonly (readonly [string, string | File])[], late = false): Promise<Page> {
    const body = new FormData();
    if (!late) body.append('csrf', this.csrf);
    for (const [name, value] of parts) body.append(name, value);
    if (late) body.append('csrf', this.csrf);
    return this.#fetch(path, { method: 'POST', body, headers: { 'sec-fetch-site': 'same-origin' } });
  }

  async signIn(email: string, password: string): Promise<Page> {
    await this.get('/sign-in');
    return this.post('/sign-in', { email, password, next: '' });
  }

  async #fetch(path: string, init: Omit<RequestInit, 'headers'> & { headers: Record<string, string> }) {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const sent = init.body === undefined ? undefined : new Response(init.body);
    const type = sent?.headers.get('content-type');
    const body = sent && Buffer.from(await sent.arrayBuffer());
    const headers = {
      ...{ accept: '*/*', cookie },
      ...(type && { 'content-type': type }),
      ...(body && { 'content-length': String(body.length) }),
      ...this.#headers,
      ...init.headers,
    };
    const page = await this.#way({ method: body ? 'POST' : 'GET', path, headers, body });
    for (const line of page.setCookies) this.#keep(line);
    const csrf = /name="csrf" value="([^"]+)"/.exec(page.html)?.[1];
    if (csrf) this.csrf = csrf;
    return page;
  }

  #keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (/Max-Age=0|Expires=Thu, 01 Jan 1970/i.test(line)) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}

interface Request {
  method: 'GET' | 'POST';
  path: string;
  headers: Record<string, string>;
  body?: Buffer;
}

/** How a request gets to the product. */
export type Way = (asked: Request) => Promise<Page>;

const agent = new Agent({ keepAlive: true });

/** Through a socket, as browsers do. Thousands are made, and `fetch` takes as long for one as the product does. */
function throughSocket(origin: string): Way {
  return async ({ method, path, headers, body }) => {
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const asked = request(`${origin}${path}`, { agent, method, headers });
      asked.on('response', resolve).on('error', reject).end(body);
    });
    const said = Object.entries(answer.headersDistinct).flatMap(([name, values]) =>
      values!.map((value): [string, string] => [name, value]),
    );
    const html = await textOf(answer);
    return {
      ...{ status: answer.statusCode!, headers: new Headers(said), html },
      setCookies: answer.headers['set-cookie'] ?? [],
    };
  };
}

/** Handed to the server as if a socket had brought it, for those who ask ten thousand times. */
function handedOver(server: FastifyInstance): Way {
  return async ({ path, body, ...asked }) => {
    const answer = await server.inject({ ...asked, url: path, payload: body });
    const headers = new Headers();
    for (const [name, values] of Object.entries(answer.headers))
      for (const value of [values ?? []].flat()) headers.append(name, String(value));
    return {
      ...{ status: answer.statusCode, headers, html: answer.body },
      setCookies: [answer.headers['set-cookie'] ?? []].flat(),
    };
  };
}

/** Gives a member of a test a password. */
export async function givePassword(
  database: TestDatabase,
  member: TestMember,
  password: string,
): Promise<void> {
  const hash = await hashPassword(password);
  await database.operator.as({ kind: 'operator', command: 'test' }, tx =>
    tx.people.setCredential(member.person, hash),
  );
}
