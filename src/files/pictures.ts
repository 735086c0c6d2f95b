import sharp from 'sharp';
import type { Pictures } from '../app/ports/files.ts';

/** Enough for a scanned page at 600 dpi; a picture that says it is larger is not decoded at all. */
const mostPixels = 50_000_000;
const widest = 1600;
const seconds = 8;
const atOnce = 2;
const waiting = 20;

// Only the readers of the kinds that may be attached: a file that pretends cannot reach another one.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadNsgif', 'VipsForeignLoadTiff'],
});
sharp.cache(false);
sharp.concurrency(1);

/**
 * Draws a picture anew, so that nothing of the sent bytes reaches the browser: the first page or frame, upright, at most
 * 1600 pixels wide, without its metadata (where it was taken).
 */
export function picturesBySharp(): Pictures {
  let running = 0;
  const queue: (() => void)[] = [];
  const turn = async () => {
    if (running >= atOnce) await new Promise<void>(resolve => queue.push(resolve));
    running += 1;
  };
  const done = () => {
    running -= 1;
    queue.shift()?.();
  };
  return {
    draw: async bytes => {
      if (queue.length >= waiting) return null;
      await turn();
      try {
        return await redraw(bytes);
      } catch {
        return null;
      } finally {
        done();
      }
    },
  };
}

function redraw(bytes: Uint8Array): Promise<Uint8Array> {
  return sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', pages: 1, sequentialRead: true })
    .autoOrient()
    .resize({ width: widest, height: widest * 4, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 82 })
    .timeout({ seconds })
    .toBuffer();
}
