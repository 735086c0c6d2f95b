import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { type BlobKey, FileDamaged } from '../app/ports/files.ts';

/** Layout: version (1 byte), nonce (12), cipher text, tag (16). A later way to seal gets the next version. */
const version = 1;
const overhead = 1 + 12 + 16;

/** Seals and opens files with keys derived from the secret of the installation (AES-256-GCM, NIST SP 800-38D). */
export interface Seal {
  /** Equal bytes have equal names; without the secret a name says nothing of the bytes, not even for a known file. */
  nameOf(bytes: Uint8Array): BlobKey;
  close(name: BlobKey, bytes: Uint8Array): Uint8Array;
  /** Throws FileDamaged when a bit of it was changed, or when it was sealed under another name or secret. */
  open(name: BlobKey, sealed: Uint8Array): Uint8Array;
}

/** Keys are derived for one purpose each (HKDF, RFC 5869). */
export function sealWith(secretKey: string): Seal {
  const derive = (purpose: string) =>
    Buffer.from(hkdfSync('sha256', secretKey, '', `files/${version}/${purpose}`, 32));
  const [naming, sealing] = [derive('name'), derive('seal')];
  return {
    nameOf: bytes => createHmac('sha256', naming).update(bytes).digest('hex'),
    close: (name, bytes) => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce).setAAD(bound(name));
      return Buffer.concat([
        Buffer.of(version),
        nonce,
        cipher.update(bytes),
        cipher.final(),
        cipher.getAuthTag(),
      ]);
    },
    open: (name, sealed) => {
      const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
      if (bytes.length < overhead || bytes[0] !== version) throw new FileDamaged(name);
      const decipher = createDecipheriv('aes-256-gcm', sealing, bytes.subarray(1, 13))
        .setAAD(bound(name))
        .setAuthTag(bytes.subarray(-16));
      try {
        return Buffer.concat([decipher.update(bytes.subarray(13, -16)), decipher.final()]);
      } catch (cause) {
        throw new FileDamaged(name, { cause });
      }
    },
  };
}

function bound(name: BlobKey): Buffer {
  return Buffer.from(`${version}/${name}`);
}
