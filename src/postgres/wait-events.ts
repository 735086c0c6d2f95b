import type { WaitEvent } from '../domain/waits/spells.ts';

/** The events of a case as the function `wait_events` packs them (migration 0240). */
export function eventsIn(packed: string): WaitEvent[] {
  return packed.split('\x1e').map(eventIn);
}

function eventIn(packed: string): WaitEvent {
  const parts = packed.split('\x1f');
  const type = parts[0]!;
  return { type, at: Number(parts[1]), body: bodyOf(type, parts) };
}

const nothing = {};

/** Of a body only what `spellsOf` looks at, by the type of its event; nothing of one that was purged. */
function bodyOf(type: string, parts: readonly string[]): Record<string, unknown> {
  const [, , first, second, third] = parts;
  if (first === undefined) return nothing;
  switch (type) {
    case 'sent':
    case 'transcribed':
    case 'asked':
      return { startedAt: first || undefined, urgency: second, via: third === 'via' };
    case 'booked':
    case 'rebooked':
    case 'slot-taken':
      return { appointment: { label: first || undefined, start: second || undefined } };
    case 'visited':
      return { when: first };
    case 'treatment-decided':
      return { on: first || undefined };
    case 'unavailable-set':
      return { from: first, until: second };
    case 'did-not-attend':
      return { status: first };
    case 'completed':
      return { outcome: first };
    default:
      return nothing;
  }
}
