import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * A token for the forms of one session, or of one visit before sign-in. It is derived from the cookie, so nothing is
 * stored, and drawn under a fresh mask each time, so that compressed pages do not give it away (BREACH).
 * 86 characters of base64url.
 */
export function csrfToken(secretKey: string, cookie: string): string {
  const plain = derive(secretKey, cookie);
  const mask = randomBytes(plain.length);
  return Buffer.concat([mask, xor(plain, mask)]).toString('base64url');
}

/** True when `token` was drawn for this cookie. Takes the same time whatever is wrong with it. */
export function csrfMatches(secretKey: string, cookie: string, token: unknown): boolean {
  if (typeof token !== 'string') return false;
  const bytes = Buffer.from(token, 'base64url');
  const plain = derive(secretKey, cookie);
  if (bytes.length !== plain.length * 2) return false;
  return timingSafeEqual(xor(bytes.subarray(plain.length), bytes.subarray(0, plain.length)), plain);
}

/** What the browser says about where a post comes from. */
export interface Provenance {
  origin?: string;
  fetchSite?: string;
  host?: string;
}

/**
 * True unless the browser says that the post comes from another site. Under `Referrer-Policy: no-referrer` browsers send
 * `Origin: null` even to ourselves, so that value says nothing and Sec-Fetch-Site decides; the token is asked for in any
 * case. With http on loopback every loopback name of the same port is ours.
 */
export function comesFromHere(from: Provenance, baseUrl: string): boolean {
  if (from.fetchSite !== undefined && from.fetchSite !== 'same-origin' && from.fetchSite !== 'none')
    return false;
  if (from.origin === undefined || from.origin === 'null') return true;
  if (from.origin === new URL(baseUrl).origin) return true;
  return isLoopback(baseUrl) && from.host !== undefined && from.origin === `http://${from.host}`
    ? isLoopback(from.origin)
    : false;
}

function isLoopback(url: string): boolean {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  return parsed?.protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(parsed.hostname);
}

function derive(secretKey: string, cookie: string): Buffer {
  return createHmac('sha256', secretKey).update('csrf\n').update(cookie).digest();
}

function xor(a: Uint8Array, b: Uint8Array): Buffer {
  return Buffer.from(a.map((byte, i) => byte ^ b[i]!));
}
