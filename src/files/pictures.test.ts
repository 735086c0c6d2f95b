import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { picturesBySharp } from './pictures.ts';

const pictures = picturesBySharp();
const square = { create: { width: 40, height: 20, channels: 3, background: '#08c' } } as const;

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, check]);
}

/** A PNG of a few bytes that says it is `side` pixels wide and high. */
function flood(side: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.set([1, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

describe('the picture of a file', () => {
  it.each(['jpeg', 'png', 'gif', 'tiff'] as const)('of kind %s is drawn anew as webp', async kind => {
    const drawn = await pictures.draw(await sharp(square).toFormat(kind).toBuffer());
    expect(Buffer.from(drawn!).toString('latin1', 8, 12)).toBe('WEBP');
  });

  it('does not say where it was taken, and is upright', async () => {
    const taken = await sharp(square)
      .jpeg()
      .withExif({ IFD0: { Artist: 'somebody' }, IFD3: { GPSLatitude: '43/1' } })
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const drawn = Buffer.from((await pictures.draw(taken))!);
    expect(drawn.includes('Exif')).toBe(false);
    expect(drawn.includes('somebody')).toBe(false);
  });

  it('carries nothing that was hidden behind it', async () => {
    const polyglot = Buffer.concat([
      await sharp(square).gif().toBuffer(),
      Buffer.from('<script>alert(1)</script>'),
    ]);
    const drawn = Buffer.from((await pictures.draw(polyglot))!);
    expect(drawn.includes('script')).toBe(false);
  });

  it('that floods, that is no picture, or that is a drawing which can run code, is none', async () => {
    const before = process.memoryUsage.rss();
    expect(await pictures.draw(flood(50_000))).toBeNull();
    expect(process.memoryUsage.rss() - before).toBeLessThan(50 * 1024 * 1024);
    expect(await pictures.draw(Buffer.from('%PDF-1.7'))).toBeNull();
    expect(
      await pictures.draw(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')),
    ).toBeNull();
    expect(await pictures.draw(new Uint8Array())).toBeNull();
  });

  it('is refused rather than queued without end', async () => {
    const one = await sharp(square).png().toBuffer();
    const all = await Promise.all(Array.from({ length: 60 }, () => pictures.draw(one)));
    expect(all.filter(drawn => drawn === null).length).toBeGreaterThan(0);
    expect(all.filter(drawn => drawn !== null).length).toBeGreaterThanOrEqual(20);
    expect(await pictures.draw(one)).not.toBeNull();
  });
});
