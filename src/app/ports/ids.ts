import { randomBytes } from 'node:crypto';

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** A key for a URL: 26 characters of Crockford base32 in lower case, 130 random bits. Says nothing of what it opens. */
export function key(): string {
  return base32(randomBytes(26));
}

/** A secret for a link or a session: 52 characters of the same alphabet. Only its hash is stored. */
export function secret(): string {
  return base32(randomBytes(52));
}

/** A character for each byte: 32 divides 256, so the low five bits of a random byte are an even draw. */
export function base32(bytes: Uint8Array): string {
  return Array.from(bytes, byte => alphabet[byte & 31]).join('');
}
