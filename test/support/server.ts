import { hashPassword } from '../../src/app/password.ts';
import { readConfig } from '../../src/config.ts';
import { makeLogger } from '../../src/http/log.ts';
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
  /** A new browser, without cookies. */
  browser(headers?: Record<string, string>): TestBrowser;
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
  return { url, log, browser: headers => new TestBrowser(url, headers), stop: wired.stop };
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
  readonly #url: string;
  readonly #headers: Record<string, string>;
  constructor(url: string, headers: Record<string, string> = {}) {
    this.#url = url;
    this.#headers = headers;
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Page> {
    return this.#fetch(path, { headers });
  }

  /** Posts a form as the page would: with the csrf field unless `fields` has its own. */
  post(
    path: string,
    fields: Record<string, string> = {},
    headers: Record<string, string> = {},
  ): Promise<Page> {
    const body = new URLSearchParams({ csrf: this.csrf, ...fields });
    return this.#fetch(path, {
      method: 'POST',
      body,
      headers: { 'sec-fetch-site': 'same-origin', ...headers },
    });
  }

  async signIn(email: string, password: string): Promise<Page> {
    await this.get('/sign-in');
    return this.post('/sign-in', { email, password, next: '' });
  }

  async #fetch(path: string, init: RequestInit): Promise<Page> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { cookie, ...this.#headers, ...(init.headers as Record<string, string>) };
    const response = await fetch(`${this.#url}${path}`, { ...init, headers, redirect: 'manual' });
    const setCookies = response.headers.getSetCookie();
    for (const line of setCookies) this.#keep(line);
    const html = await response.text();
    const csrf = /name="csrf" value="([^"]+)"/.exec(html)?.[1];
    if (csrf) this.csrf = csrf;
    return { status: response.status, headers: response.headers, setCookies, html };
  }

  #keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (/Max-Age=0|Expires=Thu, 01 Jan 1970/i.test(line)) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
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
