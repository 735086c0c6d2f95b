import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { startDemo } from '../support/demo.ts';
import { faultsOf, type Stage, Walker } from '../support/walker.ts';

let folder: string;
let demo: Awaited<ReturnType<typeof startDemo>>;
let browser: Browser;
const complaints: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'eservices-journey-front-'));
  [demo, browser] = await Promise.all([startDemo(folder), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await demo?.stop();
  await rm(folder, { recursive: true, force: true });
});

describe.each(['en', 'fr'] as const)('a newcomer, in %s', lang => {
  const stage = (): Stage => ({
    ...{ url: demo.app.url, browser, lang, complaints },
    look: async (page, name) => expect([name, await faultsOf(page, lang)]).toEqual([name, []]),
  });

  it('finds two doors on the front page, and behind them the way in', async () => {
    const visitor = await Walker.open(stage());
    const { front, signIn } = visitor.words;
    await visitor.goto('/');
    await visitor.seen('front');
    expect(await visitor.text('h1')).toBe(front.heading.replace(/[\u00a0\u202f]/g, ' '));
    for (const door of [front.advice, front.referral]) {
      await visitor.goto('/');
      await visitor.follow(door.act);
      expect(visitor.page.url()).toContain('/sign-in');
    }
    await visitor.seen('sign-in');
    expect(await visitor.text('h2#demo')).toBe(signIn.demo.title.replace(/[\u00a0\u202f]/g, ' '));
    await visitor.leave();
  });

  it('searches the directory without an account, and reads about a service', async () => {
    const visitor = await Walker.open(stage());
    const { directory } = visitor.words;
    await visitor.goto('/directory');
    await visitor.page.fill(
      '[name=q]',
      lang === 'en' ? 'depression after COVID, in a group' : 'dépression après la COVID, en groupe',
    );
    await visitor.page.fill('[name=near]', 'N1E');
    await visitor.pressButton(directory.submit);
    await visitor.seen('directory');
    const found = visitor.page.locator('main ul li h3').first();
    expect(await found.innerText()).toContain(
      lang === 'en' ? 'Virtual group counselling: depression and COVID-19' : 'Counselling de groupe virtuel',
    );
    await visitor.press(found.getByRole('link'));
    await visitor.seen('service');
    expect(await visitor.text()).toContain('Grand River');
    await visitor.leave();
  });

  it('reads how to join, what is private, and in the other language', async () => {
    const visitor = await Walker.open(stage());
    for (const path of ['/join', '/privacy', '/accessibility']) {
      await visitor.goto(path);
      await visitor.seen(path.slice(1));
    }
    await visitor.follow(visitor.words.frame.otherLanguage);
    expect(await visitor.page.getAttribute('html', 'lang')).toBe(lang === 'en' ? 'fr-CA' : 'en-CA');
    await visitor.goto('/');
    expect(await visitor.page.getAttribute('html', 'lang')).toBe(lang === 'en' ? 'fr-CA' : 'en-CA');
    await visitor.leave();
  });

  it('and nothing was blocked, broke or went elsewhere', () => {
    expect(complaints).toEqual([]);
  });
});
