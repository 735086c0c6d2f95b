import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Lang } from '../../../src/words/lang.ts';
import { launchBrowser } from '../browser.ts';
import { startDemo } from '../demo.ts';
import { faultsOf, type Look } from '../walker.ts';
import type { Chapter } from './chapters.ts';
import { Scene } from './scene.ts';

/** Every page is held against its faults when it is first come by. */
export function examiner(lang: Lang): Look {
  const looked = new Set<string>();
  return async (page, name) => {
    if (looked.has(name)) return;
    looked.add(name);
    expect.soft([name, await faultsOf(page, lang)]).toEqual([name, []]);
  };
}

export interface Run {
  lang: Lang;
  /** False: no browser of the story runs any. */
  script: boolean;
  chapters: readonly Chapter[];
  look: Look;
}

/** Chapters one after another on a demo of their own, each a test that needs those before it. */
export function play(name: string, { lang, script, chapters, look }: Run): void {
  describe(name, () => {
    let folder: string;
    let browser: Browser;
    let demo: Awaited<ReturnType<typeof startDemo>>;
    let scene: Scene;
    let broken = false;
    const complaints: string[] = [];

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'eservices-journey-'));
      [browser, demo] = await Promise.all([launchBrowser(), startDemo(folder)]);
      scene = new Scene({ url: demo.app.url, browser, lang, complaints, look }, { script });
    });
    afterAll(async () => {
      await browser?.close();
      await demo?.stop();
      await rm(folder, { recursive: true, force: true });
    });

    for (const { title, play } of chapters) {
      it(title, async () => {
        expect(broken, 'a chapter before this one failed').toBe(false);
        broken = true;
        await play(scene);
        broken = false;
      });
    }

    it('and nothing was blocked, broke or went elsewhere on the way', () => {
      const unserved = demo.app.log.filter(line => line.includes('not served'));
      expect([...complaints.filter(line => !/status of (404|409|422)/.test(line)), ...unserved]).toEqual([]);
    });
  });
}
