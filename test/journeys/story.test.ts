import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { startDemo } from '../support/demo.ts';
import { chapters } from '../support/story/chapters.ts';
import { newcomer } from '../support/story/newcomer.ts';
import { Scene } from '../support/story/scene.ts';
import { faultsOf } from '../support/walker.ts';

let folder: string;
let browser: Browser;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'eservices-journey-story-'));
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

describe.each(['en', 'fr'] as const)('one question told whole, in %s', lang => {
  let demo: Awaited<ReturnType<typeof startDemo>>;
  let scene: Scene;
  const complaints: string[] = [];
  const looked = new Set<string>();

  beforeAll(async () => {
    demo = await startDemo(join(folder, lang));
    scene = new Scene({
      ...{ url: demo.app.url, browser, lang, complaints },
      look: async (page, name) => {
        if (looked.has(name)) return;
        looked.add(name);
        expect.soft([name, await faultsOf(page, lang)]).toEqual([name, []]);
      },
    });
  });
  afterAll(async () => {
    await scene?.end();
    await demo?.stop();
  });

  let failed = false;
  for (const { title, play } of [...newcomer, ...chapters]) {
    it(title, async () => {
      expect(failed, 'a chapter before this one failed').toBe(false);
      failed = true;
      await play(scene);
      failed = false;
    });
  }

  it('and nothing was blocked, broke or went elsewhere on the way', () => {
    expect(complaints.filter(line => !/status of (404|409|422)/.test(line))).toEqual([]);
  });
});
