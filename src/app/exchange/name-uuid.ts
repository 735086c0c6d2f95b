import { createHash } from 'node:crypto';

/** The names of a directory of eServices; made once at random. */
const namespace = '72f1697f-ebcb-4f76-b988-5688f34e15cd';

/** The UUID of a name, for good: version 5 (https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-5). */
export function nameUuid(name: string, within: string = namespace): string {
  const bytes = createHash('sha1')
    .update(Buffer.from(within.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest();
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex', 0, 16);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
