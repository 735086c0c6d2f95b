import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../src/config.ts';
import { openPool } from '../src/postgres/pool.ts';
import { type Wired, wire } from '../src/wire.ts';
import { launchBrowser } from './support/browser.ts';
import { buildForBrowser } from './support/built.ts';
import { ageDirectory } from './support/story/aged-directory.ts';
import { askedBefore } from './support/story/asked-before.ts';
import { type Chapter, chapters } from './support/story/chapters.ts';
import { found } from './support/story/found.ts';
import { kept } from './support/story/kept.ts';
import { newcomer } from './support/story/newcomer.ts';
import { Scene } from './support/story/scene.ts';
import type { Look } from './support/walker.ts';

/**
 * `npm run shots`: plays the story in both languages, then walks through the directory in every state, and takes a picture of
 * every page on the way, 1280 and 390 px wide, as shots/LANGUAGE/NN-NAME-WIDTH.png. `npm run shots -- en` does one language.
 */
const widths = [1280, 390];
const folder = 'shots';

function photographer(lang: string): Look {
  const taken = new Set<string>();
  return async (page, name) => {
    if (taken.has(name)) return;
    taken.add(name);
    const number = String(taken.size).padStart(2, '0');
    const before = page.viewportSize()!;
    for (const width of widths) {
      await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
      await page.screenshot({ path: `${folder}/${lang}/${number}-${name}-${width}.png`, fullPage: true });
    }
    await page.setViewportSize(before);
  };
}

async function walk(scene: Scene, some: readonly Chapter[]): Promise<void> {
  for (const chapter of some) {
    process.stdout.write(`${scene.stage.lang}: ${chapter.title}\n`);
    await chapter.play(scene);
  }
}

/** The story leaves no year of waits behind, no pause and no old listing. */
async function directoryStates({ place }: Wired, { script }: Scene): Promise<Chapter[]> {
  const owner = openPool(place.owner!);
  try {
    const aged = await ageDirectory(owner, script);
    return [...found(aged), ...kept(aged)];
  } finally {
    await owner.end();
  }
}

async function play(lang: 'en' | 'fr'): Promise<void> {
  rmSync(`${folder}/${lang}`, { recursive: true, force: true });
  mkdirSync(`${folder}/${lang}`, { recursive: true });
  const home = mkdtempSync(join(tmpdir(), 'eservices-shots-'));
  // As root the database runs as nobody, who must be able to pass.
  chmodSync(home, 0o711);
  const product = await wire(readConfig({ PORT: '0', DATA_DIR: join(home, 'data'), LOG_LEVEL: 'error' }));
  const browser = await launchBrowser();
  const complaints: string[] = [];
  try {
    const { port } = await product.listen();
    const url = `http://127.0.0.1:${port}`;
    const scene = new Scene({ url, browser, lang, look: photographer(lang), complaints });
    await walk(scene, [...newcomer, ...chapters, ...askedBefore]);
    await walk(scene, await directoryStates(product, scene));
    await scene.end();
  } finally {
    for (const line of complaints) process.stdout.write(`${lang}: ${line}\n`);
    await browser.close();
    await product.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

await buildForBrowser();
const asked = process.argv.slice(2);
for (const lang of ['en', 'fr'] as const) if (asked.length === 0 || asked.includes(lang)) await play(lang);
