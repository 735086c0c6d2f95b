import { hash, verify } from '@node-rs/argon2';

/** argon2id, 19 MiB, two passes: OWASP's first choice (Password Storage Cheat Sheet). */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Of a random text nobody knows, with the cost above: checked for unknown e-mails, so that they take as long. */
const nobody = hash('c7e0a3f2-nobody-has-this-password-9d41', cost);

export type PasswordFault = 'too-short' | 'too-long' | 'too-plain';

/** NFC, so that the same keys give the same password on every keyboard (RFC 8265, OpaqueString). */
export function normalPassword(password: string): string {
  return password.normalize('NFC');
}

/** NFC, trimmed, lower case: how e-mails are compared. */
export function normalEmail(email: string): string {
  return email.normalize('NFC').trim().toLowerCase();
}

/** What is wrong with a new password, if anything: 12 to 200 characters, not a repeated character or one's own name. */
export function passwordFault(password: string, own: readonly string[] = []): PasswordFault | null {
  const normal = normalPassword(password);
  const length = [...normal].length;
  if (length < 12) return 'too-short';
  if (length > 200) return 'too-long';
  const lower = normal.toLowerCase();
  const rest = own
    .flatMap(text => text.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter(word => word.length >= 4)
    .reduce((left, word) => left.replaceAll(word, ''), lower);
  return new Set(lower).size < 5 || [...rest].length < 6 ? 'too-plain' : null;
}

/** The hash to keep of a password. */
export function hashPassword(password: string): Promise<string> {
  return hash(normalPassword(password), cost);
}

/** Checks a password; with no hash it does the same work and says no. */
export async function checkPassword(kept: string | undefined, password: string): Promise<boolean> {
  const right = await verify(kept ?? (await nobody), normalPassword(password)).catch(() => false);
  return kept !== undefined && right;
}
