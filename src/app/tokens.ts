import { createHash } from 'node:crypto';

/** What the database keeps of a session's or link's token: sha256, hexadecimal. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
