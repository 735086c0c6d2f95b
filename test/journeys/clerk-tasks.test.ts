import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { startDemo } from '../support/demo.ts';

/** A clerk's hand on the pages, which counts. */
class Hand {
  readonly page: Page;
  readonly main: Locator;
  /** Links, buttons, boxes, lists, and Enter. */
  presses = 0;
  /** Fields in which something was typed. */
  fields = 0;

  constructor(page: Page) {
    this.page = page;
    this.main = page.locator('main');
  }

  async press(what: string | Locator): Promise<void> {
    this.presses++;
    await (typeof what === 'string' ? this.main.locator(what).first() : what).click();
    await this.page.waitForLoadState();
  }

  /** The row of a patient in the list. */
  open(name: string): Promise<void> {
    return this.press(this.main.locator('a.name', { hasText: name }));
  }

  /** An act that stands under *More actions*. */
  async more(verb: string): Promise<void> {
    await this.press('button[popovertarget]');
    await this.press(`[popover]:popover-open a[href$="/${verb}"]`);
  }

  async choose(list: string, label: RegExp): Promise<void> {
    this.presses++;
    const wanted = await this.main.locator(`${list} option`, { hasText: label }).getAttribute('value');
    await this.main.locator(list).selectOption(wanted);
  }

  async type(field: string, text: string): Promise<void> {
    this.fields++;
    await this.main.locator(field).first().fill(text);
  }

  /** The button that does it. */
  send(): Promise<void> {
    return this.press('form.act .acts button[type=submit]');
  }
}

interface Task {
  name: string;
  /** From the worklist to the page that says it is done. */
  costs: { presses: number; fields: number };
  does(hand: Hand): Promise<void>;
  /** Where it ends. */
  at: RegExp;
}

/** What an intake clerk does most, on the demo's central intake. */
const tasks: readonly Task[] = [
  {
    ...{ name: 'finds the request of somebody who rings', costs: { presses: 2, fields: 1 } },
    at: /\/requests\//,
    async does(hand) {
      await hand.type('[name=q]', 'Vanderh');
      hand.presses++;
      await hand.page.keyboard.press('Enter');
      await hand.page.waitForLoadState();
      await hand.open('Vanderhoeven');
    },
  },
  {
    ...{ name: 'accepts, with the wait that is expected', costs: { presses: 4, fields: 1 } },
    at: /done=accept/,
    async does(hand) {
      await hand.open('Coulombe');
      await hand.more('accept');
      await hand.type('[name=weeks]', '6');
      await hand.send();
    },
  },
  {
    ...{ name: 'declines, with the reason and the way on', costs: { presses: 6, fields: 0 } },
    at: /done=decline/,
    async does(hand) {
      await hand.open('Nguyen-Price');
      await hand.more('decline');
      await hand.press('[name=reason][value=not-eligible]');
      await hand.press('[name=way][value=none]');
      await hand.send();
    },
  },
  {
    ...{ name: 'asks the requester for what is missing', costs: { presses: 3, fields: 1 } },
    at: /done=ask-info/,
    async does(hand) {
      await hand.open('Achampong');
      await hand.press('a[href$="/ask-info"]');
      await hand.type('textarea[name=text]', 'Please send the X-ray.');
      await hand.send();
    },
  },
  {
    ...{ name: 'gives two requests to a colleague', costs: { presses: 4, fields: 0 } },
    at: /done=2/,
    async does(hand) {
      for (const name of ['Brackenbury', 'Vanderhoeven'])
        await hand.press(hand.main.locator('tr', { hasText: name }).locator('[name=pick]'));
      await hand.choose('.bulk [name=member]', /Ngozi/);
      await hand.press('.bulk button[type=submit]');
    },
  },
  {
    ...{ name: 'books a free time', costs: { presses: 4, fields: 0 } },
    at: /done=book/,
    async does(hand) {
      await hand.open('Quintero');
      await hand.press('a[href$="/book"]');
      await hand.press('[name=slot]');
      await hand.send();
    },
  },
  {
    ...{ name: 'writes down a call that nobody answered', costs: { presses: 5, fields: 0 } },
    at: /done=log-contact/,
    async does(hand) {
      await hand.open('Marsh');
      await hand.press('a[href$="/log-contact"]:visible');
      await hand.press('[name=how][value=phone]');
      await hand.press('[name=outcome][value=no-answer]');
      await hand.send();
    },
  },
  {
    ...{ name: 'says yes for a patient who was called', costs: { presses: 2, fields: 0 } },
    at: /done=confirm/,
    async does(hand) {
      await hand.open('Raghunathan');
      await hand.press('form[action$="/confirm"] button');
    },
  },
  {
    ...{ name: 'moves a visit to another free time', costs: { presses: 4, fields: 0 } },
    at: /done=rebook/,
    async does(hand) {
      await hand.open('Lamontagne');
      await hand.press('a[href$="/rebook"]');
      await hand.press(hand.main.locator('[name=slot]:not(:checked)').first());
      await hand.send();
    },
  },
  {
    ...{ name: 'sends an assessed patient on to the clinic', costs: { presses: 3, fields: 0 } },
    at: /done=forward/,
    async does(hand) {
      await hand.open('Tomlinson-Roy');
      await hand.press('a[href$="/forward"]');
      await hand.send();
    },
  },
];

let chromium: Browser;
beforeAll(async () => {
  chromium = await launchBrowser();
});
afterAll(() => chromium?.close());

describe.each(['en', 'fr'] as const)('a clerk’s ten commonest tasks, counted (%s)', lang => {
  const folder = mkdtempSync(join(tmpdir(), 'eservices-tasks-'));
  let demo: Awaited<ReturnType<typeof startDemo>>;
  let page: Page;
  beforeAll(async () => {
    demo = await startDemo(folder);
    const context = await chromium.newContext({ baseURL: demo.app.url, locale: `${lang}-CA` });
    page = await context.newPage();
    page.setDefaultTimeout(30_000);
    await page.goto('/sign-in');
    await page.getByRole('button', { name: /Beatriz Falconer/ }).click();
    await page.goto(`/language/${lang}?back=/worklist`);
  });
  afterAll(async () => {
    await page?.context().close();
    await demo?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(tasks.map(task => [task.name, task] as const))('%s', async (name, { costs, does, at }) => {
    await page.goto('/worklist');
    const hand = new Hand(page);
    const began = performance.now();
    await does(hand);
    await page.waitForURL(at);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    const { presses, fields } = hand;
    process.stdout.write(`${lang}: ${name}: ${presses} presses, ${fields} fields, ${seconds} s\n`);
    expect({ presses, fields }).toEqual(costs);
  });
});
