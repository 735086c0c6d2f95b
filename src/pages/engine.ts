import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Drawn } from './draw.ts';

const require = createRequire(import.meta.url);
/** With the instructions for many numbers at once, which every processor of the last ten years has; neural nets alone. */
const core = 'tesseract.js-core/tesseract-core-simd-lstm.js';
const languages = ['eng', 'fra'] as const;

/** The data of a language: a name, and where it lies. Throws when it is not installed. */
function dataOf(language: string): string {
  const folder = require.resolve(`@tesseract.js-data/${language}/package.json`);
  return join(folder, '..', '4.0.0_best_int', `${language}.traineddata.gz`);
}

/** The engine and both languages are installed: they are optional dependencies. */
export function engineIsThere(): boolean {
  try {
    require.resolve(core);
    return languages.map(dataOf).length > 0;
  } catch {
    return false;
  }
}

/** What of the engine is used here. */
interface Engine {
  FS: { writeFile(name: string, bytes: Uint8Array): void };
  TessBaseAPI: new () => {
    Init(path: null, languages: string, mode: number): number;
    SetVariable(name: string, value: string): void;
    SetImageFile(orientation: number, angle: number): number;
    Recognize(monitor: null): number;
    GetUTF8Text(): string;
    Clear(): void;
  };
}

type Reader = { engine: Engine; api: InstanceType<Engine['TessBaseAPI']> };
let reader: Promise<Reader> | undefined;

async function start(): Promise<Reader> {
  const engine = (await require(core)({})) as Engine;
  for (const language of languages)
    engine.FS.writeFile(`${language}.traineddata`, gunzipSync(readFileSync(dataOf(language))));
  const api = new engine.TessBaseAPI();
  // 1: neural nets alone.
  if (api.Init(null, languages.join('+'), 1) !== 0) throw new Error('the engine did not start');
  // Columns of labels and values stay on one line.
  api.SetVariable('preserve_interword_spaces', '1');
  return { engine, api };
}

/** The text of one page, lines as they stand there. */
export async function readPage(drawn: Drawn): Promise<string> {
  reader ??= start();
  const { engine, api } = await reader;
  // Specks of the line go, strokes of letters stay.
  const grey = drawn.flatten({ background: '#fff' }).greyscale().median(3);
  const { data, info } = await grey.raw().toBuffer({ resolveWithObject: true });
  engine.FS.writeFile('/input', pgm(data, info));
  if (api.SetImageFile(1, 0) === 1) throw new Error('the engine did not take the page');
  api.Recognize(null);
  const text = api.GetUTF8Text();
  api.Clear();
  return text;
}

/** Grey dots as the simplest of all pictures. */
function pgm(dots: Buffer, { width, height }: { width: number; height: number }): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1'), dots]);
}
