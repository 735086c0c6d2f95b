import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

/** The archive is damaged, or larger inside than is read. */
export class BadArchive extends Error {
  override readonly name = 'BadArchive';
}

/** Bytes that all parts of an archive may have together when unpacked. */
export const unpackedLimit = 200 * 1024 * 1024;
const mostParts = 200;

/** A time that every archive gets, so that the same parts give the same bytes: 1 January 1980, as early as zip knows. */
const day = (1 << 5) | 1;

/** A zip archive (PKWARE APPNOTE 6.3, without zip64) of parts by name. The same parts give the same bytes. */
export function zipOf(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const bodies: Buffer[] = [];
  const heads: Buffer[] = [];
  let at = 0;
  for (const [name, bytes] of parts) {
    const packed = deflateRawSync(bytes);
    const fields = { name: Buffer.from(name), crc: crc32(bytes), packed: packed.length, size: bytes.length };
    const local = headOf(0x04034b50, fields);
    heads.push(centralOf(fields, at));
    bodies.push(local, packed);
    at += local.length + packed.length;
  }
  const central = Buffer.concat(heads);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.size, 8);
  end.writeUInt16LE(parts.size, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, central, end]);
}

interface Fields {
  name: Buffer;
  crc: number;
  packed: number;
  size: number;
}

/** What the head of a part and its line in the directory share, from `version needed` on. */
function sharedOf({ name, crc, packed, size }: Fields): Buffer {
  const shared = Buffer.alloc(26);
  shared.writeUInt16LE(20, 0);
  // Names are UTF-8.
  shared.writeUInt16LE(1 << 11, 2);
  shared.writeUInt16LE(8, 4);
  shared.writeUInt16LE(day, 8);
  shared.writeUInt32LE(crc, 10);
  shared.writeUInt32LE(packed, 14);
  shared.writeUInt32LE(size, 18);
  shared.writeUInt16LE(name.length, 22);
  return shared;
}

function headOf(signature: number, fields: Fields): Buffer {
  const first = Buffer.alloc(4);
  first.writeUInt32LE(signature);
  return Buffer.concat([first, sharedOf(fields), fields.name]);
}

function centralOf(fields: Fields, at: number): Buffer {
  const first = Buffer.alloc(6);
  first.writeUInt32LE(0x02014b50);
  first.writeUInt16LE(20, 4);
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(at, 10);
  return Buffer.concat([first, sharedOf(fields), tail, fields.name]);
}

/** True for what begins like a zip archive. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/** The parts of an archive by name, folders left out. Throws `BadArchive`. */
export function unzip(bytes: Uint8Array): Map<string, Uint8Array> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return partsOf(file);
  } catch (error) {
    if (error instanceof BadArchive) throw error;
    throw new BadArchive('the archive is damaged', { cause: error });
  }
}

function partsOf(file: Buffer): Map<string, Uint8Array> {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0) throw new BadArchive('the archive has no end');
  const count = file.readUInt16LE(end + 10);
  if (count > mostParts) throw new BadArchive(`the archive has more than ${mostParts} parts`);
  const parts = new Map<string, Uint8Array>();
  let at = file.readUInt32LE(end + 16);
  let left = unpackedLimit;
  for (let n = 0; n < count; n++) {
    if (file.readUInt32LE(at) !== 0x02014b50) throw new BadArchive('the archive is damaged');
    const lengths = [28, 30, 32].map(offset => file.readUInt16LE(at + offset));
    const name = file.toString('utf8', at + 46, at + 46 + lengths[0]!);
    if (!name.endsWith('/')) {
      const part = unpacked(file, at, left);
      left -= part.length;
      parts.set(name, part);
    }
    at += 46 + lengths.reduce((sum, length) => sum + length, 0);
  }
  return parts;
}

function unpacked(file: Buffer, at: number, most: number): Uint8Array {
  const [method, crc] = [file.readUInt16LE(at + 10), file.readUInt32LE(at + 16)];
  const local = file.readUInt32LE(at + 42);
  const from = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
  const packed = file.subarray(from, from + file.readUInt32LE(at + 20));
  if (method !== 0 && method !== 8) throw new BadArchive('a part is packed in a way that is not read');
  if (file.readUInt32LE(at + 24) > most) throw new BadArchive('the archive is too large inside');
  // An empty part has no bytes to unpack to.
  const part = method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, most) });
  if (crc32(part) !== crc) throw new BadArchive('a part of the archive is damaged');
  return part;
}
