import type { Facts } from './facts.ts';

/** Inside ids of the attachments named by key, or null when one is not there for this actor. */
export function papers(facts: Facts, keys: readonly string[]): number[] | null {
  const ids: number[] = [];
  for (const key of keys) {
    const found = facts.attachments?.find(attachment => attachment.key === key);
    if (!found) return null;
    ids.push(found.id);
  }
  return ids;
}
