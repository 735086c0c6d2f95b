import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import type { PagedFile } from '../app/ports/pages.ts';

/** A picture that says it is larger is not decoded at all. */
const mostPixels = 50_000_000;
const limits = { limitInputPixels: mostPixels, failOn: 'error', sequentialRead: true } as const;

// Only the readers of the kinds that may be attached: a file that pretends cannot reach another one.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadNsgif', 'VipsForeignLoadTiff'],
});
sharp.cache(false);
sharp.concurrency(1);

/** One page, upright and on white, before it is written as anything. */
export type Drawn = Sharp;

/** A file that is open. */
export interface OpenPages {
  count: number;
  page(index: number): Promise<Drawn>;
  close(): Promise<void>;
}

/** How many pages a file has, and each drawn when it is its turn: `width` dots across. Throws for what cannot be opened. */
export async function openPages({ kind, bytes }: PagedFile, width: number): Promise<OpenPages> {
  if (kind === 'pdf') return pagesOfPdf(bytes, width);
  if (!['jpeg', 'png', 'gif', 'tiff'].includes(kind)) throw new Error('no pages');
  const { pages = 1 } = await sharp(bytes, limits).metadata();
  return {
    count: kind === 'tiff' ? pages : 1,
    page: index => pageOfPicture(bytes, index, width),
    close: async () => {},
  };
}

async function pageOfPicture(bytes: Uint8Array, index: number, width: number): Promise<Drawn> {
  const page = sharp(bytes, { ...limits, page: index }).autoOrient();
  const size = await sharp(bytes, { ...limits, page: index }).metadata();
  // A fax of coarse resolution has half as many lines as it has dots: seen as it is, its page would be squashed.
  const coarse = size.width >= 1700 && size.width <= 1760 && size.height < size.width * 0.8;
  return coarse
    ? page.resize({ width, height: Math.round((size.height * 2 * width) / size.width), fit: 'fill' })
    : page.resize({ width, height: width * 3, fit: 'inside' });
}

/** Fonts, tables and decoders that lie beside pdf.js. */
const beside = (folder: string) =>
  `${join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), folder)}/`;

async function pagesOfPdf(bytes: Uint8Array, width: number): Promise<OpenPages> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const opened = await getDocument({
    ...{ data: new Uint8Array(bytes), verbosity: 0, isEvalSupported: false, enableXfa: false },
    ...{ maxImageSize: mostPixels, stopAtErrors: false, disableFontFace: true, useSystemFonts: false },
    ...{ standardFontDataUrl: beside('standard_fonts'), wasmUrl: beside('wasm'), cMapUrl: beside('cmaps') },
  }).promise;
  const page = async (index: number) => {
    const one = await opened.getPage(index + 1);
    const plain = one.getViewport({ scale: 1 });
    // A strip of paper metres long is drawn smaller.
    const scale = Math.min(width, (width * width * 3) / plain.height) / plain.width;
    const viewport = one.getViewport({ scale: Math.min(scale, (width * 3) / plain.height) });
    const [across, down] = [Math.ceil(viewport.width), Math.ceil(viewport.height)];
    const factory = opened.canvasFactory as Factory;
    const made = factory.create(across, down);
    const { canvas, context } = made;
    await one.render({ canvas, canvasContext: context, viewport, background: '#fff' }).promise;
    const { data } = context.getImageData(0, 0, across, down);
    // Its memory lies outside the heap, where nobody collects it in time.
    factory.destroy(made);
    one.cleanup();
    const raw = { width: across, height: down, channels: 4 } as const;
    return sharp(Buffer.from(data.buffer, data.byteOffset, data.byteLength), { raw });
  };
  return { count: opened.numPages, page, close: () => opened.loadingTask.destroy() };
}

/** The part of pdf.js that makes canvases; its types leave it open. */
interface Factory {
  create(width: number, height: number): Made;
  destroy(made: Made): void;
}
interface Made {
  canvas: HTMLCanvasElement;
  context: CanvasRenderingContext2D;
}
