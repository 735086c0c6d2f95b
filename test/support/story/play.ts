import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Lang } from '../../../src/words/lang.ts';
import { launchBrowser } from '../browser.ts';
import { startDemo } from '../demo.ts';
import { faultsOf, type Look, plainFaultsOf } from '../walker.ts';
import type { Chapter } from './chapters.ts';
import { Scene } from './scene.ts';

/**
 * What pages are held against: everything, in both widths; all but accessibility until a chapter ends; or all but
 * accessibility, which is looked for by a script and takes longest, in both widths.
 */
export type Rigour = 'every page' | 'chapter ends' | 'plain';

export interface Run {
  lang: Lang;
  /** False: no browser of the story runs any. */
  script: boolean;
  chapters: readonly Chapter[];
  /** Nothing is looked at when absent. */
  rigour?: Rigour;
}

/** Every page is held against its faults when it is first come by, the last one of a chapter whole. */
class Examiner {
  readonly #looked = new Set<string>();
  readonly #lang: Lang;
  readonly #rigour: Rigour | undefined;
  #last: [page: Page, name: string] | undefined;

  constructor(lang: Lang, rigour: Rigour | undefined) {
    this.#lang = lang;
    this.#rigour = rigour;
  }

  readonly look: Look = async (page, name) => {
    this.#last = [page, name];
    if (this.#rigour === undefined || this.#looked.has(name)) return;
    this.#looked.add(name);
    const faults = this.#rigour === 'every page' ? faultsOf : plainFaultsOf;
    expect.soft([name, await faults(page, this.#lang)]).toEqual([name, []]);
    if (this.#rigour !== 'chapter ends') await this.#inTheOtherWidth(page, name);
  };

  async #inTheOtherWidth(page: Page, name: string): Promise<void> {
    const size = page.viewportSize();
    if (!size) return;
    await page.setViewportSize({ ...size, width: size.width < 600 ? 1280 : 390 });
    expect.soft([name, await plainFaultsOf(page, this.#lang)]).toEqual([name, []]);
    await page.setViewportSize(size);
  }

  async endChapter(): Promise<void> {
    if (this.#rigour !== 'chapter ends' || !this.#last) return;
    const [page, name] = this.#last;
    expect.soft([name, await faultsOf(page, this.#lang)]).toEqual([name, []]);
  }
}

/** Chapters one after another on a demo of their own, each a test that needs those before it. */
export function play(name: string, { lang, script, chapters, rigour }: Run): void {
  describe(name, () => {
    let folder: string;
    let browser: Browser;
    let demo: Awaited<ReturnType<typeof startDemo>>;
    let scene: Scene;
    let broken = false;
    const complaints: string[] = [];
    const examiner = new Examiner(lang, rigour);

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'eservices-journey-'));
      [browser, demo] = await Promise.all([launchBrowser(), startDemo(folder)]);
      scene = new Scene({ url: demo.app.url, browser, lang, complaints, look: examiner.look }, { script });
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
        await examiner.endChapter();
        broken = false;
      });
    }

    it('and nothing was blocked, broke or went elsewhere on the way', () => {
      const unserved = demo.app.log.filter(line => line.includes('not served'));
      expect([...complaints.filter(line => !/status of (404|409|422)/.test(line)), ...unserved]).toEqual([]);
    });
  });
}
