import type { Instant } from '../../domain/case/time.ts';

/** A stored file: the key under which its bytes lie. Equal bytes have equal keys; the key tells nothing of them. */
export type BlobKey = string;

/** Bytes at rest, encrypted. Written before the row that names them; nothing here knows whose they are. */
export interface Files {
  /** Safe to repeat: equal bytes are kept once. */
  put(bytes: Uint8Array): Promise<BlobKey>;
  /** Null when there is none. Throws `FileDamaged` when what lies there is not what was put. */
  get(blob: BlobKey): Promise<Uint8Array | null>;
  /** Keys written before `before` (real time), in no order. */
  writtenBefore(before: Instant): AsyncIterable<BlobKey>;
  /** Forgets what was written before `before` and not put again since. */
  remove(blob: BlobKey, before: Instant): Promise<void>;
}

/** The bytes at rest were changed, cut, or written with another secret. */
export class FileDamaged extends Error {
  override readonly name = 'FileDamaged';
}

/** `unavailable` is never taken for clean: the file waits. `unchecked`: no scanner is set up, and people are told so. */
export type ScanResult = 'clean' | 'unchecked' | 'infected' | 'unavailable';

/** Looks for malware in what was uploaded. */
export interface Scanner {
  scan(bytes: Uint8Array): Promise<ScanResult>;
}

/** Draws pictures of files for a page. */
export interface Pictures {
  /** A webp of an image file; null when it cannot be drawn within the limits of size and time, or too many wait. */
  draw(bytes: Uint8Array): Promise<Uint8Array | null>;
}
