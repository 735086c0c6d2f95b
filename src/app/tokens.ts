import { createHash, createHmac } from 'node:crypto';
import { base32 } from './ports/ids.ts';

/** What the database keeps of a session's or link's token: sha256, hexadecimal. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/**
 * The token of a patient's link: 26 characters of Crockford's base 32, 130 bits. Derived from the link's nonce and the
 * secret key, so that a message that is sent again has the same link while the database cannot open it.
 */
export function patientToken(secretKey: string, nonce: string): string {
  return derived(secretKey, 'patient link', nonce);
}

/** The token of a link by which somebody who works here chooses a password; derived in the same way. */
export function passwordToken(secretKey: string, nonce: string): string {
  return derived(secretKey, 'password link', nonce);
}

/** The token of a workspace or a printed requisition: 16 characters, 80 bits, short enough to be typed from a page. */
export function guestToken(secretKey: string, nonce: string): string {
  return derived(secretKey, 'guest link', nonce).slice(0, 16);
}

/** What a typed code of a page stands for; undefined when it cannot be one. As on letters: 1 for i and l, 0 for o. */
export function typedGuestToken(typed: string): string | undefined {
  const code = typed.toLowerCase().replace(/[\s-]/g, '').replace(/[il]/g, '1').replace(/o/g, '0');
  return /^[0-9a-hjkmnp-tv-z]{16}$/.test(code) ? code : undefined;
}

function derived(secretKey: string, purpose: string, nonce: string): string {
  return base32(
    createHmac('sha256', secretKey).update(`${purpose}\n`).update(nonce).digest().subarray(0, 26),
  );
}

/** The Message-ID of a notice for one recipient: the same however often it is worked out, saying nothing of either. */
export function messageIdFor(noticeMessageId: string, recipient: string): string {
  const host = noticeMessageId.slice(noticeMessageId.indexOf('@') + 1);
  const digest = createHash('sha256').update(`${noticeMessageId}\n${recipient}`).digest();
  return `${base32(digest.subarray(0, 26))}@${host}`;
}

/** Names one visit of a case in an address, without its time: another mark means that the visit moved. */
export function visitMark(start: string): string {
  return tokenHash(`visit\n${start}`).slice(0, 12);
}

/** Six digits, derived as a link's token is: neither a job nor the database holds them. */
export function patientCode(secretKey: string, nonce: string): string {
  return sixDigits(secretKey, 'patient code', nonce);
}

/** The code that goes to the address or number of a workspace. */
export function guestCode(secretKey: string, nonce: string): string {
  return sixDigits(secretKey, 'guest code', nonce);
}

function sixDigits(secretKey: string, purpose: string, nonce: string): string {
  const digest = createHmac('sha256', secretKey).update(`${purpose}\n`).update(nonce).digest();
  return String(digest.readUInt32BE(0) % 1_000_000).padStart(6, '0');
}
