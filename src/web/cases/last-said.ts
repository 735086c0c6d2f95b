import type { ReadEvent } from '../../app/ports/cases.ts';

/** What the last event of a type says in one of its fields; undefined when there is none or it is not for this reader. */
export function lastSaid(events: readonly ReadEvent[], type: string, field: string): string | undefined {
  const body = events.findLast(event => event.type === type)?.body;
  const said = typeof body === 'object' ? body[field] : undefined;
  return typeof said === 'string' ? said : undefined;
}
