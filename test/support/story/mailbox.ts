import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { tidy, type Walker } from '../walker.ts';
import type { Script } from './cast.ts';

export interface Mail {
  subject: string;
  text: string;
  /** Path of the one link in it. */
  link: string;
}

const pathOf = (to: string) => `/demo/mailbox?${new URLSearchParams({ to })}`;

const tellTale = /depress|dépress|psych|covid|counsel|grand river|okafor|achterberg/i;

/** Somebody who watches the demo's mailbox, message by message. */
export class Mailbox {
  readonly #walker: Walker;
  readonly #script: Script;
  readonly #read = new Set<string>();

  constructor(walker: Walker, script: Script) {
    this.#walker = walker;
    this.#script = script;
  }

  /** The next message to an address that was not read before. It names no patient, no place and no problem. */
  async next(to: string): Promise<Mail> {
    for (let tries = 0; !(await this.#hasUnread(to)); tries++) {
      if (tries === 100) throw new Error(`no new message to ${to}`);
      await this.#walker.page.waitForTimeout(50);
    }
    await this.#walker.goto(pathOf(to));
    return this.#open((await this.#unread(to))!);
  }

  /** Looks without drawing the page, which is long. */
  async #hasUnread(to: string): Promise<boolean> {
    const page = await this.#walker.page.request.get(new URL(pathOf(to), this.#walker.stage.url).href);
    const mails = (await page.text()).split('<article').filter(mail => mail.includes(`&lt;${to}>`));
    return mails.some(mail => !this.#read.has(/aria-labelledby="([^"]*)"/.exec(mail)?.[1] ?? ''));
  }

  /** The newest message to an address, when some were not read; those are read with it. */
  async latest(to: string): Promise<Mail> {
    const mail = await this.next(to);
    const mails = this.#walker.page.locator('main article').filter({ hasText: `<${to}>` });
    const texts = await mails.locator(':scope > p.typed, h2').allInnerTexts();
    for (const text of texts) this.#tellsNothing(tidy(text));
    if (!(await this.#unread(to))) return mail;
    for (const id of await mails.evaluateAll(all =>
      all.map(one => one.getAttribute('aria-labelledby') ?? ''),
    ))
      this.#read.add(id);
    return this.#open(mails.first());
  }

  /** Shows the mailbox to whoever looks. */
  async seen(name: string): Promise<void> {
    await this.#walker.goto('/demo/mailbox');
    await this.#walker.seen(name);
  }

  /** The oldest one that was not read. */
  async #unread(to: string): Promise<Locator | undefined> {
    const mails = this.#walker.page.locator('main article').filter({ hasText: `<${to}>` });
    const ids = await mails.evaluateAll(all => all.map(one => one.getAttribute('aria-labelledby') ?? ''));
    const index = ids.findLastIndex(id => !this.#read.has(id));
    if (index < 0) return undefined;
    this.#read.add(ids[index]!);
    return mails.nth(index);
  }

  async #open(mail: Locator): Promise<Mail> {
    const subject = tidy(await mail.locator('h2').innerText());
    const text = tidy(await mail.locator('> p.typed').innerText());
    const link = (await mail.locator('> p.typed a').getAttribute('href')) ?? '';
    this.#tellsNothing(`${subject} ${text}`);
    return { subject, text, link };
  }

  #tellsNothing(text: string): void {
    for (const told of [tellTale, this.#script.family, this.#script.given, this.#script.title])
      assert.ok(!text.match(told), `a message says ${told}: ${text}`);
  }
}
