import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import sharp from 'sharp';
import type { Pages } from '../../src/app/ports/pages.ts';
import { dataFolder } from '../../src/package-folder.ts';

/** Points between lines and across one character of a column. */
const [down, across, margin] = [15, 5.4, 60];

/** A letter of this text, its columns kept, as a practice's program prints it. */
export async function printedLetter(text: string): Promise<Buffer> {
  const doc = new PDFDocument({ size: 'LETTER', margin });
  const bytes = buffer(doc);
  doc.font(join(dataFolder(), 'fonts', 'DejaVuSansCondensed.ttf')).fontSize(10.5);
  text.split('\n').forEach((line, row) => {
    let free = margin;
    for (const cell of line.matchAll(/\S+(?: {1,2}\S+)*/g)) {
      const left = Math.max(margin + cell.index * across, free);
      doc.text(cell[0], left, margin + row * down, { lineBreak: false });
      free = left + doc.widthOfString(cell[0]) + 14;
    }
  });
  doc.end();
  return bytes;
}

/** The same as it comes out of a fax machine: askew, rough at the edges, with specks, in black or white alone. */
export async function faxed(pages: Pages, text: string, seed: number): Promise<Buffer> {
  const drawn = await pages.draw({ kind: 'pdf', bytes: await printedLetter(text) }, 1);
  const askew = sharp(drawn!.pictures[0]!.bytes).rotate(((seed % 5) - 2) * 0.35, { background: '#fff' });
  const { data, info } = await askew
    .resize({ width: 1728 })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  let state = seed * 7919 + 1;
  const chance = () => {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
  for (let i = 0; i < data.length; i++) {
    const rough = data[i]! + (chance() + chance() + chance() - 1.5) * 70;
    data[i] = chance() < 0.002 ? 255 * Math.round(chance()) : rough < 128 ? 0 : 255;
  }
  return sharp(data, { raw: { width: info.width, height: info.height, channels: 1 } })
    .threshold(128)
    .toColourspace('b-w')
    .tiff({ compression: 'ccittfax4', bitdepth: 1 })
    .toBuffer();
}
