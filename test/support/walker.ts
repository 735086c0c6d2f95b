import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import type { Lang } from '../../src/words/lang.ts';
import { type Words, words } from '../../src/words/words.ts';

/** Told of every page a story comes by, with a name for it; in a test it looks for faults, else it takes a picture. */
export type Look = (page: Page, name: string) => Promise<void>;

/** Where a story happens. */
export interface Stage {
  url: string;
  browser: Browser;
  lang: Lang;
  look: Look;
  /** What went wrong without anybody asking: errors of the console, blocked content, requests to other hosts. */
  complaints: string[];
}

export interface WalkerOptions {
  /** False for a browser that runs no script. */
  script?: boolean;
  /** CSS pixels; 1280 wide when absent. */
  width?: number;
}

/** Somebody with a browser of their own, who reads the page as it is written in the language of the stage. */
export class Walker {
  readonly page: Page;
  readonly stage: Stage;
  readonly words: Words;
  readonly #context: BrowserContext;

  private constructor(stage: Stage, context: BrowserContext, page: Page) {
    this.stage = stage;
    this.words = words[stage.lang];
    this.#context = context;
    this.page = page;
  }

  static async open(stage: Stage, { script = true, width = 1280 }: WalkerOptions = {}): Promise<Walker> {
    const context = await stage.browser.newContext({
      locale: `${stage.lang}-CA`,
      javaScriptEnabled: script,
      viewport: { width, height: width < 600 ? 844 : 900 },
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(30_000);
    const page = await context.newPage();
    listen(page, stage);
    return new Walker(stage, context, page);
  }

  /** Signs in as one of the demo's people, with one click, and reads on in the language of the stage. */
  static async as(stage: Stage, name: string, options: WalkerOptions = {}): Promise<Walker> {
    const walker = await Walker.open(stage, options);
    await walker.goto('/sign-in');
    await walker.press(walker.page.getByRole('button', { name }));
    await walker.goto(`/language/${stage.lang}?back=/worklist`);
    return walker;
  }

  /** Opens a path of this site, or a whole address; once more when the page before it was still on its way somewhere. */
  async goto(path: string): Promise<void> {
    const { href } = new URL(path, this.stage.url);
    await this.page.goto(href).catch(err => {
      if (!String(err).includes('ERR_ABORTED')) throw err;
      return this.page.goto(href);
    });
  }

  button(name: string | RegExp, inside: Page | Locator = this.page): Locator {
    return inside.getByRole('button', { name, exact: typeof name === 'string' });
  }

  link(name: string | RegExp, inside: Page | Locator = this.page): Locator {
    return inside.getByRole('link', { name, exact: typeof name === 'string' });
  }

  /** Clicks something that leads to another page, and waits for it. */
  async press(what: Locator): Promise<void> {
    await Promise.all([this.page.waitForEvent('load'), what.click()]);
  }

  /** Presses the button with these words. */
  pressButton(name: string | RegExp, inside?: Page | Locator): Promise<void> {
    return this.press(this.button(name, inside).first());
  }

  /** Follows the link with these words. */
  follow(name: string | RegExp, inside?: Page | Locator): Promise<void> {
    return this.press(this.link(name, inside).first());
  }

  /** Shows this page to whoever looks. */
  async seen(name: string): Promise<void> {
    await this.stage.look(this.page, name);
  }

  /** What the page says, on one line. */
  async text(selector = 'main'): Promise<string> {
    return tidy(await this.page.locator(selector).first().innerText());
  }

  async leave(): Promise<void> {
    await this.#context.close();
  }
}

/** One line, with plain spaces where the typesetter put others. */
export function tidy(text: string): string {
  return text.replace(/[\s\u00a0\u202f]+/g, ' ').trim();
}

function listen(page: Page, stage: Stage): void {
  const complain = (what: string) =>
    stage.complaints.push(`${what} (${new URL(page.url(), stage.url).pathname})`);
  page.on('console', line => {
    if (line.type() === 'error') complain(line.text());
  });
  page.on('pageerror', error => complain(String(error)));
  page.on('request', request => {
    const { protocol, origin } = new URL(request.url());
    if (/^https?:$/.test(protocol) && origin !== new URL(stage.url).origin) complain(`asked ${origin}`);
  });
  page.on('response', response => {
    if (response.status() >= 500) complain(`${response.status()} ${new URL(response.url()).pathname}`);
  });
}

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];

/** What is wrong with a page for everybody: accessibility, language, a sideways scroll. Empty when nothing is. */
export async function faultsOf(page: Page, lang: Lang): Promise<string[]> {
  // What is in order need not be told.
  const wanted = { runOnly: { type: 'tag' as const, values: tags }, resultTypes: ['violations' as const] };
  const { violations } = await new AxeBuilder({ page }).options(wanted).setLegacyMode(true).analyze();
  const faults = violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.html}`));
  return [...faults, ...(await plainFaultsOf(page, lang))];
}

/** The same without accessibility, which takes longest: language, a sideways scroll. */
export async function plainFaultsOf(page: Page, lang: Lang): Promise<string[]> {
  const faults: string[] = [];
  const found = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  }));
  if (found.lang !== `${lang}-CA`) faults.push(`the page is in ${found.lang}`);
  if (found.wide > 0) faults.push(`the page scrolls sideways by ${found.wide} px`);
  return faults;
}
