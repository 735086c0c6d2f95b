/** Crockford base 32: no I, L, O or U. https://www.crockford.com/base32.html */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Luhn mod N over base 32: catches every single wrong character and nearly all swaps of neighbours. */
function check(body: string): string {
  let sum = 0;
  let factor = 2;
  for (let i = body.length - 1; i >= 0; i--) {
    const product = factor * alphabet.indexOf(body[i]!);
    sum += Math.floor(product / 32) + (product % 32);
    factor = factor === 2 ? 1 : 2;
  }
  return alphabet[(32 - (sum % 32)) % 32]!;
}

function write(body: string): string {
  return `ES-${body.slice(0, 4)}-${body.slice(4)}-${check(body)}`;
}

/** A reference number from at least 5 random bytes: 40 bits, 8 characters and the check. Uniqueness is the caller's. */
export function makeReferenceNumber(random: Uint8Array): string {
  if (random.length < 5) throw new RangeError('a reference number needs 5 random bytes');
  let bits = 0n;
  for (const byte of random.subarray(0, 5)) bits = (bits << 8n) | BigInt(byte);
  let body = '';
  for (let shift = 35n; shift >= 0n; shift -= 5n) body += alphabet[Number((bits >> shift) & 31n)];
  return write(body);
}

/**
 * The number somebody typed or read aloud, in its one written form, or null when it is none or its check fails.
 * Lower case, spaces, missing dashes or prefix, and I, L, O for 1, 1, 0 are understood.
 */
export function parseReferenceNumber(typed: string): string | null {
  const plain = typed.toUpperCase().replace(/[\s\-\u2010-\u2015]/g, '');
  const read = plain
    .replace(/^ES(?=.{9}$)/, '')
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0');
  if (!/^[0-9A-HJKMNP-TV-Z]{9}$/.test(read)) return null;
  const body = read.slice(0, 8);
  return check(body) === read[8] ? write(body) : null;
}
